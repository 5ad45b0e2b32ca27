import Foundation
import Kernel
import TestSupport
import Testing

struct DayTests {
    @Test(arguments: [
        "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01", "1582-12-31", "",
        "2026-02-16x",
    ])
    func `a day that does not exist is not read`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `days agree with the calendar of the operating system for four centuries`() throws {
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = try #require(TimeZone(secondsFromGMT: 0))

        for number in stride(from: day("1800-01-01").number, through: day("2200-12-31").number, by: 13) {
            let parts = gregorian.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let expected = try #require(Day(year: parts.year!, month: parts.month!, day: parts.day!))
            #expect(expected.number == number)
            #expect(Day(number: number).components == (parts.year!, parts.month!, parts.day!))
            #expect(expected.weekday.rawValue == (parts.weekday! + 5) % 7 + 1)
        }
    }

    @Test func `a day is written as it is read`() {
        #expect(Day("2026-02-06")?.iso == "2026-02-06")
        #expect(Day("9999-12-31") == Day.last)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 12, "2027-12-15"),
    ])
    func `months keep the day number, or end with the month`(from: String, months: Int, end: String) {
        #expect(day(from).adding(months: months) == day(end))
    }
}
