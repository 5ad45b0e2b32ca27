import HTTPTypes
import Hummingbird

/// The headers of every answer, errors included.
struct SecurityHeaders<Context: SiteContext>: RouterMiddleware {
    /// Whether people reach the door by TLS.
    let isSecure: Bool

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in SecurityFields.all(isSecure: isSecure) { set(name, value, &response) }
        return response
    }

    /// A download keeps its stricter policy, an asset its caching.
    private func set(_ name: HTTPField.Name, _ value: String, _ response: inout Response) {
        if response.headers[name] == nil { response.headers[name] = value }
    }
}

/// The headers themselves.
enum SecurityFields {
    static func all(isSecure: Bool) -> [(HTTPField.Name, String)] {
        let fields = always
        return isSecure ? fields + [(.strictTransportSecurity, "max-age=31536000; includeSubDomains")] : fields
    }

    private static let always: [(HTTPField.Name, String)] =
        [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Origin-Agent-Cluster", "?1"), ("X-Robots-Tag", "noindex, nofollow"),
            (
                "Permissions-Policy",
                "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()"
            ),
        ].map { (HTTPField.Name($0.0)!, $0.1) }
}
