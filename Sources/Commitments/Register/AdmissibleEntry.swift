import Access
import Kernel

/// An entry that may stand in the register. There is no other way to obtain one.
struct AdmissibleEntry: Sendable {
    let facts: RegisterFacts
    let motion: Motion?
    let due: Due?

    init(_ new: NewEntry, departments: OrganisationTree, on today: Day) throws(RegisterRefusal) {
        let facts = new.facts
        try facts.mustBeAdmissible(movers: new.movers, departments: departments, on: today)
        if let refusal = new.due?.refusal(since: facts.madeOn) { throw .dayRefused(refusal) }
        self.facts = facts
        motion = facts.kind == .motion ? Motion(movers: new.movers, submittedOn: facts.madeOn) : nil
        due = new.due ?? Self.statutoryDue(of: facts)
    }

    /// Written questions are answered within three weeks (RvO Tweede Kamer 12.2(1)).
    static func statutoryDue(of facts: RegisterFacts) -> Due? {
        guard facts.kind == .writtenQuestions, facts.house == .tweedeKamer,
            let rule = TermRules.named("written-questions"), let day = rule.length.end(from: facts.madeOn)
        else { return nil }
        return Due(words: "", day: day, reason: rule.article, told: facts.madeOn)
    }
}

extension RegisterFacts {
    /// - Throws: where something is missing, or does not fit together.
    func mustBeAdmissible(movers: [String], departments: OrganisationTree, on today: Day) throws(RegisterRefusal) {
        guard !title.isEmpty else { throw .titleMissing }
        guard !wording.isEmpty else { throw .wordingMissing }
        guard !place.isEmpty else { throw .placeMissing }
        guard madeOn <= today else { throw .madeInTheFuture(madeOn) }
        guard departments[department] != nil, involved.allSatisfy({ departments[$0] != nil }) else {
            throw .noDepartment
        }
        guard !involved.contains(department) else { throw .departmentAmongInvolved }
        guard (kind == .motion) == !movers.isEmpty else {
            throw kind == .motion ? .moversMissing : .moversOfNoMotion
        }
        let ofSenate = houseNumber?.kind == .promiseToEersteKamer
        guard houseNumber?.isPromise != true || ofSenate == (house == .eersteKamer) else { throw .numberOfOtherHouse }
        if let other = paper?.house, other != house { throw .paperOfOtherHouse(house) }
    }
}
