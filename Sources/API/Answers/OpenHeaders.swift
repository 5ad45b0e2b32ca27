import HTTPTypes
import Hummingbird

/// The headers of every answer, problems included (NL API Design Rules: version-header, security-headers).
struct OpenHeaders: RouterMiddleware {
    let isSecure: Bool

    func handle(
        _ request: Request, context: OpenContext, next: (Request, OpenContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.always { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return response
    }

    private static let always: [(HTTPField.Name, String)] = [
        ("API-Version", OpenDoor.version), ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"), ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
    ].map { (HTTPField.Name($0.0)!, $0.1) }
}
