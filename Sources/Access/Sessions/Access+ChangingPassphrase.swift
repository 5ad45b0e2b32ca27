import AuditLog
import Database
import Kernel
import Sealing

/// Why a passphrase is not changed.
package enum PassphraseChangeRefusal: Error, Equatable {
    case currentNotRight
    case passphrasesDiffer
    case passphrase(PassphraseRefusal)
    case busy
}

extension Access {
    /// Changes the passphrase of a session's officer: the same keys, sealed anew. Their other sessions end.
    package func changePassphrase(
        of session: OfficerSession, current: String, to chosen: String, again: String
    ) async throws {
        guard chosen == again else { throw PassphraseChangeRefusal.passphrasesDiffer }
        let next: Passphrase
        do {
            next = try Passphrase(chosen: chosen)
        } catch {
            throw PassphraseChangeRefusal.passphrase(error)
        }
        let (officer, sealer) = (session.officer, sealer)
        guard let credential = try await database.read({ try $0.credential(of: officer.id) }),
            let pepper = secrets.peppers.first(where: { $0.id == credential.pepper }), let tried = Passphrase(tried: current)
        else { throw PassphraseChangeRefusal.currentNotRight }
        let old = try Derivation(pepper: pepper.key, salt: credential.salt, cost: credential.cost)
        let new = try Derivation(
            pepper: secrets.peppers[0].key, salt: sealer.entropy.bytes(Derivation.saltSize), cost: derivations.passphraseCost)
        let stretched = try await bothStretched(tried, old, next, new)
        guard constantTimeEqual(stretched.old.verifier, credential.verifier) else {
            throw PassphraseChangeRefusal.currentNotRight
        }

        let changed = Credential(
            officer: officer.id, salt: new.salt, cost: new.cost, pepper: secrets.peppers[0].id, verifier: stretched.new.verifier,
            secondFactor: credential.secondFactor, lastStep: credential.lastStep)
        let ring = try keyRing(of: session)
        let note = note(.passphraseChanged, by: try await mainRole(of: officer), at: .officerDoor, officer: officer.id)
        try await audit.command { db in
            try db.save(changed)
            if let ring { try db.saveSecret(of: ring, sealer: sealer, key: stretched.new.unlockKey) }
            try db.execute("DELETE FROM officer_session WHERE officer = $1 AND id <> $2", officer.id, session.token.hash)
            return note
        }
    }

    private func bothStretched(
        _ tried: Passphrase, _ old: Derivation, _ next: Passphrase, _ new: Derivation
    ) async throws -> (old: StretchedKey, new: StretchedKey) {
        do {
            return try await derivations.run(.passphrase) { (try tried.stretched(by: old), try next.stretched(by: new)) }
        } catch is AdmissionRefused {
            throw PassphraseChangeRefusal.busy
        }
    }
}
