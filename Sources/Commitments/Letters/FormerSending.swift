import Access
import Database
import Kernel

/// What a letter was said to be sent as before that was taken back or corrected, and why.
package struct FormerSending: Sendable, Equatable {
    package let paper: Reference
    package let sentOn: Day
    package let reason: String
    package let officer: Officer.ID
    package let day: Day

    /// Where they are kept.
    enum Table: String {
        case recalled = "letter_recall"
        case corrected = "letter_sending_correction"
    }
}

extension SQLConnection {
    func keep(_ former: FormerSending, as table: FormerSending.Table, of letter: Letter.ID) throws {
        let number = try formerSendings(table, of: letter).count + 1
        try execute(
            """
            INSERT INTO \(table.rawValue) (letter, number, paper, sent_day, reason, officer, day)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, letter, number, former.paper.written(in: .metadata), former.sentOn, former.reason, former.officer, former.day)
    }

    /// The first one first.
    func formerSendings(_ table: FormerSending.Table, of letter: Letter.ID) throws -> [FormerSending] {
        try query("SELECT * FROM \(table.rawValue) WHERE letter = $1 ORDER BY number", letter).map { row in
            guard let paper = try row.reference("paper") else { throw SQLFailure(.wrongColumn, "paper") }
            return FormerSending(
                paper: paper, sentOn: try row.get("sent_day"), reason: try row.get("reason"), officer: try row.get("officer"),
                day: try row.get("day"))
        }
    }
}
