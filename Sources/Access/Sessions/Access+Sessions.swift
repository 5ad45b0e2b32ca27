import AuditLog
import Database
import Kernel
import Sealing

extension Access {
    /// Starts a session. Where the passphrase unlocks private keys, they lie in it under a key that only the cookie holds.
    package func startSession(for identity: ProvenIdentity, unlocking: Unlocking) async throws -> OfficerSession {
        let (token, now, officer, sealer) = (SessionToken(from: sealer.entropy), clock.now(), identity.officer, sealer)
        let secret = try await database.read { db in try db.secret(of: officer.id) }
        let keys = try secret.map { secret in
            let ring = try sealer.open(
                secret.sealed, with: unlocking.key, at: .officerSecret(of: officer.id, version: secret.version))
            return try sealer.seal(ring, with: token.key("keys", as: UnlockUse.self), at: Self.place(token))
        }
        let session = OfficerSession(
            token: token, officer: officer, publicID: Base32.encode(sealer.entropy.bytes(10)), started: now, seen: now,
            sealedKeys: keys)
        try await database.write { db in
            try db.execute("DELETE FROM officer_session WHERE started < $1", now - SessionLimits.absolute)
            try db.execute(
                "INSERT INTO officer_session (id, officer, public_id, started, seen, sealed_keys) VALUES ($1, $2, $3, $4, $5, $6)",
                token.hash, officer.id, session.publicID, now, now, keys?.bytes)
        }
        return session
    }

    /// The session of a cookie; nil where it ended, was revoked or never was.
    package func session(_ token: SessionToken) async throws -> OfficerSession? {
        let (now, today) = (clock.now(), clock.today())
        let found = try await database.read { db -> OfficerSession? in
            guard let row = try db.first("SELECT * FROM officer_session WHERE id = $1", token.hash),
                let officer = try db.first("SELECT * FROM officer WHERE id = $1", try row.get("officer", as: Officer.ID.self))
            else { return nil }
            return OfficerSession(
                token: token, officer: try Officer(row: officer), publicID: try row.get("public_id"),
                started: try row.get("started"),
                seen: try row.get("seen"), sealedKeys: try row.get("sealed_keys", as: [UInt8]?.self).map { Sealed(bytes: $0) })
        }
        guard let found, found.officer.isServing(on: today), now - found.seen < SessionLimits.idle,
            now - found.started < SessionLimits.absolute
        else { return nil }
        if now - found.seen > .seconds(60) {
            try await database.write { db in
                try db.execute("UPDATE officer_session SET seen = $2 WHERE id = $1 AND seen < $2", token.hash, now)
            }
        }
        return found
    }

    /// The private keys of a session's officer.
    ///
    /// - Returns: nil for an officer who holds none.
    package func keyRing(of session: OfficerSession) throws -> KeyRing? {
        guard let sealed = session.sealedKeys else { return nil }
        return try sealer.open(sealed, with: session.token.key("keys", as: UnlockUse.self), at: Self.place(session.token))
            .ring(of: session.officer.id)
    }

    package func endSession(_ token: SessionToken) async throws {
        try await database.write { db in try db.execute("DELETE FROM officer_session WHERE id = $1", token.hash) }
    }

    /// The sessions of an officer, the newest first.
    package func sessions(of session: OfficerSession) async throws -> [SessionSummary] {
        let (officer, now) = (session.officer.id, clock.now())
        return try await database.read { db in
            try db.query("SELECT public_id, started, seen FROM officer_session WHERE officer = $1 ORDER BY seen DESC", officer)
                .map {
                    SessionSummary(
                        publicID: try $0.get("public_id"), started: try $0.get("started"), seen: try $0.get("seen"),
                        isThisOne: try $0.get("public_id") == session.publicID)
                }.filter { now - $0.seen < SessionLimits.idle && now - $0.started < SessionLimits.absolute }
        }
    }

    /// Ends one of an officer's own sessions.
    package func revoke(_ publicID: String, of session: OfficerSession) async throws {
        let officer = session.officer.id
        try await database.write { db in
            try db.execute("DELETE FROM officer_session WHERE officer = $1 AND public_id = $2", officer, publicID)
        }
    }

    static func place(_ token: SessionToken) -> SealingPlace {
        SealingPlace(table: "officer_session", column: "sealed_keys", row: Base32.encode(token.hash))
    }
}
