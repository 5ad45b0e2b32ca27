import AuditLog
import Database
import Foundation
import Kernel
import Sealing

/// What the audit knows of an act in a case besides action, function and day. It is an item of the case, so that it opens for the
/// readers of the case, and goes when the case is destroyed.
package struct SubjectDetail: SealedDocument, Equatable {
    package static let form = "subject-detail"

    /// Microseconds since 1970.
    package let instant: Int64
    package let officer: String?
    package let name: String?
    package let text: String?

    package init(at instant: Instant, officer: String? = nil, name: String? = nil, text: String? = nil) {
        self.instant = instant.microseconds
        self.officer = officer
        self.name = name
        self.text = text
    }
}

/// A detail sealed as an item, to store together with its entry.
package struct SealedDetail: Sendable {
    package let item: SealedItem
    /// What the entry holds: the name of the item, then the sealed document.
    package let bytes: [UInt8]
}

extension CompartmentKeys {
    package func seal(_ detail: SubjectDetail) throws -> SealedDetail {
        let (item, key) = try newItem(in: .content)
        let sealed = try sealer.seal(detail, with: key, at: .detail(of: item.id, in: subject))
        return SealedDetail(item: item, bytes: Array(item.id.text.utf8) + sealed.bytes)
    }

    /// The detail of an entry about this subject.
    ///
    /// - Returns: nil where it has none, or where these keys do not open it.
    package func detail(of entry: AuditEntry, among items: [SealedItem.ID: SealedItem]) -> SubjectDetail? {
        guard let bytes = entry.detail, let id = SealedItem.ID(String(decoding: bytes.prefix(26), as: UTF8.self)),
            let item = items[id], let key = try? key(of: item)
        else { return nil }
        return try? sealer.open(Sealed(bytes: Array(bytes.dropFirst(26))), with: key, at: .detail(of: id, in: subject))
    }
}

extension SealingPlace {
    fileprivate static func detail(of item: SealedItem.ID, in subject: String) -> SealingPlace {
        SealingPlace(item: item, subject: subject, compartment: .content, table: "audit_entry", column: "detail")
    }
}

extension Compartments {
    /// Records an opening before anything opens, and hands out the keys of the compartments that it opens.
    ///
    /// - Parameter also: what is stored in the same transaction, with the number of the entry.
    /// - Throws: `KeyRefusal.notAReader`.
    package func open(
        _ subject: String, for holder: KeyHolder, _ compartments: Set<Compartment>, as action: AuditAction, by function: String,
        at origin: AuditOrigin, detail: SubjectDetail,
        also: @escaping @Sendable (any SQLConnection, _ entry: Int) throws -> Void = { _, _ in }
    ) async throws -> (opening: RecordedOpening, keys: CompartmentKeys) {
        let keys = try await keys(of: subject, for: holder, compartments.union([.content]))
        let sealed = try keys.seal(detail)
        let opening = try await audit.recordOpening(of: subject, as: action) { db, entry in
            try db.insertCurrent(sealed.item)
            try also(db, entry)
            return AuditNote(action, by: function, at: origin, subject: subject) { _ in sealed.bytes }
        }
        return (opening, keys)
    }
}
