import Kernel

/// The life of a motion in the House, apart from its execution.
package struct Motion: Sendable, Equatable {
    /// What happened to a motion: changed or withdrawn until the vote (RvO Tweede Kamer 8.20), taken over
    /// (RvO Tweede Kamer 8.21), held (RvO Tweede Kamer 8.23).
    package enum Step: String, Sendable, CaseIterable, Codable {
        case submitted, changed, held, adopted, rejected, withdrawn, takenOver, lapsed

        /// Whether nothing can follow on it.
        package var isEnd: Bool {
            switch self {
            case .submitted, .changed, .held: false
            case .adopted, .rejected, .withdrawn, .takenOver, .lapsed: true
            }
        }
    }

    package struct Event: Sendable, Equatable {
        package let step: Step
        /// Nil where it is not known.
        package let day: Day?

        package init(_ step: Step, on day: Day?) {
            self.step = step
            self.day = day
        }
    }

    /// Who moved it, the first mover first.
    package let movers: [String]
    package private(set) var events: [Event]

    /// A motion as it was submitted.
    package init(movers: [String], submittedOn day: Day) {
        self.init(movers: movers, events: [Event(.submitted, on: day)])
    }

    /// A motion as it was kept.
    init(movers: [String], events: [Event]) {
        self.movers = movers
        self.events = events
    }

    package var step: Step { events.last?.step ?? .submitted }

    /// Whether the government has something to carry out.
    package var isToBeCarriedOut: Bool { step == .adopted || step == .takenOver }

    /// Whether a held motion has lapsed on a day, unless the House decided otherwise and nobody noted it yet.
    package func mayHaveLapsed(on day: Day) -> Bool { lapsesFrom.map { $0 < day } ?? false }

    /// From when on a held motion lapses: in the first meeting twelve weeks after it was held, where the House has not voted
    /// on it nor decided otherwise (RvO Tweede Kamer 8.23(2)). Nil for one that is not held.
    package var lapsesFrom: Day? {
        guard let last = events.last, last.step == .held else { return nil }
        return last.day.flatMap { TermRules.named("held-motion")?.length.end(from: $0) }
    }
}

/// Why a motion does not take a step.
package enum MotionRefusal: Refusal {
    case isNoMotion
    /// Its life is over.
    case hasEnded(Motion.Step, on: Day?)
    /// Every motion is submitted once.
    case submittedAlready
    case beforeTheLastStep(Day)
    case inTheFuture(Day)
    /// Only a motion that is held lapses.
    case notHeld
    /// A held motion lapses twelve weeks after it was held at the earliest, or at the end of a session.
    case lapsesLater(Day)
    /// It was held, and lapsed in the first meeting from that day, unless the House decided otherwise.
    case mayHaveLapsed(from: Day)
    /// It was submitted, and nothing happened since that could be taken back.
    case onlySubmitted
    /// What is recorded of its carrying out rests on the step.
    case isCarriedOut(Standing.Code)
    /// A letter that was sent settles or postpones it, which rests on the step.
    case isAnswered(byLetter: Int)
}

extension Motion {
    /// The motion as if it had been submitted on another day.
    func submitted(on day: Day) -> Motion {
        Motion(movers: movers, events: [Event(.submitted, on: day)] + events.dropFirst())
    }

    /// The motion after a step.
    ///
    /// - Parameters:
    ///   - day: nil where it is not known.
    ///   - stayed: whether the House decided that a held motion stays longer than twelve weeks (RvO Tweede Kamer 8.23(2)).
    ///   - endOfSession: whether a session of the House ends on that day: all held motions lapse with it (RvO Tweede
    ///     Kamer 8.23(2)).
    package func taking(
        _ step: Step, on day: Day?, stayed: Bool = false, endOfSession: Bool = false, today: Day
    ) throws(MotionRefusal) -> Motion {
        if let day, day > today { throw .inTheFuture(day) }
        if let last = events.last, last.step.isEnd { throw .hasEnded(last.step, on: last.day) }
        if let day, let former = events.last(where: { $0.day != nil })?.day, day < former { throw .beforeTheLastStep(former) }
        switch step {
        case .submitted: throw .submittedAlready
        case .lapsed:
            guard self.step == .held else { throw .notHeld }
            if let from = lapsesFrom, !endOfSession, day ?? today < from { throw .lapsesLater(from) }
        case .changed, .held, .adopted, .rejected, .withdrawn, .takenOver:
            if let from = lapsesFrom, !stayed, day ?? today > from { throw .mayHaveLapsed(from: from) }
        }
        var motion = self
        motion.events.append(Event(step, on: day))
        return motion
    }
}

extension RegisterEntry {
    /// The last step of the motion, where it can be taken back.
    func lastStep() throws(MotionRefusal) -> Motion.Event {
        guard let motion else { throw .isNoMotion }
        guard motion.events.count > 1, let last = motion.events.last else { throw .onlySubmitted }
        guard standing == .open else { throw .isCarriedOut(standing.code) }
        return last
    }
}
