import Database
import Kernel

extension Commitments {
    /// What of the register a House was told.
    package func published() async throws -> PublishedRegister {
        try await database.read { db in
            let letters = try db.sentLetters()
            let inOverviews = try db.query("SELECT DISTINCT entry FROM planning_row WHERE entry IS NOT NULL").map {
                try $0.get("entry", as: RegisterEntry.ID.self)
            }
            let inPublic = try db.query(
                "SELECT DISTINCT entry FROM entry_standing WHERE letter IS NOT NULL OR by_house = $1", true
            ).map { try $0.get("entry", as: RegisterEntry.ID.self) }
            let told = Set(inOverviews + inPublic).union(letters.flatMap { $0.answers.map(\.entry) })
            return PublishedRegister(
                entries: try db.entries(told), letters: letters, overviews: try db.lastSentOverviews(),
                endings: try db.toldEndings())
        }
    }

    /// Rises with everything that could change what `published` gives.
    package func publishedVersion() async throws -> Int {
        try await database.read { db in
            try db.first(
                """
                SELECT CAST((SELECT count(*) FROM planning_overview) + 2 * (SELECT count(*) FROM planning_recall)
                    + (SELECT coalesce(sum(version), 0) FROM letter)
                    + (SELECT coalesce(sum(version), 0) FROM register_entry) AS bigint) AS version
                """)?.get("version", as: Int.self) ?? 0
        }
    }
}
