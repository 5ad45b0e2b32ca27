import Database
import Foundation
import Kernel
import Sealing

/// The public keys of an officer. A reset passphrase makes a new version, and the old one opens nothing new.
package struct OfficerKeys: Sendable, Equatable {
    /// Whose keys, and which of them.
    package struct Name: Hashable, Sendable {
        package let officer: Officer.ID
        package let version: Int

        package init(officer: Officer.ID, version: Int) {
            self.officer = officer
            self.version = version
        }
    }

    package let officer: Officer.ID
    package let version: Int
    package let reading: ReadingPublicKey
    package let signing: SigningPublicKey

    package init(officer: Officer.ID, version: Int, reading: ReadingPublicKey, signing: SigningPublicKey) {
        self.officer = officer
        self.version = version
        self.reading = reading
        self.signing = signing
    }

    package var name: Name { Name(officer: officer, version: version) }

    /// These keys and all earlier ones of the officer.
    package var names: [Name] { (1...version).map { Name(officer: officer, version: $0) } }

    init(row: Row) throws {
        self.init(
            officer: try row.get("officer"), version: try row.get("version"),
            reading: try ReadingPublicKey(bytes: row.get("reading_key")),
            signing: try SigningPublicKey(bytes: row.get("signing_key")))
    }
}

/// The private keys of an officer, unlocked for one session. It has no description.
package struct KeyRing: Sendable {
    package let officer: Officer.ID
    package let version: Int
    package let reading: ReadingKeyPair
    package let signing: SigningKeyPair

    package init(officer: Officer.ID, version: Int, reading: ReadingKeyPair, signing: SigningKeyPair) {
        self.officer = officer
        self.version = version
        self.reading = reading
        self.signing = signing
    }

    package init(for officer: Officer.ID, version: Int, from entropy: EntropySource) {
        self.init(
            officer: officer, version: version, reading: ReadingKeyPair(from: entropy), signing: SigningKeyPair(from: entropy))
    }

    package var publicKeys: OfficerKeys {
        OfficerKeys(officer: officer, version: version, reading: reading.publicKey, signing: signing.publicKey)
    }
}

/// How a key ring is kept: the two seeds.
struct KeyRingDocument: SealedDocument {
    static let form = "key-ring"

    let version: Int
    let reading: Data
    let signing: Data

    init(_ ring: KeyRing) {
        version = ring.version
        reading = Data(ring.reading.seed)
        signing = Data(ring.signing.seed)
    }

    func ring(of officer: Officer.ID) throws(SealFailure) -> KeyRing {
        KeyRing(
            officer: officer, version: version, reading: try ReadingKeyPair(seed: Array(reading)),
            signing: try SigningKeyPair(seed: Array(signing)))
    }
}
