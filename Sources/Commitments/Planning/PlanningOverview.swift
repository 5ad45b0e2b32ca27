import Access
import Kernel

/// What a House is still to get, and when: everything owed to it, and every letter that was announced to it.
package struct PlanningOverview: Sendable, Equatable {
    package let department: Organisation.ID
    package let house: House
    package let day: Day
    /// What comes first on top; what has no day at the end.
    package let rows: [PlanningRow]

    /// What a department owes a House. A letter stands in it from the day that it was announced until it is sent; one that goes
    /// along in another until that one is.
    ///
    /// - Parameters:
    ///   - entries: the register of the department.
    ///   - letters: all letters of the department.
    package init(
        of department: Organisation.ID, to house: House, entries: [RegisterEntry], letters: [Letter], on day: Day
    ) {
        self.department = department
        self.house = house
        self.day = day
        let byID = letters.byID
        let owed = entries.filter { $0.facts.department == department && $0.facts.house == house && $0.isOwed }
        let announced = letters.filter { $0.department == department && $0.house == house && !$0.dues.isEmpty }
        rows = (owed.map { PlanningRow($0) } + announced.compactMap { PlanningRow($0, among: byID) })
            .sorted { ($0.day ?? .last, $0.title, $0.subject.text) < ($1.day ?? .last, $1.title, $1.subject.text) }
    }

    init(department: Organisation.ID, house: House, day: Day, rows: [PlanningRow]) {
        self.department = department
        self.house = house
        self.day = day
        self.rows = rows
    }
}

/// One line of the planning overview, in the words with which the House gets it.
package struct PlanningRow: Sendable, Equatable {
    package enum Subject: Hashable, Sendable {
        case entry(RegisterEntry.ID)
        case letter(Letter.ID)

        package var text: String {
            switch self {
            case .entry(let id): id.text
            case .letter(let id): id.text
            }
        }
    }

    package enum Kind: Sendable, Equatable {
        case entry(RegisterEntry.Kind)
        case letter
    }

    package enum Progress: Sendable, Equatable {
        case open, settledInPart
        /// What this letter would have said goes into the one with this subject.
        case goesAlong(in: String)
    }

    package let subject: Subject
    package let kind: Kind
    package let title: String
    /// The debate or the letter in which it was said; empty for a letter.
    package let place: String
    package let madeOn: Day?
    package let reference: Reference?
    /// The words of the day as they were said.
    package let words: String
    package let day: Day?
    package let progress: Progress

    package func isLate(on today: Day) -> Bool { day.map { $0 < today } ?? false }
}

extension PlanningRow {
    init(_ entry: RegisterEntry) {
        self.init(
            subject: .entry(entry.id), kind: .entry(entry.facts.kind), title: entry.facts.title, place: entry.facts.place,
            madeOn: entry.facts.madeOn, reference: entry.facts.paper, words: entry.due?.words ?? "", day: entry.due?.day,
            progress: entry.standing == .settledInPart ? .settledInPart : .open)
    }

    /// - Parameter letters: by their identifiers, to find the one in which this one goes along.
    /// - Returns: nil for a letter that was sent, or went along in one that was.
    init?(_ letter: Letter, among letters: [Letter.ID: Letter]) {
        let last = letter.end(among: letters)
        guard last.isDraft else { return nil }
        let due = letter.due(goingAlongIn: last)
        self.init(
            subject: .letter(letter.id), kind: .letter, title: letter.subject, place: "", madeOn: nil, reference: nil,
            words: due?.words ?? "", day: due?.day, progress: letter.isDraft ? .open : .goesAlong(in: last.subject))
    }
}
