import Database
import Kernel
import Logging
import Synchronization

/// What the operator reads of failures: a number, a kind, and nothing of their content.
///
/// The failures of the reporter's door are held back and told together, so that the log does not say when someone was there.
package final class FailureLog: Sendable {
    private struct State {
        var held: [(event: String, metadata: Logger.Metadata)] = []
        var counts: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let logger: Logger
    private let isHeld: Bool
    /// More are not kept back in memory; what comes after them is counted and not told one by one.
    private static let most = 1000

    package init(logger: Logger, isHeld: Bool) {
        self.logger = logger
        self.isHeld = isHeld
    }

    /// Failures that were told, by kind.
    package var counts: [String: Int] { state.withLock { $0.counts } }

    /// - Returns: the number under which it stands in the log.
    @discardableResult package func record(_ error: any Error, entropy: EntropySource) -> String {
        let number = Base32.encode(entropy.bytes(5))
        record("request.failed", ["number": "\(number)", "kind": "\(FailureKind.of(error))"])
        return number
    }

    func record(_ event: String, _ metadata: Logger.Metadata) {
        state.withLock { state in
            if state.held.count < Self.most {
                state.held.append((event, metadata))
            } else {
                state.counts["beyond", default: 0] += 1
            }
        }
        if !isHeld { tell() }
    }

    /// Writes what was held back, in no order.
    package func tell() {
        let held = state.withLock { state in
            defer { state.held = [] }
            for (event, metadata) in state.held {
                state.counts[metadata["kind"].map { "\($0)" } ?? event, default: 0] += 1
            }
            return state.held
        }
        for (event, metadata) in held.shuffled() { logger.error("\(event)", metadata: metadata) }
    }
}

/// What the log says of a failure: its kind, and nothing of its content.
package enum FailureKind {
    package static func of(_ error: any Error) -> String {
        (error as? SQLFailure).map { "database.\($0.kind)" } ?? String(reflecting: type(of: error))
    }
}
