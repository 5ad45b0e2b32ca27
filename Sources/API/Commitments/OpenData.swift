import Access
import Commitments
import Kernel

/// What Parliament was told, read anew when something changed.
actor OpenData {
    struct Snapshot: Sendable {
        let register: PublishedRegister
        let words: OpenWords
        /// The numbers of the entries.
        let numbers: [RegisterEntry.ID: Int]
    }

    private let commitments: Commitments
    private var kept: (version: Int, day: Day, snapshot: Task<Snapshot, any Error>)?

    init(commitments: Commitments) {
        self.commitments = commitments
    }

    func snapshot() async throws -> Snapshot {
        let (version, today) = (try await commitments.publishedVersion(), commitments.today)
        if let kept, kept.version == version, kept.day == today { return try await kept.snapshot.value }
        // Who asks in the meantime waits for this one.
        let snapshot = Task { [commitments] in try await Self.read(commitments, on: today) }
        kept = (version, today, snapshot)
        do {
            return try await snapshot.value
        } catch {
            if kept?.snapshot == snapshot { kept = nil }
            throw error
        }
    }

    private static func read(_ commitments: Commitments, on today: Day) async throws -> Snapshot {
        let tree = try await commitments.access.roster().tree
        let register = try await commitments.published()
        return Snapshot(
            register: register, words: OpenWords(tree: tree, today: today),
            numbers: Dictionary(uniqueKeysWithValues: register.entries.map { ($0.id, $0.number) }))
    }
}
