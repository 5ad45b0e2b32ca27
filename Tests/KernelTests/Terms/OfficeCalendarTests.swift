import Kernel
import TestSupport
import Testing

struct OfficeCalendarTests {
    let calendar = OfficeCalendar()

    @Test(.law("Atw 3(1)"), arguments: [(2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16")])
    func `Easter falls on its published day`(year: Int, easter: String) {
        #expect(Holiday.easter(year) == day(easter))
    }

    @Test(
        .law("Atw 3(1)", "Atw 3(2)"),
        arguments: [
            ("2026-01-01", Holiday.newYear), ("2026-04-03", .goodFriday), ("2026-04-06", .easterMonday),
            ("2026-04-27", .kingsDay),
            ("2026-05-05", .liberationDay), ("2026-05-14", .ascension), ("2026-05-25", .whitMonday), ("2026-12-25", .christmas),
            ("2026-12-26", .secondChristmasDay), ("2025-04-26", .kingsDay), ("2013-04-30", .kingsDay), ("2006-04-29", .kingsDay),
        ])
    func `a recognised holiday is known by its name`(date: String, holiday: Holiday) {
        #expect(calendar.dayOff(day(date)) == .holiday(holiday))
    }

    @Test(.law("Atw 3(1)"))
    func `King's Day that falls on a Sunday is kept on the Saturday before`() {
        #expect(calendar.dayOff(day("2025-04-27")) == .sunday)
    }

    @Test(.law("Atw 3(3)"), arguments: ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26", "2024-12-27"])
    func `a day that a royal decree equates is no working day`(date: String) {
        #expect(calendar.dayOff(day(date)) == .equated)
    }

    @Test(.law("Atw 3(3)"))
    func `a term into a year without a known decree says so`() throws {
        let known = try #require(TermReckoning(from: day("2028-12-20"), length: .days(7), regime: .atw, calendar: calendar))
        let unknown = try #require(TermReckoning(from: day("2028-12-28"), length: .days(7), regime: .atw, calendar: calendar))

        #expect(known.unknownYears == [])
        #expect(unknown.unknownYears == [2029])
    }

    @Test func `two working days after a Friday is a Tuesday`() {
        #expect(calendar.adding(workingDays: 2, to: day("2026-11-20")) == day("2026-11-24"))
    }

    @Test(.law("Regulation 1182/71 3(5)"))
    func `a period of two days or more holds two working days under the European rule`() throws {
        let reckoning = try #require(TermReckoning(from: day("2026-11-20"), length: .days(2), regime: .eu, calendar: calendar))

        #expect(reckoning.nominalEnd == day("2026-11-22"))
        #expect(reckoning.legalEnd == day("2026-11-24"))
    }

    @Test func `the reasons name each day on which the term does not end`() throws {
        let reckoning = try #require(TermReckoning(from: day("2027-02-05"), length: .months(3), regime: .atw, calendar: calendar))

        #expect(
            reckoning.reasons == [
                .dayOff(day("2027-05-05"), .holiday(.liberationDay)), .dayOff(day("2027-05-06"), .holiday(.ascension)),
                .dayOff(day("2027-05-07"), .equated), .dayOff(day("2027-05-08"), .saturday), .dayOff(day("2027-05-09"), .sunday),
            ])
    }

    @Test(.law("Atw 4(a)"))
    func `a term in years that ends on a day off stays there, and the reason says why`() throws {
        let reckoning = try #require(TermReckoning(from: day("2025-11-21"), length: .years(1), regime: .atw, calendar: calendar))

        #expect(reckoning.legalEnd == day("2026-11-21"))
        #expect(reckoning.reasons == [.exempt(.years(1))])
    }

    @Test(arguments: ["7d", "10w", "3m", "1y", "48h", "9999d"])
    func `a length is read and written alike`(text: String) {
        #expect(TermLength(text)?.text == text)
    }

    @Test(arguments: ["", "d", "0d", "-1d", "1", "7 d", "7D", "10000d", "1.5m", "٣d"])
    func `what is no length is not read`(text: String) {
        #expect(TermLength(text) == nil)
    }
}
