/// Something that must happen again and again at a fixed distance (Wbk 20: every three years; promise m: every two).
package struct Recurrence: Equatable, Sendable {
    package let first: Day
    package let interval: TermLength

    package init(first: Day, every interval: TermLength) {
        self.first = first
        self.interval = interval
    }

    /// The day of the n-th time, counted from 0. Each is reckoned from the first, so that a short month does not shift the rest.
    package func day(_ n: Int) -> Day? {
        guard n > 0 else { return first }
        return switch interval {
        case .hours: nil
        case .days(let count): TermLength.days(count * n).end(from: first)
        case .weeks(let count): TermLength.weeks(count * n).end(from: first)
        case .months(let count): TermLength.months(count * n).end(from: first)
        case .years(let count): TermLength.years(count * n).end(from: first)
        }
    }
}

/// A duty that must be done at least once a year, such as the staff review (CAO Rijk 12.1; Ambtenarenwet 2017 art. 4(2)).
/// Whether that is a calendar year or twelve months is an open question.
package enum YearlyDuty: String, CaseIterable, Sendable {
    case calendarYear, rollingYear

    /// The last day on which it must be done again after it was done on `last`.
    package func due(after last: Day) -> Day {
        switch self {
        case .calendarYear: Day(year: last.year + 1, month: 12, day: 31)!
        case .rollingYear: last.adding(months: 12)
        }
    }
}
