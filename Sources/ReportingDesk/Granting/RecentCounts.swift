import Access
import Kernel
import Synchronization

/// Numbers that were counted less than a minute ago, in memory.
final class RecentCounts: Sendable {
    struct Key: Hashable {
        let officer: Officer.ID
        let rosterVersion: Int
    }

    private static let lasts = Duration.seconds(60)
    private static let most = 10_000

    private let counts = Mutex<[Key: (count: Int, at: Instant)]>([:])

    subscript(key: Key, now: Instant) -> Int? {
        counts.withLock { counts in
            guard let found = counts[key], now - found.at < Self.lasts, now >= found.at else { return nil }
            return found.count
        }
    }

    func keep(_ count: Int, for key: Key, at now: Instant) {
        counts.withLock { counts in
            if counts.count >= Self.most { counts.removeAll() }
            counts[key] = (count, now)
        }
    }

    func forget(_ officer: Officer.ID) {
        counts.withLock { counts in counts = counts.filter { $0.key.officer != officer } }
    }
}
