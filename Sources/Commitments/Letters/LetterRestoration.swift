import Access
import Database
import Kernel

/// That a letter comes after all that was said not to, and why.
package struct LetterRestoration: Sendable, Equatable {
    package let withdrawnOn: Day
    package let withdrawnBecause: String
    package let reason: String
    package let officer: Officer.ID
    package let day: Day
}

extension SQLConnection {
    /// Makes a draft again of a letter that did not come.
    func restore(_ letter: Letter, _ restoration: LetterRestoration) throws {
        let number = try restorations(of: letter.id).count + 1
        try execute(
            """
            INSERT INTO letter_restoration (letter, number, withdrawn_day, withdrawn_reason, reason, officer, day)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, letter.id, number, restoration.withdrawnOn, restoration.withdrawnBecause, restoration.reason,
            restoration.officer, restoration.day)
        try execute("DELETE FROM letter_withdrawal WHERE letter = $1", letter.id)
        try execute("UPDATE letter SET version = version + 1 WHERE id = $1", letter.id)
    }

    /// How often and why a letter came after all, the first one first.
    func restorations(of letter: Letter.ID) throws -> [LetterRestoration] {
        try query("SELECT * FROM letter_restoration WHERE letter = $1 ORDER BY number", letter).map { row in
            LetterRestoration(
                withdrawnOn: try row.get("withdrawn_day"), withdrawnBecause: try row.get("withdrawn_reason"),
                reason: try row.get("reason"), officer: try row.get("officer"), day: try row.get("day"))
        }
    }
}
