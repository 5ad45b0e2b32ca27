import Database
import Foundation
import Kernel
import Sealing

/// What a reporter's session holds, sealed under the secret in its cookie.
package enum ReporterState: SealedDocument, Equatable {
    package static let form = "reporter-state"

    case draft(Draft)
    case mailbox(MailboxState)

    package var seenAt: Instant {
        switch self {
        case .draft(let draft): Instant(microseconds: draft.seenAt)
        case .mailbox(let mailbox): Instant(microseconds: mailbox.seenAt)
        }
    }
}

/// A mailbox that was opened with its code.
package struct MailboxState: Codable, Sendable, Equatable {
    package let caseID: String
    /// The mailbox's private key; gone while the session is locked.
    var seed: Data?
    /// The audit entry of the opening.
    var entry: Int
    package var seenAt: Int64
    /// A code that must be typed back before it disappears from the screen.
    package var newCode: String?
    /// What was typed and not yet sent.
    package var typed: String

    package var isLocked: Bool { seed == nil }
}

/// How long a reporter's session lasts.
package enum ReporterLimits {
    /// Without a sign of life; then it locks and keeps what was typed.
    package static let idle = Duration.seconds(15 * 60)
    /// Days after which a draft is gone.
    package static let draftDays = 7
}

extension ReportingDesk {
    /// Starts a report. Nothing is kept before this.
    package func beginDraft(in language: Language) async throws -> SessionToken {
        let token = SessionToken(from: sealer.entropy)
        let draft = Draft(caseID: Identifier<CaseFile>(from: sealer.entropy).text, language: language, seenAt: clock.now())
        try await save(.draft(draft), token)
        return token
    }

    /// What the session of a cookie holds.
    ///
    /// - Returns: nil where there is no such session, or it cannot be read with this cookie.
    package func state(_ token: SessionToken) async throws -> ReporterState? {
        let bytes: [UInt8]? = try await database.read { db in
            try db.first("SELECT state FROM reporter_session WHERE id = $1", token.hash)?.get("state")
        }
        return try bytes.map { try sealer.open(Sealed(bytes: $0), with: token.stateKey, at: .reporterSession(token)) }
    }

    /// Whether a session has been without a sign of life for so long that it locks.
    package func isIdle(_ state: ReporterState) -> Bool { clock.now() - state.seenAt > ReporterLimits.idle }

    func save(_ state: ReporterState, _ token: SessionToken) async throws {
        let (sealed, today) = (try sealer.seal(state, with: token.stateKey, at: .reporterSession(token)), today)
        try await database.write { db in try db.saveReporterState(sealed.bytes, token, on: today) }
    }

    /// Ends a session and forgets what it held: an unsent draft and its files.
    package func forget(_ token: SessionToken) async throws {
        try await database.write { db in
            try db.execute(
                "DELETE FROM file_chunk WHERE item IN (SELECT item FROM pending_upload WHERE session = $1)", token.hash)
            try db.execute("DELETE FROM pending_upload WHERE session = $1", token.hash)
            try db.execute("DELETE FROM reporter_session WHERE id = $1", token.hash)
        }
    }

    /// Removes drafts, sessions and unfinished uploads whose days are over. It opens nothing.
    package func sweep() async throws {
        let last = today - ReporterLimits.draftDays
        try await database.write { db in
            try db.execute("DELETE FROM file_chunk WHERE item IN (SELECT item FROM pending_upload WHERE day < $1)", last)
            try db.execute("DELETE FROM pending_upload WHERE day < $1", last)
            try db.execute("DELETE FROM reporter_session WHERE day < $1", last)
            try db.execute("DELETE FROM resume_entry WHERE day < $1", last)
        }
    }
}

extension SessionToken {
    var stateKey: UnlockKey { key("reporter-state", as: UnlockUse.self) }
}

extension SealingPlace {
    static func reporterSession(_ token: SessionToken) -> SealingPlace {
        SealingPlace(table: "reporter_session", column: "state", row: Base32.encode(token.hash))
    }
}

extension SQLConnection {
    func saveReporterState(_ bytes: [UInt8], _ token: SessionToken, on day: Day) throws {
        try execute(
            """
            INSERT INTO reporter_session (id, state, day) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET state = $2, day = $3
            """, token.hash, bytes, day)
    }
}
