import Access
import Kernel

/// What happened to a line since the overview that the House has.
package enum PlanningMovement: Sendable, Equatable {
    case new
    case unchanged
    /// It comes so many days later than the House was told.
    case later(than: Day, days: Int)
    case earlier(than: Day, days: Int)
    /// It had no day yet.
    case dayFound
    /// It had this day, and has none now.
    case dayLost(Day)
    /// Its day is the same; how far it is, is not.
    case otherProgress
    /// Its day and how far it is are the same; the words for the day are not.
    case reworded
}

/// A line of the overview that the House has, and that is gone from it now.
package struct PlanningDeparture: Sendable, Equatable {
    package enum Ending: Sendable, Equatable {
        /// With the letter that told it, where there is one.
        case settled(Reference?, on: Day)
        case ended(Standing.Code, on: Day)
        /// A motion that ended in the House.
        case motion(Motion.Step, on: Day?)
        case letterSent(Reference, on: Day)
        /// A letter that went along in this one.
        case sentAlong(Reference, on: Day)
        case letterWithdrawn(String, on: Day)
        /// Nothing in the register says why.
        case unknown
    }

    package let row: PlanningRow
    package let ending: Ending
}

/// The overview of today beside the one that the House has.
package struct PlanningComparison: Sendable, Equatable {
    package let overview: PlanningOverview
    /// Nil where none was sent yet: then nothing has moved.
    package let last: SentOverview?
    package let movements: [PlanningRow.Subject: PlanningMovement]
    package let departures: [PlanningDeparture]
    /// The last day on which something in it was said, told or ended; nil where nothing stands in it.
    package let newest: Day?

    package init(
        _ overview: PlanningOverview, since last: SentOverview?, entries: [RegisterEntry], letters: [Letter]
    ) {
        self.overview = overview
        self.last = last
        let before = Dictionary((last?.overview.rows ?? []).map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        movements =
            last == nil
            ? [:]
            : Dictionary(
                overview.rows.map { ($0.subject, $0.movement(since: before[$0.subject])) },
                uniquingKeysWith: { first, _ in first })
        let present = Set(overview.rows.map(\.subject))
        let entries = entries.byID
        let letters = letters.byID
        departures = (last?.overview.rows ?? []).filter { !present.contains($0.subject) }.map { row in
            PlanningDeparture(row: row, ending: row.ending(entries: entries, letters: letters))
        }
        newest = (overview.rows + departures.map(\.row)).compactMap { row in
            switch row.subject {
            case .entry(let id): entries[id]?.newest
            case .letter(let id): letters[id]?.newest(among: letters)
            }
        }.max()
    }

    /// Whether it is, line by line, the one that the House has.
    var isUnchanged: Bool { departures.isEmpty && overview.rows == last?.overview.rows }

    /// Lines that come later than the House was told.
    package var postponed: Int {
        movements.values.count {
            if case .later = $0 { true } else { false }
        }
    }

    /// Lines for which the House was told a day, and that have none now.
    package var withoutDayNow: Int {
        movements.values.count {
            if case .dayLost = $0 { true } else { false }
        }
    }
}

extension PlanningRow {
    fileprivate func movement(since before: PlanningRow?) -> PlanningMovement {
        guard let before else { return .new }
        switch (before.day, day) {
        case (let then?, let now?) where now > then: return .later(than: then, days: now - then)
        case (let then?, let now?) where now < then: return .earlier(than: then, days: then - now)
        case (nil, _?): return .dayFound
        case (let then?, nil): return .dayLost(then)
        case (_, _) where before.progress != progress: return .otherProgress
        case (_, _): return before.words == words ? .unchanged : .reworded
        }
    }

    fileprivate func ending(
        entries: [RegisterEntry.ID: RegisterEntry], letters: [Letter.ID: Letter]
    ) -> PlanningDeparture.Ending {
        switch subject {
        case .entry(let id):
            guard let entry = entries[id] else { return .unknown }
            if let motion = entry.motion, !motion.isToBeCarriedOut { return .motion(motion.step, on: motion.events.last?.day) }
            guard let change = entry.standings.last, !change.standing.isOwed else { return .unknown }
            return change.standing == .settled
                ? .settled(change.letter, on: change.day) : .ended(change.standing.code, on: change.day)
        case .letter(let id):
            guard let letter = letters[id] else { return .unknown }
            let last = letter.end(among: letters)
            if case .withdrawn(let day, let reason) = last.state { return .letterWithdrawn(reason, on: day) }
            guard case .sent(let paper, let day) = last.state else { return .unknown }
            return last.id == letter.id ? .letterSent(paper, on: day) : .sentAlong(paper, on: day)
        }
    }
}

extension RegisterEntry {
    /// The last day on which something of it was said, told or changed.
    fileprivate var newest: Day? {
        [facts.madeOn, due?.told, standings.last?.day, motion?.events.last?.day].compactMap(\.self).max()
    }
}

extension Letter {
    /// The last day on which something was said of when it comes, or it ended, by itself or with the one in which it goes along.
    fileprivate func newest(among letters: [ID: Letter]) -> Day? {
        let last = end(among: letters)
        let ended: Day? =
            switch last.state {
            case .draft, .merged: nil
            case .sent(_, let day), .withdrawn(let day, _): day
            }
        var merged: Day?
        if case .merged(_, let day, _) = state { merged = day }
        return [due?.told, merged, ended].compactMap(\.self).max()
    }
}
