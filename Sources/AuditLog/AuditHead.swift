import Database
import Foundation
import Kernel
import Sealing

/// The signed end of the chain. Only the newest is kept in the database, so that a cut tail has no head that fits; copies go to
/// a place outside.
package struct AuditHead: Sendable, Equatable, Codable {
    package let installation: String
    package let number: Int
    package let hash: Data
    package let day: Day
    package let keyID: String
    package let signature: Data

    init(installation: String, entry: AuditEntry, key: ServerSecrets.Numbered<SigningKeyPair>) {
        self.installation = installation
        number = entry.number
        hash = Data(entry.hash)
        day = entry.day
        keyID = key.id
        signature = Data(key.key.sign(Self.statement(installation, entry.number, Data(entry.hash), entry.day), for: .auditHead))
    }

    init(row: Row, installation: String) throws {
        self.installation = installation
        number = try row.get("number")
        hash = Data(try row.get("hash", as: [UInt8].self))
        day = try row.get("day")
        keyID = try row.get("key_id")
        signature = Data(try row.get("signature", as: [UInt8].self))
    }

    package func isSigned(by keys: [String: SigningPublicKey]) -> Bool {
        guard let key = keys[keyID] else { return false }
        return key.isSignature(Array(signature), of: Self.statement(installation, number, hash, day), for: .auditHead)
    }

    private static func statement(_ installation: String, _ number: Int, _ hash: Data, _ day: Day) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in ["audit-head/1", installation, String(number), day.iso] { bytes.append(lengthPrefixed: Array(part.utf8)) }
        bytes.append(lengthPrefixed: Array(hash))
        return bytes
    }
}
