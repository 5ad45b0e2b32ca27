import Database
import Kernel

/// The proof that an opening stands in the audit, and was committed. There is no other way to obtain one, and nothing of a case
/// opens without it.
package struct RecordedOpening: Sendable, Equatable {
    package let subject: String
    package let action: AuditAction
    /// The number of its entry.
    package let entry: Int

    init(subject: String, action: AuditAction, entry: Int) {
        self.subject = subject
        self.action = action
        self.entry = entry
    }
}

extension AuditLog {
    /// Records an opening, and what the body does with it, before anything opens.
    package func recordOpening(
        of subject: String, as action: AuditAction,
        _ body: @escaping @Sendable (any SQLConnection, _ entry: Int) throws -> AuditNote
    ) async throws -> RecordedOpening {
        let entry = try await command { [installation] db in
            let number = (try db.head(of: installation)?.number ?? 0) + 1
            let note = try body(db, number)
            precondition(note.subject == subject && note.action == action, "an opening is recorded as what it is")
            return Audited(number, note)
        }
        return RecordedOpening(subject: subject, action: action, entry: entry)
    }

    /// The proof of an opening that was recorded earlier.
    ///
    /// - Returns: nil where the entry does not exist or is about something else.
    package func recordedOpening(entry: Int, of subject: String, as action: AuditAction) async throws -> RecordedOpening? {
        let exists = try await database.read { db in
            try db.first(
                "SELECT number FROM audit_entry WHERE number = $1 AND subject = $2 AND action = $3", entry, subject, action.code)
                != nil
        }
        return exists ? RecordedOpening(subject: subject, action: action, entry: entry) : nil
    }
}
