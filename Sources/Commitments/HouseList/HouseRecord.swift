import Crypto
import Database
import Foundation
import Kernel

/// One entity of the House's open data as it came in.
package struct HouseRecord: Sendable, Equatable {
    package enum Category: String, Sendable, CaseIterable {
        /// A promise in the House's own register (Toezegging).
        case promise
        /// A matter (Zaak); of these, the motions.
        case matter
        /// What the House decided on a matter (Besluit).
        case decision
    }

    /// The source's identifier, in lower case.
    package let id: String
    package let category: Category
    /// Whether the source took it away.
    package let isRemoved: Bool
    /// By our names; several values where the source repeats a field. Without empty ones.
    package let fields: [String: [String]]
    /// As the source wrote it.
    package let raw: String

    package init(id: String, category: Category, isRemoved: Bool, fields: [String: [String]], raw: String) {
        self.id = id.lowercased()
        self.category = category
        self.isRemoved = isRemoved
        self.fields = fields
        self.raw = raw
    }

    package subscript(_ field: String) -> String? { fields[field]?.first }

    /// When the source last touched it, and its interface did.
    static let moments: Set = ["changedAt", "interfaceChangedAt"]

    /// What it says, without when the source last touched it: a record that comes again with the same content is the same.
    package var content: [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(category.rawValue) \(isRemoved)\n".utf8))
        for (name, values) in fields.sorted(by: { $0.key < $1.key }) where !Self.moments.contains(name) {
            for value in values { hash.update(data: Array("\(name)=\(value.utf8.count):\(value)\n".utf8)) }
        }
        return Array(hash.finalize())
    }

    /// The day in Amsterdam of a field with a moment, or of one without a zone as it is written; nil where the source has none, which it also writes as the year 1.
    package func day(_ field: String) -> Day? {
        guard let text = self[field], !text.hasPrefix("0001-") else { return nil }
        if case .success(let moment) = Moment.parse(text.replacing(/\.[0-9]+/, with: "")) {
            return Zone.amsterdam.local(moment.instant).0
        }
        return Day(text.prefix(10))
    }
}

extension HouseRecord {
    /// When the source last touched it, and whether it tells that; else when we saw it so first.
    func touched(orElse seen: Day) -> (day: Day, isTold: Bool) {
        day("changedAt").map { ($0, true) } ?? (seen, false)
    }
}

/// Where something of a file could not be read, and why.
package struct HouseListFault: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        case notXML, endsTooSoon, encoding, documentType, notJSON, unknownForm, empty
        /// A row of JSON, which is always in UTF-8, in another encoding.
        case notUTF8
        /// An entity without an identifier.
        case withoutID
    }

    /// Counted from 1.
    package let line: Int
    package let reason: Reason

    /// Whether nothing behind this place was read.
    package var endsReading: Bool {
        switch reason {
        case .notXML, .endsTooSoon, .encoding, .documentType, .unknownForm, .empty: true
        case .notJSON, .notUTF8, .withoutID: false
        }
    }

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

extension Row {
    /// What a record says, of a row of `house_item`.
    func houseFields() throws -> [String: [String]] {
        try JSONDecoder().decode([String: [String]].self, from: Data(try get("fields", as: String.self).utf8))
    }
}
