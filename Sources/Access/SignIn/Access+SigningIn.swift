import AuditLog
import Database
import Kernel
import Sealing

/// Why someone is not let in. It does not tell whether the account exists.
package enum SignInRefusal: Refusal {
    /// Name, passphrase or code is not right.
    case notRight
    /// Too many sign in at this moment.
    case busy
}

/// What came of a sign-in.
package struct SignIn: Sendable {
    package let identity: ProvenIdentity
    package let unlocking: Unlocking
    package let device: DeviceToken
}

extension Access {
    /// Checks name, passphrase and code together. It takes the same time whichever of them is wrong.
    package func signIn(
        userName typedName: String, passphrase typed: String, code: String, device: DeviceToken?,
        at origin: AuditOrigin = .officerDoor
    ) async throws -> SignIn {
        guard let userName = UserName(typedName), let passphrase = Passphrase(tried: typed) else { throw SignInRefusal.notRight }
        let tag = brakeTag(userName, device)
        let now = clock.now()
        let failures = try await database.write { try $0.countTry(tag, at: now) }
        try await Task.sleep(for: SignInBrake.wait(after: failures))

        let account = try await database.read { db in try db.account(userName) }
        let stretched = try await stretch(passphrase, account?.credential, userName)
        guard let account, let credential = account.credential, constantTimeEqual(stretched.verifier, credential.verifier),
            account.officer.isServing(on: clock.today()), try await useCode(code, credential)
        else { throw SignInRefusal.notRight }

        let role = try await mainRole(of: account.officer)
        let note = note(.signedIn, by: role, at: origin, officer: account.officer.id)
        try await audit.command { db in
            try db.forgetTries(tag)
            return note
        }
        return SignIn(
            identity: ProvenIdentity(officer: account.officer), unlocking: Unlocking(key: stretched.unlockKey),
            device: DeviceToken(for: userName, from: sealer.entropy, key: secrets.tagKey))
    }

    /// Signs in without a second factor, on a database that the demo made.
    ///
    /// - Throws: `InstallationRefusal.kindDiffers` on any other, `SignInRefusal.notRight`.
    package func demoIdentity(userName: String, passphrase typed: String) async throws -> (
        identity: ProvenIdentity, unlocking: Unlocking
    ) {
        guard let found = try await installation() else { throw SignInRefusal.notRight }
        guard found.kind == .demo else { throw InstallationRefusal.kindDiffers(found: found.kind) }
        guard let userName = UserName(userName), let passphrase = Passphrase(tried: typed),
            let account = try await database.read({ db in try db.account(userName) })
        else { throw SignInRefusal.notRight }
        let stretched = try await stretch(passphrase, account.credential, userName)
        guard let credential = account.credential, constantTimeEqual(stretched.verifier, credential.verifier) else {
            throw SignInRefusal.notRight
        }
        return (ProvenIdentity(officer: account.officer), Unlocking(key: stretched.unlockKey))
    }

    /// The function under which the audit names an officer who acts for no case.
    package func mainRole(of officer: Officer) async throws -> String {
        let appointments = try await roster().effective(on: clock.today()).filter { $0.officer == officer.id }
        return appointments.map(\.role.rawValue).min() ?? "officer"
    }

    private func brakeTag(_ userName: UserName, _ device: DeviceToken?) -> KeyedTag {
        let nonce = device?.nonce(for: userName, key: secrets.tagKey) ?? ""
        return secrets.tagKey.tag("brake", userName.text, nonce)
    }

    /// For a name that does not exist the work is the same, with a salt of its own.
    private func stretch(_ passphrase: Passphrase, _ credential: Credential?, _ userName: UserName) async throws -> StretchedKey {
        let salt = credential?.salt ?? secrets.tagKey.tag("no-account", userName.text).bytes
        let pepper = secrets.peppers.first { $0.id == credential?.pepper } ?? secrets.peppers[0]
        let derivation = try Derivation(pepper: pepper.key, salt: salt, cost: credential?.cost ?? derivations.passphraseCost)
        do {
            return try await derivations.run(.passphrase) { try passphrase.stretched(by: derivation) }
        } catch is AdmissionRefused {
            throw SignInRefusal.busy
        }
    }

    /// Uses a code up: of two sign-ins with one code, one is let in.
    private func useCode(_ typed: String, _ credential: Credential) async throws -> Bool {
        let document = try sealer.open(
            credential.secondFactor, with: secrets.notice.key, at: Credential.place(of: credential.officer))
        guard let step = TimeCode(secret: Array(document.secret)).accepts(typed, at: clock.now(), after: credential.lastStep)
        else {
            return false
        }
        return try await database.write { db in
            try db.execute(
                "UPDATE credential SET last_step = $2 WHERE officer = $1 AND last_step < $2", credential.officer, step) == 1
        }
    }
}

/// Compares without telling by its time where the first difference lies.
func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}

extension SQLConnection {
    fileprivate func account(_ userName: UserName) throws -> (officer: Officer, credential: Credential?)? {
        guard let row = try first("SELECT * FROM officer WHERE user_name = $1", userName.text) else { return nil }
        let officer = try Officer(row: row)
        return (officer, try credential(of: officer.id))
    }
}
