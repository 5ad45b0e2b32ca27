import Kernel
import Logging

/// How the log is written, on standard error.
package enum LogForm: String, Sendable, CaseIterable {
    /// A line for people.
    case text
    /// An object of JSON a line, for programs that collect logs.
    case json

    /// - Parameter clock: from which the instants of JSON lines come.
    package func logger(_ label: String, clock: WallClock) -> Logger {
        switch self {
        case .text: Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        case .json: Logger(label: label) { JSONLines(label: $0, clock: clock) }
        }
    }
}
