import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing

/// Why a mailbox cannot be worked in.
package enum MailboxRefusal: Refusal {
    /// There is no mailbox session: it ended.
    case gone
    /// The session was idle for too long: the code opens it again.
    case locked
    /// The last group of digits is not that of the code on the screen.
    case codeNotTypedBack
    case empty
}

extension ReportingDesk {
    /// Opens a mailbox with its code, in a session of its own or in one that was locked.
    ///
    /// - Throws: `CodeRefusal`.
    package func enter(_ typed: String, unlocking token: SessionToken? = nil) async throws -> SessionToken {
        let (entry, key) = try await find(typed) { db, locator in
            try db.first("SELECT case_id, sealed_key, is_pending FROM mailbox_entry WHERE locator = $1", locator).map {
                (
                    id: try $0.get("case_id", as: CaseFile.ID.self), sealed: try $0.get("sealed_key", as: [UInt8].self),
                    isPending: try $0.get("is_pending", as: Bool.self)
                )
            }
        }
        let seed = try sealer.open(entry.sealed, with: key.unlockKey, at: MailboxEntry.place(entry.id, key.locator))
        let pair = try ReadingKeyPair(seed: seed)
        let opened = try await compartments.open(
            entry.id.text, for: .mailbox(pair), [.content], as: .mailboxOpened, by: "reporter", at: .reporterDoor,
            detail: SubjectDetail(at: clock.now()))
        if entry.isPending { try await takeIntoUse(key.locator, of: entry.id, opened.keys) }
        let instant = clock.now()
        let settling = Excluder(holder: .mailbox(pair), function: "reporter", origin: .reporterDoor, action: nil) { names in
            SubjectDetail(at: instant, text: names)
        }
        // A right code opens the mailbox also where this does not come off: whoever comes next tries again.
        _ = try? await settle(entry.id, by: settling)
        let state = MailboxState(
            caseID: entry.id.text, seed: Data(seed), entry: opened.opening.entry, locator: Data(key.locator),
            openedAt: clock.now().microseconds, seenAt: clock.now().microseconds, typed: "")
        if let token, case .mailbox(let locked)? = try await self.state(token), locked.caseID == state.caseID {
            try await changeState(token) { kept in
                guard case .mailbox(let locked)? = kept else { throw MailboxRefusal.gone }
                var unlocked = state
                unlocked.typed = locked.typed
                kept = .mailbox(unlocked)
            }
            return token
        }
        let fresh = SessionToken(from: sealer.entropy)
        try await start(.mailbox(state), fresh)
        return fresh
    }

    /// The mailbox of a session, locked or not.
    package func mailboxState(_ token: SessionToken) async throws -> MailboxState {
        guard case .mailbox(let state)? = try await state(token) else { throw MailboxRefusal.gone }
        return state
    }

    /// Changes what a mailbox session holds, and notes the sign of life.
    func changeMailbox(_ token: SessionToken, _ change: @Sendable (inout MailboxState) -> Void) async throws {
        try await changeState(token) { state in
            guard case .mailbox(var mailbox)? = state else { throw MailboxRefusal.gone }
            change(&mailbox)
            mailbox.seenAt = clock.now().microseconds
            state = .mailbox(mailbox)
        }
    }

    /// Keeps what was typed, and forgets the key: the code opens the mailbox again. What an earlier page kept is not lost to one
    /// on which nothing was typed.
    package func lock(_ token: SessionToken, keeping typed: String) async throws {
        try await changeMailbox(token) { state in
            if !state.isLocked || !typed.isEmpty { state.typed = typed }
            state.seed = nil
        }
    }

    /// Keeps what was typed and not sent, for when the person comes back to it.
    package func keep(_ typed: String, in token: SessionToken) async throws {
        try await changeMailbox(token) { $0.typed = typed }
    }

    /// Locks a mailbox that was left alone for too long.
    ///
    /// - Returns: whether it is locked.
    package func lockIfIdle(_ token: SessionToken, keeping typed: String) async throws -> Bool {
        let state = try await mailboxState(token)
        guard state.isLocked || isIdle(.mailbox(state)) else { return false }
        try await lock(token, keeping: typed)
        return true
    }

