import Kernel
import Synchronization

/// A clock that the making of the demo moves through the past weeks.
final class DemoClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) {
        instant = Mutex(start)
    }

    var wall: WallClock { WallClock { self.instant.withLock { $0 } } }

    func move(to next: Instant) {
        instant.withLock { $0 = max($0, next) }
    }

    func move(by duration: Duration) {
        instant.withLock { $0 = $0 + duration }
    }
}
