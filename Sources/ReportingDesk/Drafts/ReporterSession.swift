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
    /// Where the code lies with which this session was opened: without it the session opens nothing more.
    var locator: Data
    /// When the session was opened, in microseconds since 1970.
    let openedAt: Int64
    package var seenAt: Int64
    /// A code that must be typed back before it disappears from the screen.
    package var newCode: String?
    /// Where that code lies, as long as the one before it is still in use.
    package var newLocator: Data?
    /// What was typed and not yet sent.
    package var typed: String

    package var isLocked: Bool { seed == nil }
    /// Whether it locked before a new code was typed back: the old one still opens it, and so does the new one.
    package var isLockedWithNewCode: Bool { isLocked && newLocator != nil }
}

/// How long a reporter's session lasts.
package enum ReporterLimits {
    /// Without a sign of life; then it locks and keeps what was typed.
    package static let idle = Duration.seconds(15 * 60)
    /// From the opening of a mailbox; then it locks, whatever happens in it.
    package static let mailbox = Duration.seconds(12 * 3600)
    /// Days after which a draft is gone.
    package static let draftDays = 7
}

extension ReportingDesk {
    /// Starts a report. Nothing is kept before this.
    package func beginDraft(in language: Language) async throws -> SessionToken {
        let token = SessionToken(from: sealer.entropy)
        let draft = Draft(caseID: Identifier<CaseFile>(from: sealer.entropy).text, language: language, seenAt: clock.now())
        try await start(.draft(draft), token)
        return token
    }

    /// What the session of a cookie holds.
    ///
    /// - Returns: nil where there is no such session, or it cannot be read with this cookie.
    package func state(_ token: SessionToken) async throws -> ReporterState? {
        try await kept(token)?.state
    }

    /// What a session holds, with the bytes in which it lies.
    func kept(_ token: SessionToken) async throws -> KeptState? {
        let bytes: [UInt8]? = try await database.read { db in
            try db.first("SELECT state FROM reporter_session WHERE id = $1", token.hash)?.get("state")
        }
        return try bytes.map { bytes in
            KeptState(
                bytes: bytes, state: try sealer.open(Sealed(bytes: bytes), with: token.stateKey, at: .reporterSession(token)))
        }
    }

    /// Whether a session has been without a sign of life for so long, or a mailbox open for so long, that it locks.
    package func isIdle(_ state: ReporterState) -> Bool {
        if case .mailbox(let mailbox) = state,
            clock.now() - Instant(microseconds: mailbox.openedAt) > ReporterLimits.mailbox
        {
            return true
        }
        return clock.now() - state.seenAt > ReporterLimits.idle
    }

    /// Starts a session.
    func start(_ state: ReporterState, _ token: SessionToken) async throws {
        let (sealed, today) = (try seal(state, token), today)
        try await database.write { db in try db.startSession(sealed, token, on: today) }
    }

    /// Changes what a session holds. Where another request changed it meanwhile, the change is made again on what that left.
    ///
    /// - Parameter change: returns what to keep; it throws where the session holds something else by now.
    func changeState<T: Sendable>(
        _ token: SessionToken, _ change: @Sendable (inout ReporterState?) throws -> T
    ) async throws -> T {
        let today = today
        return try await unlessChanged {
            let kept = try await kept(token)
            var state = kept?.state
            let result = try change(&state)
            guard let kept, let state else { throw DraftRefusal.gone }
            let sealed = try seal(state, token)
            try await database.write { db in try db.replace(kept, by: sealed, token, on: today) }
            return result
        }
    }

    func seal(_ state: ReporterState, _ token: SessionToken) throws -> [UInt8] {
        try sealer.seal(state, with: token.stateKey, at: .reporterSession(token)).bytes
    }

    /// Does something again where the session was changed by another request between reading and writing.
    func unlessChanged<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        for _ in 0..<200 {
            do {
                return try await body()
            } catch is SessionChanged {
                continue
            }
        }
        throw CodeRefusal.busy
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
            try db.execute("DELETE FROM reporter_session WHERE day < $1", last)
            let ended = """
                SELECT p.item FROM pending_upload p WHERE p.day < $1
                AND NOT EXISTS (SELECT 1 FROM reporter_session s WHERE s.id = p.session)
                """
            try db.execute("DELETE FROM file_chunk WHERE item IN (\(ended))", last)
            try db.execute("DELETE FROM pending_upload WHERE item IN (\(ended))", last)
            try db.execute("DELETE FROM resume_entry WHERE day < $1", last)
            try db.execute("DELETE FROM mailbox_entry WHERE is_pending = 1 AND day < $1", last)
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

/// What a session held when it was read. No two states have the same bytes: each is sealed with a nonce of its own.
struct KeptState: Sendable {
    let bytes: [UInt8]
    let state: ReporterState
}

/// Another request changed the session since it was read.
struct SessionChanged: Error {}

extension SQLConnection {
    func startSession(_ bytes: [UInt8], _ token: SessionToken, on day: Day) throws {
        try execute("INSERT INTO reporter_session (id, state, day) VALUES ($1, $2, $3)", token.hash, bytes, day)
    }

    /// - Throws: `SessionChanged` where the session holds something else by now, or ended.
    func replace(_ kept: KeptState, by bytes: [UInt8], _ token: SessionToken, on day: Day) throws {
        let changed = try execute(
            "UPDATE reporter_session SET state = $3, day = $4 WHERE id = $1 AND state = $2", token.hash, kept.bytes, bytes, day)
        guard changed == 1 else { throw SessionChanged() }
    }

    /// - Throws: `SessionChanged` where the session holds something else by now, or ended.
    func end(_ kept: KeptState, _ token: SessionToken) throws {
        let ended = try execute("DELETE FROM reporter_session WHERE id = $1 AND state = $2", token.hash, kept.bytes)
        guard ended == 1 else { throw SessionChanged() }
    }
}
