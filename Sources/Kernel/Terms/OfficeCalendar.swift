/// The days that do not count as working days for a statutory term (Algemene termijnenwet art. 1 and 3).
package struct OfficeCalendar: Sendable, Equatable {
    package let equated: EquatedDays

    package init(equated: EquatedDays = .current) {
        self.equated = equated
    }

    /// Why a day is no working day; nil for a working day. A holiday is named before a weekend.
    package func dayOff(_ day: Day) -> DayOff? {
        if let holiday = Holiday.on(day) { return .holiday(holiday) }
        if equated.days.contains(day) { return .equated }
        switch day.weekday {
        case .saturday: return .saturday
        case .sunday: return .sunday
        case .monday, .tuesday, .wednesday, .thursday, .friday: return nil
        }
    }

    package func isWorkingDay(_ day: Day) -> Bool { dayOff(day) == nil }

    /// The first working day on or after a day.
    package func workingDay(onOrAfter day: Day) -> Day {
        var day = day
        while !isWorkingDay(day) { day = day + 1 }
        return day
    }

    /// The working day so many working days after a day, which itself does not count.
    package func adding(workingDays count: Int, to day: Day) -> Day {
        var day = day
        for _ in 0..<count { day = workingDay(onOrAfter: day + 1) }
        return day
    }

    /// Whether the equated days of the year of `day` are known. Where they are not, a computed date may be a day early.
    package func knowsEquatedDays(of day: Day) -> Bool { equated.knownYears.contains(day.year) }
}

/// Why a day is no working day.
package enum DayOff: Hashable, Sendable {
    case saturday
    case sunday
    /// Algemene termijnenwet art. 3(1) and 3(2).
    case holiday(Holiday)
    /// Algemene termijnenwet art. 3(3).
    case equated
}

/// The recognised holidays of Algemene termijnenwet art. 3(1), and Good Friday of art. 3(2).
package enum Holiday: String, CaseIterable, Sendable {
    case newYear, goodFriday, easterMonday, kingsDay, liberationDay, ascension, whitMonday, christmas, secondChristmasDay

    package static func on(_ day: Day) -> Holiday? {
        let (year, month, date) = day.components
        switch (month, date) {
        case (1, 1): return .newYear
        case (5, 5): return .liberationDay
        case (12, 25): return .christmas
        case (12, 26): return .secondChristmasDay
        default: break
        }
        if day == kingsDay(year) { return .kingsDay }
        switch day - easter(year) {
        case -2: return .goodFriday
        case 1: return .easterMonday
        case 39: return .ascension
        case 50: return .whitMonday
        default: return nil
        }
    }

    /// The day on which the King's birthday is celebrated: 27 April, or 26 April where that is a Sunday. Until 2013 it
    /// was 30 April, or 29 April where that was a Sunday.
    static func kingsDay(_ year: Int) -> Day {
        let day = year >= 2014 ? Day(year: year, month: 4, day: 27)! : Day(year: year, month: 4, day: 30)!
        return day.weekday == .sunday ? day - 1 : day
    }

    /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
    package static func easter(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)!
    }
}
