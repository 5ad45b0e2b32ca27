import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let letterRecalled = AuditAction("letter.recalled")
}

extension Commitments {
    /// Takes back that a letter was sent: it is a draft again, and what it did with the entries that it answered is taken out of their
    /// histories, wherever it stands in them, with what was recorded since with its paper. What else was recorded after it stays.
    ///
    /// - Throws: `LetterRefusal.isNotSent`.
    package func recall(_ id: Letter.ID, reason: String, version: Int, by officer: RegisterOfficer) async throws {
        guard !reason.isEmpty else { throw LetterRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            let letter = try db.letter(id, version, for: officer)
            guard case .sent(let paper, let sentOn) = letter.state else { throw LetterRefusal.isNotSent }
            for answer in letter.answers {
                guard let entry = try db.entry(answer.entry) else { throw LetterRefusal.notFound }
                let effect = LetterEffect(
                    answer.effect.code, of: paper, sentOn: sentOn, on: entry,
                    besides: try db.otherLetters(settlingInPart: entry.id, than: id))
                guard !effect.taken.isEmpty else { continue }
                try db.takeOut(effect, of: entry)
                try db.keep(effect.taken, of: entry, because: reason, by: officer.officer.id, on: today)
            }
            let former = FormerSending(paper: paper, sentOn: sentOn, reason: reason, officer: officer.officer.id, day: today)
            try db.keep(former, as: .recalled, of: id)
            try db.makeDraft(of: letter)
            return note(.letterRecalled, of: letter, by: officer)
        }
    }
}

extension SQLConnection {
    /// Makes a draft again of a letter that was sent, with its note as it was written before.
    fileprivate func makeDraft(of letter: Letter) throws {
        try execute(
            "UPDATE letter SET state = 'draft', paper = NULL, ended_day = NULL, version = version + 1 WHERE id = $1", letter.id)
        try execute("DELETE FROM letter_public_note WHERE letter = $1", letter.id)
        try execute("DELETE FROM letter_public_decision WHERE letter = $1", letter.id)
        try execute(
            """
            DELETE FROM letter_note_text WHERE letter = $1 AND number = (
                SELECT max(t.number) FROM letter_note_text t WHERE t.letter = letter_note_text.letter
                AND t.part = letter_note_text.part)
            """, letter.id)
    }
}
