import Access
import Database
import Kernel

extension SQLConnection {
    /// What officers wrote instead of what the register says: the last text of each part, where it was not taken back, and how many
    /// there were.
    private func writtenTexts(
        of letter: Letter.ID
    ) throws -> (texts: [DecisionNote.Part: DecisionNote.Text.Written], counts: [DecisionNote.Part: Int]) {
        let rows = try query("SELECT * FROM letter_note_text WHERE letter = $1 ORDER BY part, number", letter)
        var (texts, counts) = ([DecisionNote.Part: DecisionNote.Text.Written](), [DecisionNote.Part: Int]())
        for row in rows {
            counts[try row.get("part")] = try row.get("number")
            texts[try row.get("part")] = try row.get("body", as: String?.self).map {
                DecisionNote.Text.Written(
                    text: $0, drawnUpThen: try row.get("drawn_up"), officer: try row.get("officer"), day: try row.get("day"))
            }
        }
        return (texts, counts)
    }

    /// - Parameter text: nil to go back to what the register says.
    func insert(
        _ text: String?, insteadOf drawnUp: String, as part: DecisionNote.Part, of letter: Letter.ID, by officer: Officer.ID,
        on day: Day
    ) throws {
        let number = try nextNumber(in: "letter_note_text", where: "letter = $1 AND part = $2", letter, part.rawValue)
        try execute(
            """
            INSERT INTO letter_note_text (letter, part, number, body, drawn_up, officer, day) VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, letter, part.rawValue, number, text, drawnUp, officer, day)
    }

    /// The parts of a note as everyone got them; empty where none was kept.
    func publicNote(of letter: Letter.ID) throws -> [DecisionNote.Part: String] {
        Dictionary(
            uniqueKeysWithValues: try query("SELECT part, body FROM letter_public_note WHERE letter = $1", letter).map {
                (try $0.get("part"), try $0.get("body"))
            })
    }

    /// What was made public of the minister's decision.
    func publicDecision(of letter: Letter.ID) throws -> String? {
        try first("SELECT body FROM letter_public_decision WHERE letter = $1", letter)?.get("body")
    }

    func insert(_ note: PublicNote, of letter: Letter.ID) throws {
        if let decision = note.decision {
            try execute("INSERT INTO letter_public_decision (letter, body) VALUES ($1, $2)", letter, decision)
        }
        for part in DecisionNote.Part.allCases {
            try execute(
                "INSERT INTO letter_public_note (letter, part, body) VALUES ($1, $2, $3)", letter, part.rawValue, note[part])
        }
    }

    func noteFacts(of letter: Letter, on today: Day) throws -> NoteFacts {
        NoteFacts(
            letter: letter, rounds: try rounds(of: letter), entries: try entries(of: letter.department),
            letters: try letters(of: [letter.department]), on: today)
    }

    /// The note as it was kept; of a letter that is not sent, as the minister saw it and agreed, or else as it is today.
    func note(of letter: Letter, on today: Day) throws -> DecisionNote {
        let (written, counts) = try writtenTexts(of: letter.id)
        var facts = try noteFacts(of: letter, on: today)
        let last = try decisions(on: letter.id).last
        let decision = letter.isDraft && last?.change(since: facts) != nil ? nil : last
        if let decision, decision.isAgreed, decision.change(since: facts) == nil { facts = facts.on(decision.day) }
        let drawing = NoteDrawing(facts)
        return DecisionNote(
            letter: letter.id, subject: letter.subject,
            texts: Dictionary(
                uniqueKeysWithValues: DecisionNote.Part.allCases.map { part in
                    let text = written[part]
                    let drawnUp = letter.isDraft ? drawing.text(of: part) : text?.drawnUpThen ?? drawing.text(of: part)
                    return (part, DecisionNote.Text(drawnUp: drawnUp, written: text, count: counts[part] ?? 0))
                }), decision: decision)
    }
}
