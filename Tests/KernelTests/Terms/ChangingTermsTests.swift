import Kernel
import TestSupport
import Testing

struct ChangingTermsTests {
    let complaint = try! StatutoryTerm(TermRules.named("awb-complaint-commission")!, on: day("2026-02-16"))
    let coordinator = Party.officer(id: "vera", function: "integrityCoordinator")

    @Test(.law("Awb 9:11(2)"))
    func `a postponement without notice to the accused does not count`() {
        #expect(throws: TermRefusal.noticeMissing(to: [.accusedParty], article: "Awb 9:11(2)")) {
            try postpone(complaint, by: .weeks(4), noticeTo: [.complainant])
        }
    }

    @Test(.law("Awb 9:11(2)"))
    func `a postponement is at most four weeks, once, and has a ground`() throws {
        let postponed = try postpone(complaint, by: .weeks(4))

        #expect(throws: TermRefusal.longerThanPermitted(.weeks(4), article: "Awb 9:11(2)")) {
            try postpone(complaint, by: .weeks(5))
        }
        #expect(throws: TermRefusal.oftenEnough(times: 1, article: "Awb 9:11(2)")) { try postpone(postponed, by: .weeks(1)) }
        #expect(throws: TermRefusal.groundMissing) { try postpone(complaint, by: .weeks(4), ground: "") }
    }

    @Test(.law("Wbk 2(2)(i)"))
    func `feedback on a report cannot be postponed`() throws {
        let feedback = try StatutoryTerm(TermRules.feedback, on: day("2026-02-16"))

        #expect(throws: TermRefusal.notPermitted(article: "Wbk 2(2)(i)")) { try postpone(feedback, by: .weeks(4)) }
        #expect(throws: TermRefusal.notPermitted(article: "Wbk 2(2)(i)")) {
            try feedback.suspended(ground: "mediation", noticeOn: day("2026-03-01"), on: day("2026-03-01"), by: coordinator)
        }
    }

    @Test(.law("Awb 9:11(3)"))
    func `further delay needs the written consent and a later day`() {
        #expect(throws: TermRefusal.consentMissing(article: "Awb 9:11(3)")) {
            try complaint.delayedByConsent(until: day("2026-06-01"), reference: "", on: day("2026-04-01"), by: coordinator)
        }
        #expect(throws: TermRefusal.notLater(than: day("2026-04-27"))) {
            try complaint.delayedByConsent(until: day("2026-04-27"), reference: "letter", on: day("2026-04-01"), by: coordinator)
        }
    }

    @Test func `a term that stood still ends as many days later, rolled anew`() throws {
        let suspended = try complaint.suspended(
            ground: "mediation", noticeOn: day("2026-03-02"), on: day("2026-03-02"), by: coordinator)
        let resumed = try suspended.resumed(on: day("2026-03-12"), by: coordinator)

        #expect(!suspended.isLate(on: day("2026-12-01")))
        #expect(resumed.nominalEnd == day("2026-05-07"))
        #expect(resumed.legalEnd == day("2026-05-07"))
        #expect(resumed.isLate(on: day("2026-05-08")))
    }

    @Test func `a suspension that crosses a postponement moves the postponed end`() throws {
        let suspended = try complaint.suspended(
            ground: "mediation", noticeOn: day("2026-03-02"), on: day("2026-03-02"), by: coordinator)
        let postponed = try postpone(suspended, by: .weeks(4), on: "2026-03-05")
        let resumed = try postponed.resumed(on: day("2026-03-12"), by: coordinator)

        #expect(postponed.nominalEnd == day("2026-05-25"))
        #expect(resumed.nominalEnd == day("2026-06-04"))
    }

    @Test func `an agreed day stays unrolled after a suspension`() throws {
        let agreed = try complaint.delayedByConsent(
            until: day("2026-06-05"), reference: "letter", on: day("2026-04-01"), by: coordinator)
        let suspended = try agreed.suspended(
            ground: "mediation", noticeOn: day("2026-05-01"), on: day("2026-05-01"), by: coordinator)
        let resumed = try suspended.resumed(on: day("2026-05-02"), by: coordinator)

        #expect(resumed.nominalEnd == day("2026-06-06"))
        #expect(resumed.legalEnd == day("2026-06-06"))
    }

    @Test func `steps come in order and stop when the term is met`() throws {
        let suspended = try complaint.suspended(
            ground: "mediation", noticeOn: day("2026-03-02"), on: day("2026-03-02"), by: coordinator)
        let met = try complaint.met(on: day("2026-04-29"), by: coordinator)

        #expect(throws: TermRefusal.beforeLastStep(day("2026-03-02"))) {
            try suspended.resumed(on: day("2026-03-01"), by: coordinator)
        }
        #expect(throws: TermRefusal.alreadySuspended(since: day("2026-03-02"))) {
            try suspended.suspended(ground: "mediation", noticeOn: day("2026-03-03"), on: day("2026-03-03"), by: coordinator)
        }
        #expect(throws: TermRefusal.notSuspended) { try complaint.resumed(on: day("2026-03-03"), by: coordinator) }
        #expect(throws: TermRefusal.alreadyMet(on: day("2026-04-29"))) { try met.met(on: day("2026-04-30"), by: coordinator) }
        #expect(met.isLate(on: day("2026-04-30")))
    }

    @Test(.law("Atw 1"))
    func `a stored history keeps its dates when the list of equated days changes`() throws {
        let earlier = OfficeCalendar(equated: EquatedDays(version: "none", days: [], knownYears: []))
        let stored = try StatutoryTerm(TermRules.acknowledgement, on: day("2027-04-30"), calendar: earlier).history

        let taken = try #require(StatutoryTerm(stored: stored))

        #expect(taken.legalEnd == day("2027-05-07"))
        #expect(try StatutoryTerm(TermRules.acknowledgement, on: day("2027-04-30")).legalEnd == day("2027-05-10"))
        #expect(taken.history[0].calendarVersion == "none")
    }

    @Test func `a history that starts with anything but a start is not taken up`() throws {
        let met = try complaint.met(on: day("2026-03-01"), by: coordinator)

        #expect(StatutoryTerm(stored: Array(met.history.dropFirst())) == nil)
        #expect(StatutoryTerm(stored: []) == nil)
    }

    @Test func `a term that would end after the year 9999 is refused`() {
        #expect(throws: TermRefusal.endTooFar) { try StatutoryTerm(TermRules.feedback, on: day("9999-11-01")) }
    }

    @Test(
        .law("Wbk 2(2)(h)"),
        arguments: [(TermReadings.InternalProcedure.termInAnAct, "2026-11-30"), (.notATermInAnAct, "2026-11-28")])
    func `whether the general act moves the terms of the procedure is a reading`(
        reading: TermReadings.InternalProcedure, legal: String
    ) throws {
        let readings = TermReadings(internalProcedure: reading)

        let term = try StatutoryTerm(TermRules.acknowledgement, on: day("2026-11-21"), readings: readings)

        #expect(term.nominalEnd == day("2026-11-28"))
        #expect(term.legalEnd == day(legal))
    }

    @Test(.law("Awb 9:11(2)"))
    func `the four weeks may be read to run from the legal end`() throws {
        let readings = TermReadings(postponementBase: .legalEnd)
        let term = try StatutoryTerm(complaint.rule, on: day("2026-02-16"), readings: readings)

        #expect(try postpone(term, by: .weeks(4)).nominalEnd == day("2026-05-26"))
    }

    private func postpone(
        _ term: StatutoryTerm, by length: TermLength, ground: String = "hearing",
        noticeTo: Set<Addressee> = [.complainant, .accusedParty],
        on day: String = "2026-04-20"
    ) throws(TermRefusal) -> StatutoryTerm {
        try term.postponed(
            by: length, ground: ground, noticeTo: noticeTo, noticeOn: TestSupport.day(day), on: TestSupport.day(day),
            by: coordinator)
    }
}
