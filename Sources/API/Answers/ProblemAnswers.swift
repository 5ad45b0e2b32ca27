import Database
import HTTPTypes
import Hummingbird
import Kernel

/// The one edge at which failures become problem details.
struct ProblemAnswers: RouterMiddleware {
    let record: @Sendable (any Error) -> String

    func handle(
        _ request: Request, context: OpenContext, next: (Request, OpenContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return problem(error).response
        }
    }

    private func problem(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as HTTPError where error.status == .methodNotAllowed: return Problem(kind: .methodNotAllowed)
        case let error as HTTPError where error.status.kind == .clientError: return .notFound
        case is AdmissionRefused: return Problem(kind: .away)
        case let failure as SQLFailure where [.overloaded, .busy, .tooSlow].contains(failure.kind):
            return Problem(kind: .away)
        case let failure as SQLFailure where [.connection, .storage, .readOnly].contains(failure.kind):
            _ = record(error)
            return Problem(kind: .away)
        default: return Problem(kind: .broken(record(error)))
        }
    }
}

/// Lets a bounded number of requests through at a time.
struct OpenAdmission: RouterMiddleware {
    private let admission = Admission<Bool>(atOnce: 16, waiting: 256, patience: .seconds(10))

    func handle(
        _ request: Request, context: OpenContext, next: (Request, OpenContext) async throws -> Response
    ) async throws -> Response {
        try await admission.run(from: true) { try await next(request, context) }
    }
}
