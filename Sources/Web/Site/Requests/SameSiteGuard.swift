import HTTPTypes
import Hummingbird

/// Refuses what another site makes a browser send: by Fetch metadata, or by the origin for browsers without it.
struct SameSiteGuard<Context: SiteContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method != .get, request.method != .head {
            if let site = request.headers[.secFetchSite] {
                guard site == "same-origin" || site == "none" else { throw SiteProblem.otherSite }
            } else if let origin = request.headers[.origin] {
                let host = request.head.authority ?? ""
                guard origin == "https://\(host)" || origin == "http://\(host)" else { throw SiteProblem.otherSite }
            }
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
