import Kernel
import TestSupport
import Testing

/// The dated examples of the table "rule, article, computation, example" (law.md, section A), by their row.
struct TableOfTermsTests {
    @Test(
        .law("Wbk 2(2)(h)", "Atw 1(1)", "Atw 3"),
        arguments: [
            ("2026-11-21", "2026-11-28", "2026-11-30"),
            ("2026-11-20", "2026-11-27", "2026-11-27"),
            ("2027-03-19", "2027-03-26", "2027-03-30"),
            ("2025-04-11", "2025-04-18", "2025-04-22"),
            ("2026-04-20", "2026-04-27", "2026-04-28"),
            ("2025-04-19", "2025-04-26", "2025-04-28"),
            ("2027-04-30", "2027-05-07", "2027-05-10"),
            ("2026-12-18", "2026-12-25", "2026-12-28"),
        ])
    func `rows 1 to 8: receipt is acknowledged within seven days`(receipt: String, nominal: String, legal: String) throws {
        try expect(TermRules.acknowledgement, from: receipt, nominal, legal)
    }

    @Test(
        .law("Wbk 2(2)(i)", "HR 1 September 2017"),
        arguments: [
            ("2026-01-27", "2026-04-27", "2026-04-28"),
            ("2026-01-03", "2026-04-03", "2026-04-07"),
            ("2026-11-30", "2027-02-28", "2027-03-01"),
            ("2027-02-05", "2027-05-05", "2027-05-10"),
            ("2026-01-31", "2026-04-30", "2026-04-30"),
            ("2016-02-29", "2016-05-29", "2016-05-30"),
        ])
    func `rows 9 to 14: feedback comes within three months of the acknowledgement`(sent: String, nominal: String, legal: String)
        throws
    {
        try expect(TermRules.feedback, from: sent, nominal, legal)
    }

    @Test(.law("Directive (EU) 2019/1937 9(1)(f)"))
    func `row 15: without an acknowledgement the three months start after seven days`() throws {
        let acknowledgement = try StatutoryTerm(TermRules.acknowledgement, on: day("2026-09-01"))

        let feedback = try StatutoryTerm(TermRules.feedbackWithoutAcknowledgement, on: acknowledgement.nominalEnd)

        #expect(feedback.startedOn == day("2026-09-08"))
        #expect(feedback.legalEnd == day("2026-12-08"))
    }

    @Test(.law("Wbk 2e(2)(b)"))
    func `row 16: an external authority has three months from receipt, and once three more`() throws {
        let rule = try #require(TermRules.named("wbk-external-feedback"))
        let term = try StatutoryTerm(rule, on: day("2026-09-01"))

        let extended = try term.postponed(
            by: .months(3), ground: "complex", noticeTo: [.reporter], noticeOn: day("2026-11-20"), on: day("2026-11-20"),
            by: .system)

        #expect(term.legalEnd == day("2026-12-01"))
        #expect(extended.legalEnd == day("2027-03-01"))
    }

