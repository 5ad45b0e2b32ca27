import Kernel
import TestSupport
import Testing

@testable import Web

struct TypedDayTests {
    @Test(arguments: [
        "14-4-2025", "14-04-2025", "14/4/2025", "14.4.2025", " 14 april 2025 ", "14 April 2025", "14 apr 2025", "2025-04-14",
        "14 - 4 - 2025",
    ])
    func `a day is read in the forms in which people write it`(text: String) {
        #expect(TypedDay(text) == .day(day("2025-04-14")))
    }

    @Test func `the months of both languages are read`() {
        for month in 1...12 {
            for name in [Month.names[month - 1].nl, Month.names[month - 1].en] {
                #expect(TypedDay("1 \(name) 2025").day == Day(year: 2025, month: month, day: 1), "\(name)")
            }
        }
        #expect(TypedDay("3 mrt 2025").day == day("2025-03-03"))
        #expect(TypedDay("12 sept. 2026").day == day("2026-09-12"))
    }

    @Test func `a day that does not exist is told apart from what is no day`() {
        #expect(TypedDay("31-4-2025") == .notThere("31-4-2025"))
        #expect(TypedDay("29 februari 2025") == .notThere("29 februari 2025"))
        #expect(TypedDay("2025-13-01") == .notThere("2025-13-01"))
        #expect(TypedDay("voor de zomer") == .unreadable("voor de zomer"))
        #expect(TypedDay("14-4-25") == .unreadable("14-4-25"))
        #expect(TypedDay("  ") == .empty)
        #expect(TypedDay("31-4-2025").problem(.nl)?.contains("bestaat niet") == true)
        #expect(TypedDay("").problem(.nl) == nil && TypedDay("").problem(.nl, missing: true) != nil)
    }
}
