import Access
import Database
import Kernel

/// An explanation with what it was about.
struct KeptExplanation: Sendable {
    /// What the House said then.
    let content: [UInt8]
    /// What we said then.
    let here: String
    let explanation: HouseExplanation
}

extension SQLConnection {
    /// Every explanation, by the item of the House.
    func houseExplanations() throws -> [String: KeptExplanation] {
        let rows = try query("SELECT * FROM house_explanation").map { row in
            (
                try row.get("item", as: String.self),
                KeptExplanation(
                    content: try row.get("content"), here: try row.get("here"),
                    explanation: try HouseExplanation(row: row))
            )
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func explain(
        _ item: String, content: [UInt8], here: String, reason: String, by officer: Officer.ID, on day: Day
    ) throws {
        try execute(
            """
            INSERT INTO house_explanation (item, content, here, reason, officer, day) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (item) DO UPDATE SET content = $2, here = $3, reason = $4, officer = $5, day = $6
            """, item, content, here, reason, officer, day)
    }

    /// Why entries may stand here alone.
    func explanationsOfOwn() throws -> [RegisterEntry.ID: HouseExplanation] {
        let rows = try query("SELECT * FROM entry_explanation").map { row in
            (
                try row.get("entry", as: RegisterEntry.ID.self),
                try HouseExplanation(row: row)
            )
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func explain(_ entry: RegisterEntry.ID, reason: String, by officer: Officer.ID, on day: Day) throws {
        try execute(
            """
            INSERT INTO entry_explanation (entry, reason, officer, day) VALUES ($1, $2, $3, $4)
            ON CONFLICT (entry) DO UPDATE SET reason = $2, officer = $3, day = $4
            """, entry, reason, officer, day)
    }

    /// Takes an explanation away, where it is still the one that was seen.
    ///
    /// - Throws: `RegisterRefusal.changedMeanwhile` where it is another by now, or gone.
    func unexplain(_ item: String, saying reason: String) throws {
        let count = try execute("DELETE FROM house_explanation WHERE item = $1 AND reason = $2", item, reason)
        guard count == 1 else { throw RegisterRefusal.changedMeanwhile }
    }

    /// The same for an entry that stands here alone.
    func unexplain(_ entry: RegisterEntry.ID, saying reason: String) throws {
        let count = try execute("DELETE FROM entry_explanation WHERE entry = $1 AND reason = $2", entry, reason)
        guard count == 1 else { throw RegisterRefusal.changedMeanwhile }
    }
}

extension HouseExplanation {
    /// Of a row with a reason, an officer and a day.
    init(row: Row) throws {
        self.init(reason: try row.get("reason"), officer: try row.get("officer"), day: try row.get("day"))
    }
}