    @Test(
        .law("Awb 9:11(1)"),
        arguments: [
            ("awb-complaint", "2026-02-20", "2026-04-03", "2026-04-07"),
            ("awb-complaint", "2026-03-16", "2026-04-27", "2026-04-28"),
            ("awb-complaint-commission", "2026-01-26", "2026-04-06", "2026-04-07"),
            ("awb-complaint-commission", "2026-02-16", "2026-04-27", "2026-04-28"),
            ("awb-complaint-commission", "2026-03-06", "2026-05-15", "2026-05-18"),
            ("awb-complaint", "2026-11-21", "2027-01-02", "2027-01-04"),
        ])
    func `rows 17 to 22: a complaint is decided in six weeks, or ten with a commission`(
        rule: String, receipt: String, nominal: String, legal: String
    ) throws {
        try expect(#require(TermRules.named(rule)), from: receipt, nominal, legal)
    }

    @Test(
        .law("Awb 9:11(2)"),
        arguments: [
            (TermReadings.Postponement.ownTerm, "2026-05-26"),
            (TermReadings.Postponement.oneTermOfBoth, "2026-05-25"),
        ])
    func `row 23: four more weeks run from the nominal end, and both readings are known`(
        reading: TermReadings.Postponement, legal: String
    ) throws {
        let rule = try #require(TermRules.named("awb-complaint-commission"))
        let term = try StatutoryTerm(rule, on: day("2026-02-16"), readings: TermReadings(postponement: reading))

        let postponed = try term.postponed(
            by: .weeks(4), ground: "hearing", noticeTo: [.complainant, .accusedParty], noticeOn: day("2026-04-20"),
            on: day("2026-04-20"), by: .system)

        #expect(postponed.nominalEnd == day("2026-05-25"))
        #expect(postponed.legalEnd == day(legal))
    }

    @Test(.law("Awb 9:11(3)"))
    func `row 24: a day agreed in writing is not moved`() throws {
        let term = try StatutoryTerm(#require(TermRules.named("awb-complaint-commission")), on: day("2026-02-16"))

        let delayed = try term.delayedByConsent(
            until: day("2026-06-06"), reference: "letter 12", on: day("2026-04-21"), by: .system)

        #expect(delayed.nominalEnd == day("2026-06-06"))
        #expect(delayed.legalEnd == day("2026-06-06"))
    }

    @Test(
        .law("Awb 9:8(3)"), arguments: [("2026-03-05", "2026-04-02", "2026-04-02"), ("2026-11-21", "2026-12-19", "2026-12-21")])
    func `row 25: notice of not handling comes within four weeks`(receipt: String, nominal: String, legal: String) throws {
        try expect(#require(TermRules.named("awb-not-handled")), from: receipt, nominal, legal)
    }

    @Test(.law("Awb 9:8(1)(b)", "Atw 4(a)"), arguments: [("2025-11-20", true), ("2025-11-21", false)])
    func `row 26: behaviour of more than a year before the complaint need not be handled`(behaviour: String, refusable: Bool)
        throws
    {
        let rule = try #require(TermRules.named("awb-one-year"))

        let term = try StatutoryTerm(rule, on: day(behaviour))

        #expect((day("2026-11-21") > term.legalEnd) == refusable)
    }

    @Test(
        .law(
            "Awb 9:24", "CAO Rijk h. 15", "BSD nr. 16", "RvO Tweede Kamer 8.23(2)", "RvO Tweede Kamer 12.8",
            "RvO Tweede Kamer 12.2"),
        arguments: [
            ("ombudsman", "2026-02-02", "2027-02-02"),
            ("held-motion", "2026-03-17", "2026-06-09"),
            ("thirty-members-debate", "2026-01-13", "2026-04-07"),
            ("written-questions", "2024-12-04", "2024-12-25"),
            ("written-questions", "2021-04-01", "2021-04-22"),
            ("written-questions-listed", "2021-04-01", "2021-05-13"),
            ("disciplinary-papers", "2026-08-31", "2033-08-31"),
        ])
    func `rows 27 and 31 to 35: terms of another source, or in years, stay where they end`(
        rule: String, from: String, end: String
    ) throws {
        try expect(#require(TermRules.named(rule)), from: from, end, end)
    }

    @Test(.law("CAO Rijk h. 15"))
    func `row 34: four years without a raise end on the day before their fourth anniversary`() throws {
        let rule = try #require(TermRules.named("no-periodic-raise"))

        let lastDay = try StatutoryTerm(rule, on: day("2027-01-01")).nominalEnd - 1

        #expect(lastDay == day("2030-12-31"))
    }

    @Test(.law("Awb 2:10(1)", "Atw 4(a)"))
    func `row 28: forty-eight hours are real hours across the change to summer time`() throws {
        let placed = try Moment.parse("2026-03-27T16:30[Europe/Amsterdam]").get()

        #expect(placed.adding(hours: 48).iso == "2026-03-29T17:30:00+02:00")
    }

    @Test(.law("Awb 2:20"))
    func `row 29: a report is received on the day that it is in Amsterdam`() throws {
        let arrival = try Moment.parse("2026-12-31T23:59:30+01:00").get().instant
        let midsummer = try Moment.parse("2026-06-30T22:30:00Z").get().instant

        #expect(WallClock { arrival }.today() == day("2026-12-31"))
        #expect(WallClock { midsummer }.today() == day("2026-07-01"))
    }

    @Test(.law("Atw 2"))
    func `row 30: three days must hold two working days`() throws {
        let reckoning = try #require(
            TermReckoning(from: day("2026-12-24"), length: .days(3), regime: .atw, calendar: OfficeCalendar()))

        #expect(reckoning.nominalEnd == day("2026-12-27"))
        #expect(reckoning.legalEnd == day("2026-12-29"))
    }

    @Test(.law("CAO Rijk 12.1", "Ambtenarenwet 2017 4(2)"))
    func `row 36: a staff review is due by the end of the next calendar year, or within twelve months`() {
        let held = day("2025-11-12")

        #expect(YearlyDuty.calendarYear.due(after: held) == day("2026-12-31"))
        #expect(YearlyDuty.rollingYear.due(after: held) == day("2026-11-12"))
    }

    @Test(.law("GDPR 12(3)", "Regulation 1182/71 3(4)"))
    func `row 37: a month from 31 January ends on the first working day after February`() throws {
        try expect(#require(TermRules.named("gdpr-request")), from: "2027-01-31", "2027-02-28", "2027-03-01")
    }

    @Test(.law("GDPR 33(1)"))
    func `row 38: a data breach known on Friday at four is notified by Monday at four`() throws {
        let known = try Moment.parse("2026-11-20T16:00+01:00").get()

        #expect(known.adding(hours: 72).iso == "2026-11-23T16:00:00+01:00")
    }

    @Test(.law("Wbk 20"))
    func `rows 39 and 40: what recurs is reckoned from the first time`() {
        let evaluation = Recurrence(first: day("2026-02-18"), every: .years(3))
        let leapDay = Recurrence(first: day("2024-02-29"), every: .years(1))

        #expect(evaluation.day(1) == day("2029-02-18"))
        #expect(leapDay.day(4) == day("2028-02-29"))
    }

    private func expect(_ rule: TermRule, from start: String, _ nominal: String, _ legal: String) throws {
        let term = try StatutoryTerm(rule, on: day(start))

        #expect(term.nominalEnd == day(nominal))
        #expect(term.legalEnd == day(legal))
    }
}
