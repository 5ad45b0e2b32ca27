import Kernel
import Synchronization

/// A clock that stands still until a test moves it: Sunday 22 November 2026, 10:00 in Amsterdam.
package final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    package init(_ text: String = "2026-11-22T10:00+01:00") {
        instant = Mutex(try! Moment.parse(text).get().instant)
    }

    package var wall: WallClock { WallClock { self.now } }
    package var now: Instant { instant.withLock { $0 } }
    package var today: Day { wall.today() }

    package func move(by duration: Duration) {
        instant.withLock { $0 = $0 + duration }
    }

    package func move(days: Int) { move(by: .seconds(days * 86_400)) }
}
