import Access
import Database
import Foundation
import Kernel
import Sealing

/// Why a code opens nothing. It does not tell whether there is a report.
package enum CodeRefusal: Error, Equatable {
    case typed(MailboxCodeRefusal)
    /// No report or draft has this code.
    case opensNothing
    /// Too many codes are being tried at this moment: wait a little.
    case busy
}

extension ReportingDesk {
    /// Makes a code with which a draft can be taken up again, in another browser too, for a week.
    package func makeResumeCode(_ token: SessionToken) async throws -> MailboxCode {
        let code = MailboxCode(from: sealer.entropy)
        let stretched = try await stretch(code, with: access.secrets.peppers[0].key)
        let sealed = sealer.seal(Array(token.text.utf8), with: stretched.unlockKey, at: .resumeEntry(stretched.locator))
        let (locator, today) = (stretched.locator, today)
        return try await unlessChanged {
            guard let kept = try await kept(token), case .draft(var draft) = kept.state else { throw DraftRefusal.gone }
            draft.hasResumeCode = true
            draft.seenAt = clock.now().microseconds
            let state = try seal(.draft(draft), token)
            try await database.write { db in
                try db.replace(kept, by: state, token, on: today)
                try db.execute(
                    "INSERT INTO resume_entry (locator, sealed_token, day) VALUES ($1, $2, $3)", locator, sealed, today)
            }
            return code
        }
    }

    /// Takes a draft up again, in a session of its own: the one in which it was begun ends. The code is used up.
    package func resume(_ typed: String) async throws -> SessionToken {
        let (found, key) = try await find(typed) { db, locator in
            try db.first("SELECT sealed_token FROM resume_entry WHERE locator = $1", locator)?.get(
                "sealed_token", as: [UInt8].self)
        }
        let text = try sealer.open(found, with: key.unlockKey, at: .resumeEntry(key.locator))
        guard let old = SessionToken(text: String(decoding: text, as: UTF8.self)) else { throw CodeRefusal.opensNothing }
        let (token, locator, today) = (SessionToken(from: sealer.entropy), key.locator, today)
        return try await unlessChanged {
            guard let kept = try await kept(old), case .draft(var draft) = kept.state else { throw CodeRefusal.opensNothing }
            draft.hasResumeCode = false
            draft.isLocked = false
            draft.seenAt = clock.now().microseconds
            let state = try seal(.draft(draft), token)
            try await database.write { db in
                let used = try db.execute("DELETE FROM resume_entry WHERE locator = $1", locator)
                guard used == 1 else { throw CodeRefusal.opensNothing }
                try db.end(kept, old)
                try db.startSession(state, token, on: today)
                try db.execute("UPDATE pending_upload SET session = $2 WHERE session = $1", old.hash, token.hash)
            }
            return token
        }
    }

    /// Looks a code up under every pepper that is known, the newest first.
    func find<Found: Sendable>(
        _ typed: String, _ look: @escaping @Sendable (any SQLConnection, _ locator: [UInt8]) throws -> Found?
    ) async throws -> (Found, StretchedKey) {
        let code: MailboxCode
        do {
            code = try MailboxCode(typed: typed)
        } catch {
            throw CodeRefusal.typed(error)
        }
        for pepper in access.secrets.peppers {
            let stretched = try await stretch(code, with: pepper.key)
            let locator = stretched.locator
            if let found = try await database.read({ db in try look(db, locator) }) { return (found, stretched) }
        }
        throw CodeRefusal.opensNothing
    }

    func stretch(_ code: MailboxCode, with pepper: AuthenticityKey) async throws -> StretchedKey {
        let derivation = try Derivation(pepper: pepper, salt: access.secrets.salt, cost: access.derivations.codeCost)
        do {
            return try await access.derivations.run(.code) { try code.stretched(by: derivation) }
        } catch is AdmissionRefused {
            throw CodeRefusal.busy
        }
    }
}

extension SealingPlace {
    fileprivate static func resumeEntry(_ locator: [UInt8]) -> SealingPlace {
        SealingPlace(table: "resume_entry", column: "sealed_token", row: Base32.encode(locator))
    }
}
