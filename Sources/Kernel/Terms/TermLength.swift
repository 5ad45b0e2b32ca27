/// How long a term is, in the unit in which the rule sets it.
package enum TermLength: Hashable, Sendable {
    case hours(Int)
    case days(Int)
    case weeks(Int)
    case months(Int)
    case years(Int)

    /// Reads `48h`, `7d`, `10w`, `3m` and `1y`: a whole number from 1 to 9999 and one letter.
    package init?(_ text: some StringProtocol) {
        guard let unit = text.last, text.utf8.count <= 5, text.dropLast().utf8.allSatisfy({ (48...57).contains($0) }),
            let count = Int(text.dropLast()), count > 0
        else { return nil }
        switch unit {
        case "h": self = .hours(count)
        case "d": self = .days(count)
        case "w": self = .weeks(count)
        case "m": self = .months(count)
        case "y": self = .years(count)
        default: return nil
        }
    }

    package var text: String {
        switch self {
        case .hours(let count): "\(count)h"
        case .days(let count): "\(count)d"
        case .weeks(let count): "\(count)w"
        case .months(let count): "\(count)m"
        case .years(let count): "\(count)y"
        }
    }

    /// The last day of a term that runs from an event on `start`. The day of the event does not count.
    ///
    /// - Returns: nil for hours, which run from a moment, and where the end lies after the year 9999.
    package func end(from start: Day) -> Day? {
        switch self {
        case .hours: nil
        case .days(let count): bounded(start.number + count)
        case .weeks(let count): bounded(start.number + 7 * count)
        case .months(let count): start.year + count / 12 + 1 > 9999 ? nil : start.adding(months: count)
        case .years(let count): start.year + count > 9999 ? nil : start.adding(months: 12 * count)
        }
    }

    private func bounded(_ number: Int) -> Day? {
        number <= Day.last.number - 30 ? Day(number: number) : nil
    }
}
