import Database
import Kernel
import Sealing

extension SQLConnection {
    /// Keeps the private keys of an officer, sealed under what their passphrase unlocks.
    func saveSecret(of ring: KeyRing, sealer: Sealer, key: UnlockKey) throws {
        let sealed = try sealer.seal(
            KeyRingDocument(ring), with: key, at: .officerSecret(of: ring.officer, version: ring.version))
        try execute(
            """
            INSERT INTO officer_secret (officer, key_version, sealed_keys) VALUES ($1, $2, $3)
            ON CONFLICT (officer) DO UPDATE SET key_version = $2, sealed_keys = $3
            """, ring.officer, ring.version, sealed.bytes)
    }

    /// The sealed private keys of an officer; nil for one who holds none.
    func secret(of officer: Officer.ID) throws -> (version: Int, sealed: Sealed<KeyRingDocument>)? {
        try first("SELECT key_version, sealed_keys FROM officer_secret WHERE officer = $1", officer).map {
            (try $0.get("key_version"), Sealed(bytes: try $0.get("sealed_keys")))
        }
    }
}

extension SealingPlace {
    static func officerSecret(of officer: Officer.ID, version: Int) -> SealingPlace {
        SealingPlace(table: "officer_secret", column: "sealed_keys", row: officer.text, epoch: version)
    }
}
