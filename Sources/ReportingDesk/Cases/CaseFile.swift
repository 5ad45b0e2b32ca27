import Compartments
import Database
import Kernel

/// A case as the plain rows know it: that it exists, where, and when something is due.
package struct CaseFile: Sendable, Equatable {
    package typealias ID = Identifier<CaseFile>

    package enum State: String, Sendable { case open, closed }

    /// Whose turn it is.
    package enum Awaiting: String, Sendable { case officer, reporter, nobody }

    package let id: ID
    package let number: CaseNumber
    /// Where it is handled.
    package let organisation: Organisation.ID
    package let receivedOn: Day
    package let state: State
    package let awaiting: Awaiting
    package let next: NextDue?
    package let feedbackOn: Day?
    package let closedOn: Day?

    /// Whether officers still have to do something in it: it is open, or was closed and its reporter waits for an answer.
    package var asksForWork: Bool { state == .open || next != nil }

    /// Where it stands in the lists of its readers.
    var place: ListPlace { ListPlace(isOpen: asksForWork, mark: awaiting.rawValue, sort: NextDue.sort(next, id)) }

    init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        organisation = try row.get("organisation")
        receivedOn = try row.get("received_day")
        state = try row.get("state")
        awaiting = try row.get("awaiting")
        feedbackOn = try row.get("feedback_day")
        closedOn = try row.get("closed_day")
        if let clock: String = try row.get("next_clock", as: String?.self), let kind = CaseClock.Kind(rawValue: clock) {
            next = NextDue(clock: kind, nominalEnd: try row.get("next_nominal"), legalEnd: try row.get("next_legal"))
        } else {
            next = nil
        }
    }
}

/// What is due first in a case.
package struct NextDue: Sendable, Equatable {
    package let clock: CaseClock.Kind
    package let nominalEnd: Day
    package let legalEnd: Day

    /// The clock that ends first; what must happen at once comes before all.
    init?(of clocks: [CaseClock]) {
        let running = clocks.filter(\.isRunning)
        guard
            let first = running.min(by: {
                ($0.kind == .immediate ? 0 : 1, $0.nominalEnd, $0.kind.rawValue) < (
                    $1.kind == .immediate ? 0 : 1, $1.nominalEnd, $1.kind.rawValue
                )
            })
        else { return nil }
        self.init(clock: first.kind, nominalEnd: first.nominalEnd, legalEnd: first.legalEnd)
    }

    init(clock: CaseClock.Kind, nominalEnd: Day, legalEnd: Day) {
        self.clock = clock
        self.nominalEnd = nominalEnd
        self.legalEnd = legalEnd
    }

    /// The place in a list: urgent on top, then what is due first, by its nominal end. The legal end stands behind it, so that a
    /// list can be counted without reading cases.
    static func sort(_ next: NextDue?, _ id: CaseFile.ID) -> String {
        guard let next else { return "9|9999-12-31|9999-12-31|\(id.text)" }
        return "\(next.clock == .immediate ? 0 : 1)|\(next.nominalEnd.iso)|\(next.legalEnd.iso)|\(id.text)"
    }

    /// The nominal end in a place `r.sort`.
    static let sortedNominalEnd = "substr(r.sort, 3, 10)"
    /// The legal end in a place `r.sort`; a place that an older node made has none, and the case is asked.
    static let sortedLegalEnd = """
        CASE WHEN substr(r.sort, 24, 1) = '|' THEN substr(r.sort, 14, 10)
        ELSE (SELECT d.next_legal FROM case_file d WHERE d.id = r.subject) END
        """

    /// Comes after all that is urgent or due before a day, and before what is due on it.
    static func sortBegins(_ day: Day) -> String { "1|\(day.iso)|" }
}
