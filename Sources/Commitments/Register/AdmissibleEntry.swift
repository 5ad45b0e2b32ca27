import Access
import Kernel

/// An entry that may stand in the register. There is no other way to obtain one.
struct AdmissibleEntry: Sendable {
    let facts: RegisterFacts
    let motion: Motion?
    let due: Due?
    let standing: StandingChange?

    init(_ new: NewEntry, departments: OrganisationTree, on today: Day) throws(RegisterRefusal) {
        let facts = new.facts
        try facts.mustBeAdmissible(movers: new.movers, departments: departments, on: today)
        if let refusal = new.due?.refusal(since: facts.madeOn) { throw .dayRefused(refusal) }
        self.facts = facts
        motion = facts.kind == .motion ? Motion(movers: new.movers, submittedOn: facts.madeOn) : nil
        due = new.due ?? Self.statutoryDue(of: facts)
        standing = new.standing
    }

    /// Written questions are answered within three weeks (RvO Tweede Kamer 12.2(1)).
    static func statutoryDue(of facts: RegisterFacts) -> Due? {
        guard facts.kind == .writtenQuestions, facts.house == .tweedeKamer,
            let rule = TermRules.named("written-questions"), let day = rule.length.end(from: facts.madeOn)
        else { return nil }
        return Due(words: "", day: day, reason: rule.article, told: facts.madeOn)
    }
}

extension RegisterEntry {
    /// Whether it says what a form asked to put in.
    func says(_ new: AdmissibleEntry) -> Bool {
        facts == new.facts && motion?.movers == new.motion?.movers && dues.first == new.due
            && standings.dropFirst().first == new.standing
    }
}

extension RegisterFacts {
    /// How long ago something may have been said that is still kept.
    private static let yearsBack = 50

    /// - Throws: where something is missing, or does not fit together.
    func mustBeAdmissible(movers: [String], departments: OrganisationTree, on today: Day) throws(RegisterRefusal) {
        guard !title.isEmpty else { throw .titleMissing }
        guard !wording.isEmpty else { throw .wordingMissing }
        guard !place.isEmpty else { throw .placeMissing }
        guard madeOn <= today else { throw .madeInTheFuture(madeOn) }
        guard madeOn.year >= today.year - Self.yearsBack else { throw .madeTooLongAgo(madeOn) }
        guard departments[department] != nil, involved.allSatisfy({ departments[$0] != nil }) else {
            throw .noDepartment
        }
        guard madeWords.isEmpty || !madeReason.isEmpty else { throw .madeReasonMissing }
        guard keyData.isEmpty || house == .eersteKamer else { throw .keyDataOfOtherHouse }
        guard !involved.contains(department) else { throw .departmentAmongInvolved }
        guard (kind == .motion) == !movers.isEmpty else {
            throw kind == .motion ? .moversMissing : .moversOfNoMotion
        }
        try numberMustFit(on: today)
        if let other = paper?.house, other != house { throw .paperOfOtherHouse(house) }
        if let year = paper?.year, year > ParliamentaryYear.last(on: today) { throw .paperOfYearToCome(year) }
    }

    /// - Throws: where the number of the House is one of the other, of something else, or of a year that is still to come.
    private func numberMustFit(on today: Day) throws(RegisterRefusal) {
        guard let houseNumber else { return }
        if houseNumber.isPromise, (houseNumber.kind == .promiseToEersteKamer) != (house == .eersteKamer) {
            throw .numberOfOtherHouse
        }
        guard houseNumber.isPromise == (kind == .commitment), houseNumber.kind != .activity else { throw .numberOfOtherKind }
        if let year = houseNumber.year, year > today.year { throw .numberOfYearToCome(year) }
    }
}
