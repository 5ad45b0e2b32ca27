import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let noteWritten = AuditAction("letter.note-written")
}

extension Commitments {
    /// The note that goes with a letter: as it was sent, or as it is drawn up and written now.
    ///
    /// - Throws: `LetterRefusal.notFound` where the letter is not the officer's to see.
    package func note(of id: Letter.ID, for officer: RegisterOfficer) async throws -> DecisionNote {
        let (letter, today) = (try await letter(id, for: officer), today)
        return try await database.read { try $0.note(of: letter, on: today) }
    }

    /// The note as everyone gets it: as it was made public with the letter, or as it would be now.
    ///
    /// - Throws: `LetterRefusal.notFound` where the letter is not the officer's to see.
    package func publicNote(of id: Letter.ID, for officer: RegisterOfficer) async throws -> PublicNote {
        let (letter, today, officials) = (try await letter(id, for: officer), today, try await officials())
        return try await database.read { db in
            PublicNote(
                try db.note(of: letter, on: today), kept: try db.publicNote(of: id), keptDecision: try db.publicDecision(of: id),
                officials: officials)
        }
    }

    /// Writes a part of the note, or takes it back to what the register says.
    ///
    /// - Parameters:
    ///   - text: nil to take it back.
    ///   - seen: `DecisionNote.Text.seen` of when the officer began.
    /// - Throws: `NoteRefusal`, `LetterRefusal`.
    package func write(
        _ text: String?, seen: String, as part: DecisionNote.Part, of id: Letter.ID, by officer: RegisterOfficer
    ) async throws {
        let today = today
        if let text, text.allSatisfy(\.isWhitespace) { throw NoteRefusal.textMissing }
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            let present = try db.note(of: letter, on: today)[part]
            guard present.seen == seen else {
                let isWritten = seen.split(separator: " ").last != present.seen.split(separator: " ").last
                throw isWritten ? NoteRefusal.writtenMeanwhile : NoteRefusal.changedMeanwhile
            }
            try db.insert(text, insteadOf: present.drawnUp, as: part, of: id, by: officer.officer.id, on: today)
            return note(.noteWritten, of: letter, by: officer)
        }
    }

    /// The names of all officials, which the public form of a note leaves out.
    func officials() async throws -> [String] { try await access.roster().officers.values.map(\.name) }
}

extension SQLConnection {
    /// Keeps every part of the note as the minister saw it, and as everyone gets it.
    func keepNote(of letter: Letter, officials: [String], by officer: Officer.ID, on today: Day) throws {
        let note = try note(of: letter, on: today)
        try insert(PublicNote(note, officials: officials), of: letter.id)
        for part in DecisionNote.Part.allCases {
            try insert(note[part].present, insteadOf: note[part].drawnUp, as: part, of: letter.id, by: officer, on: today)
        }
    }
}
