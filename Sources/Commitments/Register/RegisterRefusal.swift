import Kernel

/// Why the register does not take something in.
package enum RegisterRefusal: Refusal {
    /// There is no such entry, or it is not this officer's to see.
    case notFound
    case notYours
    case titleMissing
    case wordingMissing
    case placeMissing
    case madeInTheFuture(Day)
    /// The department did not exist on that day.
    case noDepartment
    /// The department's own dossier is not this officer's.
    case departmentNotYours
    case departmentAmongInvolved
    case moversMissing
    case moversOfNoMotion
    /// Someone changed the entry since it was shown.
    case changedMeanwhile
    case noOwner
    /// The day that was agreed at the beginning does not fit.
    case dayRefused(DueRefusal)
    /// Another entry has this number of the House.
    case numberTaken(by: String)
    /// The number is one of the other House.
    case numberOfOtherHouse
    case targetMissing
}

/// What an officer puts into the register.
package struct NewEntry: Sendable, Equatable {
    package var facts: RegisterFacts
    package var movers: [String]
    package var due: Due?

    package init(_ facts: RegisterFacts, movers: [String] = [], due: Due? = nil) {
        self.facts = facts
        self.movers = movers
        self.due = due
    }
}

/// An entry that may stand in the register. There is no other way to obtain one.
struct AdmissibleEntry: Sendable {
    let facts: RegisterFacts
    let motion: Motion?
    let due: Due?

    init(_ new: NewEntry, departments: OrganisationTree, on today: Day) throws(RegisterRefusal) {
        let facts = new.facts
        guard !facts.title.isEmpty else { throw .titleMissing }
        guard !facts.wording.isEmpty else { throw .wordingMissing }
        guard !facts.place.isEmpty else { throw .placeMissing }
        guard facts.madeOn <= today else { throw .madeInTheFuture(facts.madeOn) }
        guard departments[facts.department] != nil, facts.involved.allSatisfy({ departments[$0] != nil }) else {
            throw .noDepartment
        }
        guard !facts.involved.contains(facts.department) else { throw .departmentAmongInvolved }
        guard (facts.kind == .motion) == !new.movers.isEmpty else {
            throw facts.kind == .motion ? .moversMissing : .moversOfNoMotion
        }
        if let refusal = new.due?.refusal(since: facts.madeOn) { throw .dayRefused(refusal) }
        let ofSenate = facts.houseNumber?.kind == .promiseToEersteKamer
        guard facts.houseNumber?.isPromise != true || ofSenate == (facts.house == .eersteKamer) else { throw .numberOfOtherHouse }
        self.facts = facts
        motion = facts.kind == .motion ? Motion(movers: new.movers, submittedOn: facts.madeOn) : nil
        due = new.due ?? Self.statutoryDue(of: facts)
    }

    /// Written questions are answered within three weeks (RvO Tweede Kamer 12.2(1)).
    private static func statutoryDue(of facts: RegisterFacts) -> Due? {
        guard facts.kind == .writtenQuestions, facts.house == .tweedeKamer,
            let rule = TermRules.named("written-questions"), let day = rule.length.end(from: facts.madeOn)
        else { return nil }
        return Due(words: "", day: day, reason: rule.article, told: facts.madeOn)
    }
}
