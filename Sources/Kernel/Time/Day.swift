/// A calendar day in the Gregorian calendar, without a clock or a time zone.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; negative before it.
    package let number: Int

    package static let first = Day(year: 1583, month: 1, day: 1)!
    package static let last = Day(year: 9999, month: 12, day: 31)!

    package init(number: Int) {
        self.number = number
    }

    /// - Returns: nil where the day does not exist or lies outside the years 1583 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1583...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
        else {
            return nil
        }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Reads ISO 8601, `2026-02-16`.
    package init?(_ iso: String) {
        var (year, month, day, place) = (0, 0, 0, 0)
        for byte in iso.utf8 {
            switch (place, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0...3, 48...57): year = year * 10 + Int(byte) - 48
            case (5...6, 48...57): month = month * 10 + Int(byte) - 48
            case (8...9, 48...57): day = day * 10 + Int(byte) - 48
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init?(_ iso: some StringProtocol) { self.init(String(iso)) }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// Days in a month.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var year: Int { components.year }

    package var weekday: Weekday {
        Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1)!
    }

    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    package static func - (a: Day, b: Day) -> Int { a.number - b.number }

    /// The same day number so many months later; where that month is too short, its last day (HR 1 September 2017,
    /// ECLI:NL:HR:2017:2225).
    package func adding(months: Int) -> Day {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let lastDay = Day.length(ofMonth: newMonth, year: newYear)
        return Day(year: newYear, month: newMonth, day: min(day, lastDay))!
    }

    /// ISO 8601, `2026-02-16`.
    package var iso: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

package enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a day"))
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
