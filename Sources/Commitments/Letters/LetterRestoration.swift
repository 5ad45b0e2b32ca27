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
    /// Makes a draft again of a letter that did not come. It answers no more what was taken out of the register meanwhile.
    func restore(_ letter: Letter, _ restoration: LetterRestoration) throws {
        let number = try restorations(of: letter.id).count + 1
        try execute(
            """
            INSERT INTO letter_restoration (letter, number, withdrawn_day, withdrawn_reason, reason, officer, day)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, letter.id, number, restoration.withdrawnOn, restoration.withdrawnBecause, restoration.reason,
            restoration.officer, restoration.day)
        try execute("DELETE FROM letter_withdrawal WHERE letter = $1", letter.id)
        for answer in letter.answers where try entry(answer.entry) == nil {
            try execute("DELETE FROM letter_answer WHERE letter = $1 AND entry = $2", letter.id, answer.entry)
            try execute(
                """
                DELETE FROM letter_part_entry WHERE entry = $2 AND part IN (SELECT id FROM letter_part WHERE letter = $1)
                """, letter.id, answer.entry)
        }
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
