/// A running term with its history. The work is steered by the nominal end; lateness is judged by the legal end.
package struct StatutoryTerm: Equatable, Sendable {
    package let rule: TermRule
    package let history: [TermEvent]
    let readings: TermReadings
    let calendar: OfficeCalendar

    package var nominalEnd: Day { history[history.count - 1].nominalEnd }
    package var legalEnd: Day { history[history.count - 1].legalEnd }
    package var startedOn: Day { history[0].day }

    /// Starts a term on the day of its event. That day does not count.
    package init(
        _ rule: TermRule, on day: Day, by party: Party = .system, readings: TermReadings = TermReadings(),
        calendar: OfficeCalendar = OfficeCalendar()
    ) throws(TermRefusal) {
        let read = rule.read(by: readings)
        guard let reckoning = TermReckoning(from: day, length: read.length, regime: read.regime, calendar: calendar) else {
            throw .endTooFar
        }
        self.rule = read
        self.readings = readings
        self.calendar = calendar
        history = [
            TermEvent(
                kind: .started(rule.start), day: day, decidedBy: party, nominalEnd: reckoning.nominalEnd,
                legalEnd: reckoning.legalEnd,
                rule: rule.name, ruleVersion: rule.version, calendarVersion: calendar.equated.version)
        ]
    }

    /// Takes a stored history up again. Nothing is reckoned anew: a stored date changes only by a step.
    package init?(
        stored history: [TermEvent], readings: TermReadings = TermReadings(), calendar: OfficeCalendar = OfficeCalendar()
    ) {
        guard let first = history.first, let rule = TermRules.named(first.rule), case .started = first.kind else { return nil }
        self.rule = rule.read(by: readings)
        self.history = history
        self.readings = readings
        self.calendar = calendar
    }

    private init(_ term: StatutoryTerm, adding event: TermEvent) {
        rule = term.rule
        readings = term.readings
        calendar = term.calendar
        history = term.history + [event]
    }

    package var metOn: Day? {
        history.last { $0.kind == .met }?.day
    }

    package var suspendedSince: Day? {
        for event in history.reversed() {
            switch event.kind {
            case .suspended: return event.day
            case .resumed: return nil
            case .started, .postponed, .delayedByConsent, .met: continue
            }
        }
        return nil
    }

    /// Whether the term was missed: not met by its legal end. A suspended term is not late.
    package func isLate(on day: Day) -> Bool {
        if let metOn { return metOn > legalEnd }
        return suspendedSince == nil && day > legalEnd
    }

    func adding(
        _ kind: TermEvent.Kind, on day: Day, by party: Party, nominalEnd: Day? = nil, legalEnd: Day? = nil
    ) throws(TermRefusal) -> StatutoryTerm {
        if let metOn { throw .alreadyMet(on: metOn) }
        let last = history[history.count - 1]
        guard day >= last.day else { throw .beforeLastStep(last.day) }
        return StatutoryTerm(
            self,
            adding: TermEvent(
                kind: kind, day: day, decidedBy: party, nominalEnd: nominalEnd ?? last.nominalEnd,
                legalEnd: legalEnd ?? last.legalEnd,
                rule: rule.name, ruleVersion: rule.version, calendarVersion: calendar.equated.version))
    }
}
