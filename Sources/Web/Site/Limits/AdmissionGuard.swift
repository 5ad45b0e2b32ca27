import HTTPTypes
import Hummingbird
import Kernel

/// Lets pages of a door through, a bounded number at a time. Assets and what machines ask pass at once.
struct AdmissionGuard<Context: SiteContext>: RouterMiddleware {
    let limits: DoorLimits
    let proxies: TrustedProxies
    /// The addresses that begin something new, which has a limit of its own.
    var beginnings: [String] = []

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard Language.allCases.contains(where: { request.uri.path.isPage(of: $0) }) else {
            return try await next(request, context)
        }
        var context = context
        context.origin = RequestOrigin(proxies.client(of: context.peer, forwarded: request.headers[.xForwardedFor]))
        if request.method == .post, beginnings.contains(request.uri.path) { try await limits.begin(from: context.origin) }
        let admission = request.hasFiles ? limits.uploads : limits.requests
        return try await admission.run(from: context.origin) { try await next(request, context) }
    }
}

extension String {
    /// Whether a path is that of a page in a language.
    func isPage(of language: Language) -> Bool {
        self == "/\(language.rawValue)" || hasPrefix("/\(language.rawValue)/")
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
