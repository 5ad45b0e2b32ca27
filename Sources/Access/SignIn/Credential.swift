import Database
import Foundation
import Kernel
import Sealing

/// What the server keeps to check a passphrase and a second factor. Neither can be read from it.
struct Credential: Sendable {
    let officer: Officer.ID
    let salt: [UInt8]
    let cost: DerivationCost
    let pepper: String
    let verifier: [UInt8]
    /// The second factor, sealed under the server's notice key.
    let secondFactor: Sealed<SecondFactorDocument>
    let lastStep: Int

    init(
        officer: Officer.ID, salt: [UInt8], cost: DerivationCost, pepper: String, verifier: [UInt8],
        secondFactor: Sealed<SecondFactorDocument>, lastStep: Int
    ) {
        self.officer = officer
        self.salt = salt
        self.cost = cost
        self.pepper = pepper
        self.verifier = verifier
        self.secondFactor = secondFactor
        self.lastStep = lastStep
    }

    init(row: Row) throws {
        self.init(
            officer: try row.get("officer"), salt: try row.get("salt"),
            cost: try DerivationCost(memoryKiB: row.get("memory_kib"), passes: row.get("passes")), pepper: try row.get("pepper"),
            verifier: try row.get("verifier"), secondFactor: Sealed(bytes: try row.get("second_factor")),
            lastStep: try row.get("last_step"))
    }

    static func place(of officer: Officer.ID) -> SealingPlace {
        SealingPlace(table: "credential", column: "second_factor", row: officer.text)
    }
}

/// How a second factor is kept.
struct SecondFactorDocument: SealedDocument {
    static let form = "second-factor"

    let secret: Data
}

/// Who someone is, proven: by passphrase and second factor here, or one day by an identity provider. It unlocks nothing.
package struct ProvenIdentity: Sendable {
    package let officer: Officer

    init(officer: Officer) {
        self.officer = officer
    }
}

/// The key that a passphrase unlocks. It says nothing of who typed it.
package struct Unlocking: Sendable {
    let key: UnlockKey

    init(key: UnlockKey) {
        self.key = key
    }
}

extension SQLConnection {
    func credential(of officer: Officer.ID) throws -> Credential? {
        try first("SELECT * FROM credential WHERE officer = $1", officer).map(Credential.init)
    }

    func save(_ credential: Credential) throws {
        try execute(
            """
            INSERT INTO credential (officer, salt, memory_kib, passes, pepper, verifier, second_factor, last_step)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (officer) DO UPDATE
            SET salt = $2, memory_kib = $3, passes = $4, pepper = $5, verifier = $6, second_factor = $7, last_step = $8
            """, credential.officer, credential.salt, credential.cost.memoryKiB, credential.cost.passes, credential.pepper,
            credential.verifier, credential.secondFactor.bytes, credential.lastStep)
    }
}
