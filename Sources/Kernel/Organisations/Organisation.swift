/// A part of the central government. Ministries merge, split and change their names, so everything about one has dates.
package struct Organisation: Equatable, Sendable {
    /// A short code of ours that never changes, such as `bzk`.
    package struct ID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
        package let code: String

        /// - Returns: nil where the code is not 2 to 24 lower-case letters, digits and hyphens.
        package init?(_ code: some StringProtocol) {
            guard (2...24).contains(code.utf8.count),
                code.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
            else { return nil }
            self.code = String(code)
        }

        package init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let id = ID(text) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "not an organisation code"))
            }
            self = id
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(code)
        }

        package static func < (a: ID, b: ID) -> Bool { a.code < b.code }
        package var description: String { code }
    }

    package enum Kind: String, Sendable, Codable, CaseIterable { case government, ministry, agency }

    package let id: ID
    package let kind: Kind
    package let existence: Period
    /// What it is called, each name in its period.
    package let names: [Dated<OrganisationName>]
    /// Under which organisation it falls, each in its period. The government itself has none.
    package let parents: [Dated<ID>]
    /// The organisation whose appointed readers take a report that cannot stay here.
    package let alternate: ID?
    /// The identifier in the government's register of organisations (TOOI).
    package let tooi: String?

    package init(
        id: ID, kind: Kind, existence: Period, names: [Dated<OrganisationName>], parents: [Dated<ID>], alternate: ID?,
        tooi: String?
    ) {
        self.id = id
        self.kind = kind
        self.existence = existence
        self.names = names
        self.parents = parents
        self.alternate = alternate
        self.tooi = tooi
    }

    /// The name on a day; outside all periods the nearest one, so that an old case can still be named.
    package func name(on day: Day) -> OrganisationName {
        names.last { $0.period.contains(day) }?.value ?? (names.last { $0.period.from <= day } ?? names[0]).value
    }
}

/// The full name in both languages, and the abbreviation by which staff know it.
package struct OrganisationName: Equatable, Sendable {
    package let full: Bilingual<String>
    package let abbreviation: String

    package init(nl: String, en: String, abbreviation: String) {
        full = Bilingual(nl: nl, en: en)
        self.abbreviation = abbreviation
    }
}

/// From a day up to and including a day, or without an end.
package struct Period: Hashable, Sendable {
    package let from: Day
    package let until: Day?

    package init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ day: Day) -> Bool { day >= from && day <= until ?? .last }
}

/// A value that holds in a period.
package struct Dated<Value: Sendable>: Sendable {
    package let value: Value
    package let period: Period

    package init(_ value: Value, _ period: Period) {
        self.value = value
        self.period = period
    }
}

extension Dated: Equatable where Value: Equatable {}
