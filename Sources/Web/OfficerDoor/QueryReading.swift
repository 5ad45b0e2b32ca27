import Hummingbird

/// Keeps what an address says after its question mark with the request.
struct QueryReading: RouterMiddleware {
    func handle(
        _ request: Request, context: OfficerContext, next: (Request, OfficerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.query = request.uri.query
        return try await next(request, context)
    }
}
