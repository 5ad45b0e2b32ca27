import Foundation

/// The days that royal decrees equate with recognised holidays (Algemene termijnenwet art. 3(3)), each decree for a
/// range of years.
package struct EquatedDays: Sendable, Equatable {
    /// Names this list in a stored date, so that a later list does not change it silently.
    package let version: String
    package let days: Set<Day>
    /// The years for which a decree is known.
    package let knownYears: Set<Int>

    package init(version: String, days: Set<Day>, knownYears: Set<Int>) {
        self.version = version
        self.days = days
        self.knownYears = knownYears
    }

    /// - Throws: `DecodingError` where the data is not of the form of `equated-days.json`.
    package init(json: [UInt8]) throws {
        struct Decree: Decodable {
            let years: [Int]
            let days: [Day]
        }
        struct File: Decodable {
            let version: String
            let decrees: [Decree]
        }
        let file = try JSONDecoder().decode(File.self, from: Data(json))
        self.init(
            version: file.version,
            days: Set(file.decrees.flatMap(\.days)),
            knownYears: Set(file.decrees.flatMap { ($0.years.min() ?? 0)...($0.years.max() ?? -1) })
        )
    }

    /// The list that comes with this release.
    package static let current = try! EquatedDays(json: PackageResources.equated_days_json)
}