    /// The person typed the last group of the code back: it disappears from the screen.
    package func confirmCode(_ typed: String, in token: SessionToken) async throws {
        let state = try await mailboxState(token)
        guard let text = state.newCode else { return }
        let code = try MailboxCode(typed: text)
        guard typed.filter({ !$0.isWhitespace }) == code.groups[5] else { throw MailboxRefusal.codeNotTypedBack }
        guard state.newLocator != nil else { return try await changeMailbox(token) { $0.newCode = nil } }
        try await retireOldCode(token)
    }

    /// From here the new code alone opens the mailbox, and sessions that the old one opened elsewhere open nothing more.
    private func retireOldCode(_ token: SessionToken) async throws {
        let session = try await mailbox(token, isAtWork: true)
        let (id, today) = (session.id, today)
        try await unlessChanged {
            guard let kept = try await kept(token), case .mailbox(var state) = kept.state else { throw MailboxRefusal.gone }
            guard let locator = state.newLocator else { return }
            let detail = try session.keys.seal(SubjectDetail(at: clock.now()))
            (state.locator, state.newLocator, state.newCode) = (locator, nil, nil)
            state.seenAt = clock.now().microseconds
            let sealed = try seal(.mailbox(state), token)
            try await audit.command { db in
                try db.replace(kept, by: sealed, token, on: today)
                try db.insertCurrent(detail.item)
                try db.useAlone(Array(locator), of: id)
                return AuditNote(.codeReplaced, by: "reporter", at: .reporterDoor, subject: id.text) { _ in detail.bytes }
            }
        }
    }

    /// Makes a new code. The old one opens the mailbox until the new one was typed back, so that whoever leaves before it was
    /// written down is not shut out.
    package func replaceCode(_ token: SessionToken) async throws {
        let session = try await mailbox(token)
        let code = MailboxCode(from: sealer.entropy)
        let entry = MailboxEntry(
            session.pair, of: session.id, unlockedBy: try await stretch(code, with: access.secrets.peppers[0].key), sealer: sealer
        )
        let (id, today) = (session.id, today)
        try await unlessChanged {
            guard let kept = try await kept(token), case .mailbox(var state) = kept.state else { throw MailboxRefusal.gone }
            let detail = try session.keys.seal(SubjectDetail(at: clock.now()))
            let unused = state.newLocator.map { Array($0) }
            (state.newCode, state.newLocator) = (code.text, Data(entry.locator))
            state.seenAt = clock.now().microseconds
            let sealed = try seal(.mailbox(state), token)
            try await audit.command { db in
                try db.replace(kept, by: sealed, token, on: today)
                try db.insertCurrent(detail.item)
                if let unused { try db.execute("DELETE FROM mailbox_entry WHERE locator = $1", unused) }
                try db.insertEntry(entry, of: id, on: today, isPending: true)
                return AuditNote(.codeMade, by: "reporter", at: .reporterDoor, subject: id.text) { _ in detail.bytes }
            }
        }
    }

    /// Whoever comes back with the new code has written it down: from here the old one opens nothing.
    private func takeIntoUse(_ locator: [UInt8], of id: CaseFile.ID, _ keys: CompartmentKeys) async throws {
        let detail = try keys.seal(SubjectDetail(at: clock.now()))
        try await audit.command { db in
            try db.insertCurrent(detail.item)
            try db.useAlone(locator, of: id)
            return AuditNote(.codeReplaced, by: "reporter", at: .reporterDoor, subject: id.text) { _ in detail.bytes }
        }
    }
}

extension SQLConnection {
    /// Makes one code the only one of a mailbox.
    ///
    /// - Throws: `MailboxRefusal.gone` where another came first.
    fileprivate func useAlone(_ locator: [UInt8], of id: CaseFile.ID) throws {
        guard try execute("UPDATE mailbox_entry SET is_pending = 0 WHERE locator = $1", locator) == 1 else {
            throw MailboxRefusal.gone
        }
        try execute("DELETE FROM mailbox_entry WHERE case_id = $1 AND locator <> $2", id, locator)
    }
}
