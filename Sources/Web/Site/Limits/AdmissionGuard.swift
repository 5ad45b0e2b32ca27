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
        let path = RequestPath(request)
        guard !path.isForMachines else { return try await next(request, context) }
        var context = context
        context.origin = RequestOrigin(proxies.client(of: context.peer, forwarded: request.headers[.xForwardedFor]))
        if request.method == .post, beginnings.contains(path.text) { try await limits.begin(from: context.origin) }
        let admission = request.isUpload ? limits.uploads : limits.requests
        return try await admission.run(from: context.origin) { try await next(request, context) }
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
