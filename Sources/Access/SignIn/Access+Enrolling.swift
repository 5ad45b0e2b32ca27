import AuditLog
import Crypto
import Database
import Foundation
import Kernel
import Sealing

/// Why someone cannot enrol.
package enum EnrolmentRefusal: Error, Equatable {
    /// The name and the enrolment code do not belong together, or the code is no longer valid.
    case notRight
    case passphrase(PassphraseRefusal)
    case passphrasesDiffer
    /// The six digits are not those of the device.
    case codeNotRight
}

/// The code that an administrator hands to an officer for the first sign-in, valid for a week: 20 characters.
package struct EnrolmentCode: Sendable, Equatable {
    package static let days = 7
    package let text: String

    init(from entropy: EntropySource) {
        text = Base32.encode(entropy.bytes(13)).prefix(20).enumerated().map { ($0 > 0 && $0 % 5 == 0 ? "-" : "") + String($1) }
            .joined()
    }

    static func hash(_ typed: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(typed.lowercased().filter { $0.isLetter || $0.isNumber }.utf8)))
    }
}

extension Access {
    /// Lets an officer enrol, for the first time or again. From now on an earlier passphrase does not sign in any more. Enrolling
    /// again makes new keys, which open nothing old.
    package func invite(_ officer: Officer, at origin: AuditOrigin = .commandLine) async throws -> EnrolmentCode {
        let code = EnrolmentCode(from: sealer.entropy)
        let until = clock.today() + EnrolmentCode.days
        let note = note(.officerReset, by: "administrator", at: origin, officer: officer.id)
        return try await audit.command { db in
            try db.execute(
                """
                INSERT INTO enrolment (officer, code_hash, until_day) VALUES ($1, $2, $3)
                ON CONFLICT (officer) DO UPDATE SET code_hash = $2, until_day = $3
                """, officer.id, EnrolmentCode.hash(code.text), until)
            try db.execute("DELETE FROM officer_session WHERE officer = $1", officer.id)
            try db.execute("DELETE FROM credential WHERE officer = $1", officer.id)
            return Audited(code, note)
        }
    }

    /// The officer whom a name and an enrolment code belong to.
    package func invited(userName typed: String, code: String) async throws -> Officer {
        let (hash, today) = (EnrolmentCode.hash(code), clock.today())
        guard let userName = UserName(typed) else { throw EnrolmentRefusal.notRight }
        let found = try await database.read { db -> Officer? in
            let row = try db.first(
                """
                SELECT o.* FROM officer o JOIN enrolment e ON e.officer = o.id
                WHERE o.user_name = $1 AND e.code_hash = $2 AND e.until_day >= $3
                """, userName.text, hash, today)
            return try row.map(Officer.init)
        }
        guard let found else { throw EnrolmentRefusal.notRight }
        return found
    }

    /// Enrols: the officer chose a passphrase and showed that the device makes the right digits. New keys are made.
    package func enrol(
        userName: String, code: String, passphrase typed: String, again: String, secondFactor: TimeCode, digits: String
    ) async throws -> Officer {
        let officer = try await invited(userName: userName, code: code)
        guard typed == again else { throw EnrolmentRefusal.passphrasesDiffer }
        let passphrase: Passphrase
        do {
            passphrase = try Passphrase(chosen: typed)
        } catch {
            throw EnrolmentRefusal.passphrase(error)
        }
        guard let step = secondFactor.accepts(digits, at: clock.now(), after: 0) else { throw EnrolmentRefusal.codeNotRight }
        try await save(passphrase, secondFactor, lastStep: step, of: officer, invitedBy: EnrolmentCode.hash(code))
        return officer
    }

    /// Stores credential and keys of an officer and uses up the invitation.
    ///
    /// - Throws: `EnrolmentRefusal.notRight` where the invitation was used meanwhile.
    private func save(
        _ passphrase: Passphrase, _ secondFactor: TimeCode, lastStep: Int, of officer: Officer, invitedBy codeHash: [UInt8]
    ) async throws {
        let (salt, pepper, cost) = (sealer.entropy.bytes(Derivation.saltSize), secrets.peppers[0], derivations.passphraseCost)
        let derivation = try Derivation(pepper: pepper.key, salt: salt, cost: cost)
        let stretched = try await derivations.run(.passphrase) { try passphrase.stretched(by: derivation) }
        let credential = Credential(
            officer: officer.id, salt: salt, cost: cost, pepper: pepper.id, verifier: stretched.verifier,
            secondFactor: try sealer.seal(
                SecondFactorDocument(secret: Data(secondFactor.secret)), with: secrets.notice.key,
                at: Credential.place(of: officer.id)),
            lastStep: lastStep)
        let (sealer, today) = (sealer, clock.today())
        let note = note(.officerEnrolled, by: "officer", at: .officerDoor, officer: officer.id)
        try await audit.command { db in
            let used = try db.execute("DELETE FROM enrolment WHERE officer = $1 AND code_hash = $2", officer.id, codeHash)
            guard used == 1 else { throw EnrolmentRefusal.notRight }
            let version =
                (try db.first("SELECT max(version) AS v FROM officer_key WHERE officer = $1", officer.id)?.get("v") ?? 0) + 1
            let ring = KeyRing(for: officer.id, version: version, from: sealer.entropy)
            try db.save(credential)
            try db.insert(ring.publicKeys, on: today)
            try db.saveSecret(of: ring, sealer: sealer, key: stretched.unlockKey)
            try db.raiseRosterVersion()
            return note
        }
    }
}

extension SQLConnection {
    fileprivate func insert(_ keys: OfficerKeys, on day: Day) throws {
        try execute(
            "INSERT INTO officer_key (officer, version, reading_key, signing_key, made_day) VALUES ($1, $2, $3, $4, $5)",
            keys.officer,
            keys.version, keys.reading.bytes, keys.signing.bytes, day)
    }
}
