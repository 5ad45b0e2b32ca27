import Kernel

/// One thing that must be done in a case before a day, with its whole history.
package struct CaseClock: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Receipt is acknowledged: Wbk 2(2)(h).
        case acknowledgement
        /// The reporter hears what follows: Wbk 2(2)(i).
        case feedback
        /// Something must happen today or tomorrow, the reporter says. Our own norm.
        case immediate
        /// A message from a person, within two working days. Our own norm.
        case personalMessage
        /// An answer to what the reporter wrote, within five working days. Our own norm.
        case reply

        /// Whether the term is set by law, so that it has a nominal and a legal end.
        package var isStatutory: Bool { self == .acknowledgement || self == .feedback }
    }

    package let kind: Kind
    package let history: [TermEvent]

    package var nominalEnd: Day { history[history.count - 1].nominalEnd }
    package var legalEnd: Day { history[history.count - 1].legalEnd }
    package var startedOn: Day { history[0].day }
    package var metOn: Day? { history.last.flatMap { $0.kind == .met ? $0.day : nil } }
    package var isRunning: Bool { metOn == nil }

    package func isLate(on day: Day) -> Bool { (metOn ?? day) > legalEnd }

    init(kind: Kind, history: [TermEvent]) {
        precondition(!history.isEmpty, "a clock has started")
        self.kind = kind
        self.history = history
    }

    /// A clock of a statutory term.
    init(_ kind: Kind, _ term: StatutoryTerm) {
        self.init(kind: kind, history: term.history)
    }

    /// A clock of a norm of our own: no regime moves it.
    init(_ kind: Kind, from day: Day, until end: Day, calendar: OfficeCalendar) {
        self.init(
            kind: kind,
            history: [
                TermEvent(
                    kind: .started(.receipt), day: day, decidedBy: .system, nominalEnd: end, legalEnd: end,
                    rule: "own-\(kind.rawValue)",
                    ruleVersion: 1, calendarVersion: calendar.equated.version)
            ])
    }

    /// The step by which it is met.
    ///
    /// - Returns: nil where it was met already.
    func met(on day: Day, by party: Party) -> TermEvent? {
        guard isRunning, let last = history.last else { return nil }
        return TermEvent(
            kind: .met, day: max(day, last.day), decidedBy: party, nominalEnd: last.nominalEnd, legalEnd: last.legalEnd,
            rule: last.rule,
            ruleVersion: last.ruleVersion, calendarVersion: last.calendarVersion)
    }
}

/// How the desk counts its days.
package struct DeskSettings: Sendable, Equatable {
    /// Whether the receipt that is placed in the mailbox counts as the acknowledgement, so that absence breaks no term.
    package var receiptAcknowledges: Bool
    package var readings: TermReadings
    package var calendar: OfficeCalendar

    package init(
        receiptAcknowledges: Bool = true, readings: TermReadings = TermReadings(), calendar: OfficeCalendar = OfficeCalendar()
    ) {
        self.receiptAcknowledges = receiptAcknowledges
        self.readings = readings
        self.calendar = calendar
    }

    /// The clocks of a case that comes in. Every report runs the terms of the Wbk until triage says otherwise.
    func clocks(receivedOn day: Day, isUrgent: Bool) throws -> [CaseClock] {
        let acknowledgement = try StatutoryTerm(TermRules.acknowledgement, on: day, readings: readings, calendar: calendar)
        var clocks: [CaseClock] = []
        if receiptAcknowledges {
            clocks.append(CaseClock(.acknowledgement, try acknowledgement.met(on: day, by: .system)))
            clocks.append(
                CaseClock(.feedback, try StatutoryTerm(TermRules.feedback, on: day, readings: readings, calendar: calendar)))
        } else {
            clocks.append(CaseClock(.acknowledgement, acknowledgement))
            clocks.append(
                CaseClock(
                    .feedback,
                    try StatutoryTerm(
                        TermRules.feedbackWithoutAcknowledgement, on: acknowledgement.nominalEnd, readings: readings,
                        calendar: calendar)))
        }
        clocks.append(
            CaseClock(.personalMessage, from: day, until: calendar.adding(workingDays: 2, to: day), calendar: calendar))
        if isUrgent { clocks.append(CaseClock(.immediate, from: day, until: day + 1, calendar: calendar)) }
        return clocks
    }

    /// The clock of an answer to the reporter.
    func reply(to day: Day) -> CaseClock {
        CaseClock(.reply, from: day, until: calendar.adding(workingDays: 5, to: day), calendar: calendar)
    }

    /// The feedback clock started anew, where an officer acknowledges receipt: Wbk 2(2)(i) counts from the sending of it.
    func feedback(acknowledgedOn day: Day) throws -> CaseClock {
        CaseClock(.feedback, try StatutoryTerm(TermRules.feedback, on: day, readings: readings, calendar: calendar))
    }
}
