import Access
import Commitments
import Kernel

/// What Parliament was told, read anew when something changed.
actor OpenData {
    struct Snapshot: Sendable {
        let register: PublishedRegister
        let words: OpenWords
    }

    private let commitments: Commitments
    private var kept: (version: Int, day: Day, snapshot: Snapshot)?

    init(commitments: Commitments) {
        self.commitments = commitments
    }

    func snapshot() async throws -> Snapshot {
        let (version, today) = (try await commitments.publishedVersion(), commitments.today)
        if let kept, kept.version == version, kept.day == today { return kept.snapshot }
        let tree = try await commitments.access.roster().tree
        let snapshot = Snapshot(
            register: try await commitments.published(), words: OpenWords(tree: tree, today: today))
        kept = (version, today, snapshot)
        return snapshot
    }
}
