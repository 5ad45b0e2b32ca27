import HTTPTypes
import Hummingbird

/// Answers pages under the host name of this door alone, where the host gave it one: a mistake in a proxy does not show the
/// pages of one door under the name of the other.
struct HostGuard<Context: SiteContext>: RouterMiddleware {
    /// nil for any.
    let host: String?

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let host, !RequestPath(request).isForMachines {
            let asked = request.head.authority?.split(separator: ":").first.map { $0.lowercased() }
            guard asked == host else { throw SiteProblem.otherHost }
        }
        return try await next(request, context)
    }
}
