import Hummingbird
import Kernel

/// Shows the page to sign in to whoever is not, instead of the page that was asked for.
struct SignInGuard: RouterMiddleware {
    func handle(
        _ request: Request, context: OfficerContext, next: (Request, OfficerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is SignInNeeded {
            guard request.method == .get || request.method == .head else { throw SiteProblem.sessionGone }
            let language: Language = request.uri.path.hasPrefix("/en") ? .en : .nl
            return .seeOther(ReturnAddress(request.uri.path)?.signIn(language) ?? OfficerPaths.signIn.link(language))
        }
    }
}
