/// Both ends of a term, and why they differ.
package struct TermReckoning: Equatable, Sendable {
    /// The last day by the length alone. The work is steered by it.
    package let nominalEnd: Day
    /// The last day by law. Lateness is judged by it.
    package let legalEnd: Day
    package let reasons: [TermReason]
    /// The years of this term of which no decree with equated days is known: the legal end may lie later.
    package let unknownYears: [Int]

    /// Reckons a term from the day of an event.
    ///
    /// - Returns: nil where the length is in hours, or the end lies after the year 9999.
    package init?(from start: Day, length: TermLength, regime: TermRegime, calendar: OfficeCalendar) {
        guard let nominal = length.end(from: start) else { return nil }
        self.init(
            from: start, nominalEnd: nominal, moved: regime.moves(length), length: length, regime: regime, calendar: calendar)
    }

    /// Reckons the legal end of a term whose nominal end is known.
    init(from start: Day, nominalEnd: Day, moved: Bool, length: TermLength, regime: TermRegime, calendar: OfficeCalendar) {
        self.nominalEnd = nominalEnd
        guard moved else {
            legalEnd = nominalEnd
            let exempt = regime == .atw && calendar.dayOff(nominalEnd) != nil
            reasons = exempt ? [.exempt(length)] : []
            unknownYears = []
            return
        }
        var reasons: [TermReason] = []
        var end = Self.roll(nominalEnd, calendar, &reasons)
        if let shortest = regime.shortestWithTwoWorkingDays, nominalEnd - start >= shortest {
            var working = (start.number + 1...end.number).count { calendar.isWorkingDay(Day(number: $0)) }
            if working < 2 { reasons.append(.twoWorkingDays) }
            while working < 2 {
                end = Self.roll(end + 1, calendar, &reasons)
                working += 1
            }
        }
        legalEnd = end
        self.reasons = reasons
        unknownYears = Set([nominalEnd, end].filter { !calendar.knowsEquatedDays(of: $0) }.map(\.year)).sorted()
    }

    private static func roll(_ day: Day, _ calendar: OfficeCalendar, _ reasons: inout [TermReason]) -> Day {
        var day = day
        while let off = calendar.dayOff(day) {
            reasons.append(.dayOff(day, off))
            day = day + 1
        }
        return day
    }
}

/// One reason why the legal end of a term is what it is.
package enum TermReason: Equatable, Sendable {
    /// The term does not end on this day (Atw 1(1), 3; Regulation 1182/71 art. 3(4)).
    case dayOff(Day, DayOff)
    /// The term must contain two working days (Atw 2; Regulation 1182/71 art. 3(5)).
    case twoWorkingDays
    /// The term ends on a day off and stays there, for the act does not apply to this length (Atw 4(a)).
    case exempt(TermLength)
}

extension Moment {
    /// The end of a term in hours: it runs on the clock from this moment, and no regime moves it (Atw 4(a)).
    package func adding(hours: Int) -> Moment {
        Moment(instant + .seconds(hours * 3600), in: zone)
    }
}

extension TermReckoning {
    /// Both ends of a term with a history, with the days off between them.
    package init(stored term: StatutoryTerm, calendar: OfficeCalendar) {
        nominalEnd = term.nominalEnd
        legalEnd = term.legalEnd
        reasons = (nominalEnd.number..<max(nominalEnd.number, legalEnd.number)).compactMap { number in
            let day = Day(number: number)
            return calendar.dayOff(day).map { .dayOff(day, $0) }
        }
        unknownYears = Set([nominalEnd, legalEnd].filter { !calendar.knowsEquatedDays(of: $0) }.map(\.year)).sorted()
    }
}
