import Crypto
import Database
import Kernel
import Sealing

/// One link of the chain.
package struct AuditEntry: Sendable, Equatable {
    package let number: Int
    package let day: Day
    package let action: AuditAction
    package let party: String
    package let origin: AuditOrigin
    package let subject: String?
    /// Sealed; nil where there is none, or where it was destroyed with its case.
    package let detail: [UInt8]?
    let detailHash: [UInt8]?
    let previous: [UInt8]
    let hash: [UInt8]

    /// The first link follows on this.
    static let beginning = [UInt8](repeating: 0, count: 32)

    init(number: Int, day: Day, note: AuditNote, previous: [UInt8]) throws {
        self.number = number
        self.day = day
        action = note.action
        party = note.party
        origin = note.origin
        subject = note.subject
        detail = try note.detail.flatMap { try $0(number) }
        detailHash = detail.map { Array(SHA256.hash(data: $0)) }
        self.previous = previous
        hash = Self.hash(number, day, action, party, origin, subject, detailHash, previous)
    }

    init(row: Row) throws {
        number = try row.get("number")
        day = try row.get("day")
        action = AuditAction(try row.get("action"))
        party = try row.get("party")
        origin = try row.get("origin")
        subject = try row.get("subject")
        detail = try row.get("detail")
        detailHash = try row.get("detail_hash")
        previous = try row.get("previous")
        hash = try row.get("hash")
    }

    /// Whether the row still says what was hashed. A destroyed detail leaves its hash; a changed one does not fit it.
    var isIntact: Bool {
        guard hash == Self.hash(number, day, action, party, origin, subject, detailHash, previous) else { return false }
        return detail.map { Array(SHA256.hash(data: $0)) == detailHash } ?? true
    }

    private static func hash(
        _ number: Int, _ day: Day, _ action: AuditAction, _ party: String, _ origin: AuditOrigin, _ subject: String?,
        _ detailHash: [UInt8]?, _ previous: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in ["audit-entry/1", String(number), day.iso, action.code, party, origin.rawValue, subject ?? ""] {
            bytes.append(lengthPrefixed: Array(part.utf8))
        }
        bytes.append(lengthPrefixed: detailHash ?? [])
        bytes.append(lengthPrefixed: previous)
        return Array(SHA256.hash(data: bytes))
    }
}
