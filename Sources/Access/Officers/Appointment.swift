import Database
import Kernel

/// An officer in a role at an organisation, from a day until a day; possibly in place of another officer.
package struct Appointment: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Appointment>

    package let id: ID
    package let officer: Officer.ID
    package let organisation: Organisation.ID
    package let role: OfficerRole
    /// As it was made and, where the role carries keys, confirmed.
    package let granted: Period
    /// The last day, where it was ended before its time.
    package let endedAfter: Day?
    /// Whom the officer stands in for; nil for an appointment of their own.
    package let substituteFor: Officer.ID?

    package init(
        id: ID, officer: Officer.ID, organisation: Organisation.ID, role: OfficerRole, period: Period,
        endedAfter: Day? = nil, substituteFor: Officer.ID? = nil
    ) {
        self.id = id
        self.officer = officer
        self.organisation = organisation
        self.role = role
        granted = period
        self.endedAfter = endedAfter
        self.substituteFor = substituteFor
    }

    init(row: Row) throws {
        self.init(
            id: try row.get("id"), officer: try row.get("officer"), organisation: try row.get("organisation"),
            role: try row.get("role"), period: Period(from: try row.get("from_day"), until: try row.get("until_day")),
            endedAfter: try row.get("ended_day"), substituteFor: try row.get("substitute_for"))
    }

    /// Whether it was in force for a part of a day. One that ended at once has yesterday as its last day: what was done on the day
    /// of ending, before, stays done.
    func wasInForce(on day: Day) -> Bool {
        granted.contains(day) && (endedAfter.map { day <= $0 + 1 } ?? true)
    }

    /// In which it is in force.
    package var period: Period {
        guard let endedAfter else { return granted }
        return Period(from: granted.from, until: min(endedAfter, granted.until ?? .last))
    }
}
