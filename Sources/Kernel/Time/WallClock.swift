import Foundation

/// What time it is: the machine's clock, or a fixed moment in a test.
package struct WallClock: Sendable {
    private let read: @Sendable () -> Instant

    package init(_ read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    package static let system = WallClock {
        Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()))
    }

    package func now() -> Instant { read() }

    /// The day in Amsterdam: what arrives at 23:59:30 local time arrived on that day (Awb 2:20).
    package func today() -> Day { Zone.amsterdam.local(now()).day }
}
