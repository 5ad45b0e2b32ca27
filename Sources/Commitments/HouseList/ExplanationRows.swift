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
                    explanation: HouseExplanation(reason: try row.get("reason"), day: try row.get("day")))
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
                HouseExplanation(reason: try row.get("reason"), day: try row.get("day"))
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
}
