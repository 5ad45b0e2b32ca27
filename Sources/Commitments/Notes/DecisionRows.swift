import Access
import Database
import Kernel

extension SQLConnection {
    /// What the minister decided on a letter, the last one last.
    func decisions(on letter: Letter.ID) throws -> [MinistersDecision] {
        try query(
            """
            SELECT d.kind AS kind, d.remarks AS remarks, d.day AS day, t.content AS content FROM letter_decision d
            LEFT JOIN letter_decision_text t ON t.letter = d.letter AND t.number = d.number
            WHERE d.letter = $1 ORDER BY d.number
            """, letter
        ).map {
            MinistersDecision(
                try $0.get("kind"), remarks: try $0.get("remarks"), on: try $0.get("day"),
                text: try $0.get("content", as: [UInt8]?.self).map { LetterFingerprint(bytes: $0) })
        }
    }

    /// - Parameter facts: of the letter on the day of the decision.
    func insert(_ decision: MinistersDecision, on facts: NoteFacts, by officer: Officer.ID) throws {
        let letter = facts.letter
        let number = try decisions(on: letter.id).count + 1
        try execute(
            "INSERT INTO letter_decision (letter, number, kind, remarks, day, officer) VALUES ($1, $2, $3, $4, $5, $6)",
            letter.id, number, decision.kind.rawValue, decision.remarks, decision.day, officer)
        try execute(
            "INSERT INTO letter_decision_text (letter, number, content) VALUES ($1, $2, $3)", letter.id, number,
            LetterFingerprint(facts).bytes)
    }
}
