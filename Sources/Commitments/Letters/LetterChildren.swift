import Access
import Database
import Kernel

/// What belongs to some letters in other tables, read with one statement each.
struct LetterChildren {
    private let involved, dues, answers, mergings, withdrawals, parts, notes: [Letter.ID: [Row]]
    private let entries: [LetterPart.ID: [Row]]

    init(of ids: [Letter.ID], in db: any SQLConnection) throws {
        func rows(_ table: String, by order: String) throws -> [Letter.ID: [Row]] {
            try db.rows(of: table, by: "letter", in: ids, sorted: order)
        }
        involved = try rows("letter_involved", by: "organisation")
        dues = try rows("letter_due", by: "number")
        answers = try rows("letter_answer", by: "entry")
        mergings = try rows("letter_merging", by: "merged_into")
        withdrawals = try rows("letter_withdrawal", by: "day")
        let (all, removed) = (try rows("letter_part", by: "place"), try db.removedParts(of: ids))
        parts = try all.mapValues { rows in try rows.filter { !removed.contains(try $0.get("id")) } }
        notes = try rows("letter_note_text", by: "part, number")
        entries = try db.rows(
            of: "letter_part_entry", by: "part", in: try parts.values.joined().map { try $0.get("id") }, sorted: "entry")
    }

    func letter(row: Row) throws -> Letter {
        let id = try row.get("id", as: Letter.ID.self)
        return Letter(
            id: id, number: try row.get("number"), subject: try row.get("subject"), house: try row.get("house"),
            department: try row.get("department"),
            involved: Set(try (involved[id] ?? []).map { try $0.get("organisation") }), owner: try row.get("owner"),
            state: try state(row, id), dues: try (dues[id] ?? []).map { try Due(row: $0, letter: "paper") },
            answers: try (answers[id] ?? []).map { try answer(row: $0) }, parts: try (parts[id] ?? []).map(part),
            writtenNote: try writtenNote(of: id), version: try row.get("version"))
    }

    /// The last text of each part of the note, where it was not taken back.
    private func writtenNote(of id: Letter.ID) throws -> [DecisionNote.Part: String] {
        var texts: [DecisionNote.Part: String] = [:]
        for row in notes[id] ?? [] { texts[try row.get("part")] = try row.get("body", as: String?.self) }
        return texts
    }

    private func part(row: Row) throws -> LetterPart {
        let id = try row.get("id", as: LetterPart.ID.self)
        return LetterPart(
            id: id, heading: try row.get("heading"), text: try row.get("body"),
            entries: Set(try (entries[id] ?? []).map { try $0.get("entry") }), version: try row.get("version"))
    }

    private func state(_ row: Row, _ id: Letter.ID) throws -> Letter.State {
        switch try row.get("state", as: String.self) {
        case "sent":
            guard let paper = try row.reference("paper") else { throw SQLFailure(.wrongColumn, "paper") }
            return .sent(paper: paper, on: try row.get("ended_day"))
        case "merged":
            guard let merging = mergings[id]?.first else { throw SQLFailure(.wrongColumn, "merged_into") }
            return .merged(
                into: try merging.get("merged_into"), on: try row.get("ended_day"), reason: try merging.get("reason"))
        default:
            guard let withdrawal = withdrawals[id]?.first else { return .draft }
            return .withdrawn(on: try withdrawal.get("day"), reason: try withdrawal.get("reason"))
        }
    }

    private func answer(row: Row) throws -> LetterAnswer {
        let effect: LetterAnswer.Effect =
            switch try row.get("effect", as: String.self) {
            case "settles": .settles
            case "settlesInPart": .settlesInPart
            case "postpones":
                .postpones(words: try row.get("words"), to: try row.get("day"), reason: try row.get("reason"))
            default: .informs
            }
        return LetterAnswer(try row.get("entry"), effect)
    }
}
