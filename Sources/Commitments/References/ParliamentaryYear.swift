import Kernel

/// A year of the States General: from the third Tuesday of September until the next.
package struct ParliamentaryYear: Hashable, Sendable, Comparable {
    /// The calendar year in which it begins.
    package let beginning: Int

    package init(beginning: Int) {
        self.beginning = beginning
    }

    /// The year in which a day lies. It turns on the third Tuesday of September (Grondwet 65).
    package init(of day: Day) {
        let year = day.year
        beginning = day >= Self.openingDay(in: year) ? year : year - 1
    }

    /// The third Tuesday of September.
    package static func openingDay(in year: Int) -> Day {
        let first = Day(year: year, month: 9, day: 1)!
        let daysToTuesday = (Weekday.tuesday.rawValue - first.weekday.rawValue + 7) % 7
        return first + daysToTuesday + 14
    }

    /// The last year of which a paper can be on a day: one of the last days of a year may get its number in the next.
    package static func last(on day: Day) -> ParliamentaryYear { ParliamentaryYear(of: day + 14) }

    package static func < (a: Self, b: Self) -> Bool { a.beginning < b.beginning }

    /// As letters write it: `2024/25`, at the turn of a century `1999/2000`.
    package var inLetters: String {
        let end = beginning + 1
        return end % 100 == 0 ? "\(beginning)/\(end)" : "\(beginning)/\(end % 100 < 10 ? "0" : "")\(end % 100)"
    }

    /// As metadata writes it: `2024-2025`.
    package var inMetadata: String { "\(beginning)-\(beginning + 1)" }

    /// As identifiers write it: `20242025`.
    package var inIdentifiers: String { "\(beginning)\(beginning + 1)" }

    /// Reads `2024/25`, `2024-25`, `2024/2025`, `2024-2025` and `20242025`.
    ///
    /// - Returns: nil where it is no such year, or the second does not follow on the first.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8.filter { (48...57).contains($0) }.map { Int($0) - 48 }
        let signs = text.utf8.filter { !(48...57).contains($0) }
        guard digits.count == 6 || digits.count == 8, signs.count <= 1, signs.allSatisfy({ $0 == 47 || $0 == 45 }) else {
            return nil
        }
        guard signs.isEmpty ? digits.count == 8 : text.utf8.dropFirst(4).first == signs.first else { return nil }
        let first = digits[..<4].reduce(0) { $0 * 10 + $1 }
        let second = digits[4...].reduce(0) { $0 * 10 + $1 }
        guard (1814...2999).contains(first), second == (digits.count == 6 ? (first + 1) % 100 : first + 1) else { return nil }
        beginning = first
    }
}

/// A House of the States General.
package enum House: String, CaseIterable, Sendable, Codable {
    /// The House of Representatives.
    case tweedeKamer = "tk"
    /// The Senate.
    case eersteKamer = "ek"

    /// As references write it.
    package var numeral: String {
        switch self {
        case .tweedeKamer: "II"
        case .eersteKamer: "I"
        }
    }

    init?(numeral: some StringProtocol) {
        guard let house = House.allCases.first(where: { $0.numeral == numeral }) else { return nil }
        self = house
    }
}
