import Kernel

/// How the House is told where something stands. Papers for the House are in Dutch.
package enum PlanningWords {
    package static func kind(_ kind: PlanningRow.Kind) -> String {
        switch kind {
        case .entry(.commitment): "Toezegging"
        case .entry(.motion): "Motie"
        case .entry(.informationRequest): "Verzoek om informatie"
        case .entry(.writtenQuestions): "Schriftelijke vragen"
        case .letter: "Aangekondigde brief"
        }
    }

    /// Where it was said, as the House finds it: the paper, or the debate with its day.
    package static func place(_ row: PlanningRow) -> String {
        [row.place, row.madeOn.map(day) ?? "", row.reference?.written() ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    package static func progress(_ progress: PlanningRow.Progress) -> String {
        switch progress {
        case .open: "Open"
        case .settledInPart: "Deels afgedaan"
        case .goesAlong(let subject): "Gaat mee in ‘\(subject)’"
        }
    }

    package static func movement(_ movement: PlanningMovement) -> String {
        switch movement {
        case .new: "Nieuw"
        case .unchanged: "Ongewijzigd"
        case .later(let then, let days): "\(later(days)) later; was \(day(then))"
        case .earlier(let then, let days): "\(later(days)) eerder; was \(day(then))"
        case .dayFound: "Heeft nu een dag"
        case .dayLost(let then): "Heeft geen dag meer; was \(day(then))"
        case .otherProgress: "Andere stand"
        case .reworded: "Anders omschreven"
        }
    }

    package static func ending(_ ending: PlanningDeparture.Ending) -> String {
        switch ending {
        case .settled(let letter?, let on): "Afgedaan met de brief van \(day(on)) (\(letter.written()))"
        case .settled(nil, let on): "Afgedaan op \(day(on))"
        case .ended(let code, let on): "\(self.ending(code)) op \(day(on))"
        case .motion(let step, let on): "\(self.step(step))\(on.map { " op \(day($0))" } ?? "")"
        case .letterSent(let paper, let on): "Verstuurd op \(day(on)) (\(paper.written()))"
        case .sentAlong(let paper, let on): "Meegegaan in de brief van \(day(on)) (\(paper.written()))"
        case .letterWithdrawn(let reason, let on): "Komt niet, zo is op \(day(on)) besloten. \(reason)"
        case .unknown: "Niet meer in het register"
        }
    }

    static func ending(_ code: Standing.Code) -> String {
        switch code {
        case .open: "Weer open"
        case .settledInPart: "Deels afgedaan"
        case .settled: "Afgedaan"
        case .transferred: "Overgedragen aan een ander ministerie"
        case .notCarriedOut: "Wordt niet uitgevoerd"
        case .lapsed: "Vervallen"
        }
    }

    /// What the House did with a motion.
    package static func step(_ step: Motion.Step) -> String {
        switch step {
        case .submitted: "Ingediend"
        case .changed: "Gewijzigd"
        case .held: "Aangehouden"
        case .adopted: "Aangenomen"
        case .rejected: "Verworpen"
        case .withdrawn: "Ingetrokken"
        case .takenOver: "Overgenomen"
        case .lapsed: "Vervallen"
        }
    }

    package static func day(_ day: Day) -> String { day.writtenWithoutWeekday(in: .nl) }

    package static func house(_ house: House) -> String {
        switch house {
        case .tweedeKamer: "Tweede Kamer"
        case .eersteKamer: "Eerste Kamer"
        }
    }

    private static func later(_ days: Int) -> String { days == 1 ? "1 dag" : "\(days) dagen" }
}
