import Database
import Kernel
import Synchronization

/// How much room there is for files. What comes in while there is none is refused, so that reports and messages still find
/// theirs.
package struct UploadRoom: Sendable {
    /// Bytes that all files together may take which are not part of a case yet; each lies there twice.
    package var unsentLimit: Int
    /// Whether the disk has more room than what is kept for reports and messages.
    package var hasDiskSpace: @Sendable () -> Bool

    package init(unsentLimit: Int = 20_000_000_000, hasDiskSpace: @escaping @Sendable () -> Bool = { true }) {
        self.unsentLimit = unsentLimit
        self.hasDiskSpace = hasDiskSpace
    }
}

/// How many chunks lay unsent a moment ago: counting them for every file would take long just when there are many.
final class UnsentChunks: Sendable {
    private static let lasts = Duration.seconds(10)
    private let last = Mutex<(count: Int, at: ContinuousClock.Instant)?>(nil)

    func count(_ look: () async throws -> Int) async throws -> Int {
        if let last = last.withLock({ $0 }), last.at.duration(to: .now) < Self.lasts { return last.count }
        let count = try await look()
        last.withLock { $0 = (count, .now) }
        return count
    }
}

extension ReportingDesk {
    /// - Throws: `FileRefusal.noRoom`.
    func checkRoom() async throws {
        try checkDisk()
        let chunks = try await unsentChunks.count {
            try await database.read { db in
                try db.first(
                    "SELECT count(*) AS n FROM pending_upload p JOIN file_chunk c ON c.item = p.item")?.get("n") ?? 0
            }
        }
        guard chunks * FileLimits.chunk < uploadRoom.unsentLimit else { throw FileRefusal.noRoom }
    }

    /// - Throws: `FileRefusal.noRoom`.
    func checkDisk() throws {
        guard uploadRoom.hasDiskSpace() else { throw FileRefusal.noRoom }
    }
}
