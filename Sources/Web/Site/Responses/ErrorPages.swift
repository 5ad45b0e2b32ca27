import Access
import Database
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import ReportingDesk
import Sealing

/// The one edge at which failures become pages, and go to the log.
struct ErrorPages<Context: SiteContext>: RouterMiddleware {
    let render: @Sendable (SiteProblem, Language, TypedForm?) -> Response
    let entropy: EntropySource
    let failures: FailureLog

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var request = request
        do {
            request = try await request.withFormRead()
            return try await next(request, context)
        } catch {
            let language: Language = request.uri.path.hasPrefix("/en") ? .en : .nl
            let problem = problem(error)
            var response = render(problem, language, problem.keepsForm || problem.leavesText ? await TypedForm(request) : nil)
            if response.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
            return response
        }
    }

    private func problem(_ error: any Error) -> SiteProblem {
        switch error {
        case let problem as SiteProblem: return problem
        case DraftRefusal.gone, MailboxRefusal.gone: return .sessionGone
        case let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed: return .notFound
        case let error as HTTPError where error.status == .contentTooLarge: return .tooLarge(limit: FormLimits.body)
        case let error as HTTPError where error.status.kind == .clientError: return .malformed
        case is AdmissionRefused: return .busy
        case SealFailure.derivationFailed:
            // There was no memory for it.
            record(error)
            return .busy
        case let failure as SQLFailure where [.overloaded, .busy, .tooSlow].contains(failure.kind): return .busy
        case let failure as SQLFailure where [.connection, .storage, .readOnly].contains(failure.kind):
            record(error)
            return .away
        default: return .broken(number: record(error))
        }
    }

    @discardableResult private func record(_ error: any Error) -> String { failures.record(error, entropy: entropy) }
}
