import Foundation
import Hummingbird

/// The path of a request as the router reads it: without the empty parts that it skips, and decoded.
struct RequestPath {
    let text: String

    private static let forMachines: Set = ["/livez", "/readyz", "/robots.txt", "/favicon.ico"]

    init(_ request: Request) {
        let parts = request.uri.path.split(separator: "/", omittingEmptySubsequences: true)
        text = "/" + parts.map { $0.removingPercentEncoding ?? String($0) }.joined(separator: "/")
    }

    /// Whether a machine asks, and no page is answered.
    var isForMachines: Bool {
        Self.forMachines.contains(text) || text.hasPrefix("/assets/") || text.hasPrefix("/.well-known/")
    }
}
