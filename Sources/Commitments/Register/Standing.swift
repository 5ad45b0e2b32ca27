import Kernel

/// How far the execution of an entry is.
package enum Standing: Sendable, Hashable {
    case open
    case settledInPart
    case settled
    /// Another department took it over.
    case transferred(to: Organisation.ID)
    case notCarriedOut
    /// It no longer holds, such as after a change of cabinet.
    case lapsed

    /// Whether something is still to be done here.
    package var isOwed: Bool {
        switch self {
        case .open, .settledInPart: true
        case .settled, .transferred, .notCarriedOut, .lapsed: false
        }
    }

    package var code: Code {
        switch self {
        case .open: .open
        case .settledInPart: .settledInPart
        case .settled: .settled
        case .transferred: .transferred
        case .notCarriedOut: .notCarriedOut
        case .lapsed: .lapsed
        }
    }

    /// The standing without its facts.
    package enum Code: String, Sendable, CaseIterable, Codable {
        case open, settledInPart, settled, transferred, notCarriedOut, lapsed
    }

    /// - Returns: nil for a transfer to nowhere.
    package init?(_ code: Code, department: Organisation.ID?) {
        switch code {
        case .open: self = .open
        case .settledInPart: self = .settledInPart
        case .settled: self = .settled
        case .transferred:
            guard let department else { return nil }
            self = .transferred(to: department)
        case .notCarriedOut: self = .notCarriedOut
        case .lapsed: self = .lapsed
        }
    }
}

/// A standing with the facts that made it.
package struct StandingChange: Sendable, Equatable {
    package let standing: Standing
    package let day: Day
    /// Why it is so, in words.
    package let facts: String
    /// The letter with which the House was told.
    package let letter: Reference?
    /// Whether it was taken over from the House's own list.
    package let byHouse: Bool

    package init(_ standing: Standing, on day: Day, facts: String = "", letter: Reference? = nil, byHouse: Bool = false) {
        self.standing = standing
        self.day = day
        self.facts = facts
        self.letter = letter
        self.byHouse = byHouse
    }
}

/// Why an entry does not get a standing.
package enum StandingRefusal: Refusal {
    case isSoAlready
    /// The House counts something as settled when it has the written result.
    case letterMissing
    case factsMissing
    /// A motion that was neither adopted nor taken over is not carried out.
    case motionNotAdopted
    case beforeItWasSaid(Day)
    case inTheFuture(Day)
    /// It stands as it does since a later day.
    case beforeTheLastStanding(Day)
    /// A paper of a year that ended before it was said.
    case paperBeforeItWasSaid(Day)
    case paperOfYearToCome(ParliamentaryYear)
    /// A department does not take over from itself.
    case sameDepartment
    /// A letter to the other House tells this one nothing.
    case paperOfOtherHouse(House)
}

extension RegisterEntry {
    /// Whether another letter settles another part.
    private func settlesMoreInPart(_ change: StandingChange) -> Bool {
        change.standing == .settledInPart && change.letter != nil && !standings.contains { $0.letter == change.letter }
    }

    /// The entry with another standing. Opening again what was settled needs its reason like any other change.
    package func changed(by change: StandingChange, on today: Day) throws(StandingRefusal) -> RegisterEntry {
        guard change.standing != standing || settlesMoreInPart(change) else { throw .isSoAlready }
        guard motion?.isToBeCarriedOut != false else { throw .motionNotAdopted }
        guard change.day >= facts.madeOn else { throw .beforeItWasSaid(facts.madeOn) }
        guard change.day <= today else { throw .inTheFuture(change.day) }
        if let last = standings.last?.day, change.day < last { throw .beforeTheLastStanding(last) }
        if let year = change.letter?.year {
            guard year >= ParliamentaryYear(of: facts.madeOn) else { throw .paperBeforeItWasSaid(facts.madeOn) }
            guard year <= ParliamentaryYear.last(on: today) else { throw .paperOfYearToCome(year) }
        }
        if let house = change.letter?.house, house != facts.house { throw .paperOfOtherHouse(facts.house) }
        switch change.standing {
        case .settled, .settledInPart:
            guard change.letter != nil || change.byHouse else { throw .letterMissing }
        case .transferred(let department):
            guard department != facts.department else { throw .sameDepartment }
            guard !change.facts.isEmpty else { throw .factsMissing }
        case .open, .notCarriedOut, .lapsed:
            guard !change.facts.isEmpty else { throw .factsMissing }
        }
        var entry = self
        entry.standings.append(change)
        return entry
    }
}
