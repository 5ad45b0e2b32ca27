import HTTPTypes
import Hummingbird

/// The headers of every answer, errors included.
struct SecurityHeaders<Context: SiteContext>: RouterMiddleware {
    /// Whether people reach the door by TLS.
    let isSecure: Bool

    static var contentSecurityPolicy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        set(.contentSecurityPolicy, Self.contentSecurityPolicy, &response)
        set(.cacheControl, "no-store", &response)
        set(.xContentTypeOptions, "nosniff", &response)
        for (name, value) in Self.always { set(name, value, &response) }
        if isSecure { set(.strictTransportSecurity, "max-age=31536000; includeSubDomains", &response) }
        return response
    }

    /// A download keeps its stricter policy, an asset its caching.
    private func set(_ name: HTTPField.Name, _ value: String, _ response: inout Response) {
        if response.headers[name] == nil { response.headers[name] = value }
    }

    private static var always: [(HTTPField.Name, String)] {
        [
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Origin-Agent-Cluster", "?1"), ("X-Robots-Tag", "noindex, nofollow"),
            (
                "Permissions-Policy",
                "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()"
            ),
        ].map { (HTTPField.Name($0.0)!, $0.1) }
    }
}
