import HTTPTypes
import Hummingbird

/// What every request has to keep to: an address without a slash at its end, reading only, and JSON as an answer.
struct RequestRules: RouterMiddleware {
    func handle(
        _ request: Request, context: OpenContext, next: (Request, OpenContext) async throws -> Response
    ) async throws -> Response {
        guard !request.uri.path.hasSuffix("/"), !request.uri.path.contains("//") else { throw Problem.notFound }
        guard request.method == .get || request.method == .head else { throw Problem(kind: .methodNotAllowed) }
        guard acceptsJSON(request) else { throw Problem(kind: .notAcceptable) }
        return try await next(request, context)
    }

    /// Whether JSON is among what the client takes (RFC 9110 12.5.1).
    private func acceptsJSON(_ request: Request) -> Bool {
        guard let accepted = request.headers[.accept], !accepted.isEmpty else { return true }
        return accepted.split(separator: ",").contains { range in
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let type = parts.first, ["application/json", "application/*", "*/*"].contains(type) else { return false }
            return !parts.dropFirst().contains { $0.wholeMatch(of: /q=0(\.0{0,3})?/) != nil }
        }
    }
}
