import Commitments
import Kernel
import TestSupport
import Testing

struct EntryRuleTests {
    let today = day("2026-11-22")
    let bzk = Organisation.ID("bzk")!
    let letter = try! Reference("Kamerstukken II 2024/25, 30 950, nr. 433")

    private func entry(
        _ kind: RegisterEntry.Kind = .commitment, due: Due? = nil, motion: Motion? = nil
    ) -> RegisterEntry {
        let facts = RegisterFacts(
            kind: kind, title: "Twee brieven", wording: "De Kamer krijgt twee brieven.", verb: .inform,
            madeOn: day("2024-09-12"), setting: .debate, place: "Dertigledendebat", department: bzk)
        return RegisterEntry(
            id: Identifier(from: .system), number: 1, facts: facts, motion: motion, dues: due.map { [$0] } ?? [],
            standings: [StandingChange(.open, on: facts.madeOn)])
    }

    private func due(_ iso: String?, words: String = "", reason: String = "zo gelezen") -> Due {
        Due(words: words, day: iso.map(day), reason: reason, told: day("2025-01-27"))
    }

    @Test func `a day that moves keeps the days before it`() throws {
        let first = due("2025-01-31", words: "eind januari 2025")
        let moved = try entry(due: first).due(due("2025-06-20", words: "in het voorjaar"), isPostponement: true, on: today)

        #expect(moved.dues.map(\.words) == ["eind januari 2025", "in het voorjaar"])
        #expect(moved.due?.day == day("2025-06-20"))
    }

    @Test func `a postponement that does not move the day, or moves it forward, is refused`() {
        let entry = entry(due: due("2025-01-31"))

        #expect(throws: DueRefusal.doesNotMove(day("2025-01-31"))) { try entry.due(due("2025-01-31"), on: today) }
        #expect(throws: DueRefusal.notLater(than: day("2025-01-31"))) {
            try entry.due(due("2025-01-30"), isPostponement: true, on: today)
        }
        #expect(throws: DueRefusal.beforeItWasSaid(day("2024-09-12"))) { try entry.due(due("2024-09-11"), on: today) }
    }

    @Test func `a day has its reason, and words or a day`() {
        #expect(throws: DueRefusal.reasonMissing) { try entry().due(due("2025-01-31", reason: ""), on: today) }
        #expect(throws: DueRefusal.neitherWordsNorDay) { try entry().due(due(nil), on: today) }
        #expect(throws: DueRefusal.toldInTheFuture(day("2025-01-27"))) {
            try entry().due(due("2025-01-31"), on: day("2025-01-26"))
        }
    }

    @Test func `what is late gets a new day, and does not stop being late by words`() throws {
        let late = entry(due: due("2025-01-31", words: "eind januari 2025"))

        #expect(throws: DueRefusal.lateWithoutDay(since: day("2025-01-31"))) {
            try late.due(due(nil, words: "later"), on: today)
        }
        #expect(try late.due(due(nil, words: "later"), on: day("2025-01-31")).due?.day == nil, "on the day itself it is not late")
    }

    @Test func `a paper of the other House, or of a year before, fulfils nothing here`() throws {
        let senate = try Reference("Kamerstukken I 2025/26, 35 741, G")

        #expect(throws: StandingRefusal.paperOfOtherHouse(.tweedeKamer)) {
            try entry().changed(by: StandingChange(.settled, on: today, letter: senate), on: today)
        }
        #expect(throws: StandingRefusal.paperBeforeItWasSaid(day("2024-09-12"))) {
            let before = try Reference("Kamerstukken II 2022/23, 30 950, nr. 300")
            return try entry().changed(by: StandingChange(.settled, on: today, letter: before), on: today)
        }
        #expect(throws: DueRefusal.paperOfOtherHouse(.tweedeKamer)) {
            try entry().due(Due(words: "", day: today, reason: "zo is het", told: today, letter: senate), on: today)
        }
    }

    @Test func `a paper of a year that is still to begin fulfils and tells nothing`() throws {
        let ahead = try Reference("Kamerstukken II 2027/28, 30 950, nr. 600")
        let year = ParliamentaryYear(beginning: 2027)

        #expect(throws: StandingRefusal.paperOfYearToCome(year)) {
            try entry().changed(by: StandingChange(.settled, on: today, letter: ahead), on: today)
        }
        let lastDays = day("2026-09-10")
        let next = try Reference("Kamerstukken II 2026/27, 30 950, nr. 500")
        let settled = try entry().changed(by: StandingChange(.settled, on: lastDays, letter: next), on: lastDays)
        #expect(settled.standing == .settled, "a letter of the last days of a year may get its number in the next")
        #expect(throws: StandingRefusal.paperOfYearToCome(ParliamentaryYear(beginning: 2026))) {
            try entry().changed(by: StandingChange(.settled, on: day("2026-08-31"), letter: next), on: day("2026-08-31"))
        }
        #expect(throws: DueRefusal.paperOfYearToCome(year)) {
            try entry().due(Due(words: "", day: today, reason: "zo is het", told: today, letter: ahead), on: today)
        }
    }

    @Test func `a standing does not go back before the one it follows`() throws {
        let settled = try entry().changed(by: StandingChange(.settled, on: day("2026-11-20"), letter: letter), on: today)

        #expect(throws: StandingRefusal.beforeTheLastStanding(day("2026-11-20"))) {
            try settled.changed(by: StandingChange(.open, on: day("2026-11-15"), facts: "Toch niet."), on: today)
        }
    }

    @Test func `a promise counts as fulfilled when the House has the result on paper`() throws {
        #expect(throws: StandingRefusal.letterMissing) {
            try entry().changed(by: StandingChange(.settled, on: today, facts: "mondeling"), on: today)
        }
        let settled = try entry().changed(by: StandingChange(.settled, on: day("2025-01-27"), letter: letter), on: today)

        #expect(settled.standing == .settled && !settled.isOwed)
        #expect(throws: DueRefusal.nothingOwed) { try settled.due(due("2026-12-01"), on: today) }
        #expect(throws: StandingRefusal.isSoAlready) {
            try settled.changed(by: StandingChange(.settled, on: today, letter: letter), on: today)
        }
    }

    @Test func `what is not carried out, lapses, moves away or opens again has its reason`() {
        for standing in [Standing.notCarriedOut, .lapsed, .transferred(to: Organisation.ID("jenv")!)] {
            #expect(throws: StandingRefusal.factsMissing) {
                try entry().changed(by: StandingChange(standing, on: today), on: today)
            }
        }
        #expect(throws: StandingRefusal.sameDepartment) {
            try entry().changed(by: StandingChange(.transferred(to: bzk), on: today, facts: "x"), on: today)
        }
    }

    @Test func `a standing lies between the day it was said and today`() {
        #expect(throws: StandingRefusal.beforeItWasSaid(day("2024-09-12"))) {
            try entry().changed(by: StandingChange(.lapsed, on: day("2024-09-11"), facts: "x"), on: today)
        }
        #expect(throws: StandingRefusal.inTheFuture(day("2026-11-23"))) {
            try entry().changed(by: StandingChange(.lapsed, on: day("2026-11-23"), facts: "x"), on: today)
        }
    }

    @Test(.law("RvO Tweede Kamer 8.23(2)"))
    func `a motion that the House did not adopt is owed nothing`() throws {
        let motion = Motion(movers: ["Chakor"], submittedOn: day("2024-09-12"))
        let submitted = entry(.motion, due: due("2025-01-31"), motion: motion)
        let adopted = entry(
            .motion, due: due("2025-01-31"), motion: try motion.taking(.adopted, on: day("2024-09-17"), today: today))

        #expect(!submitted.isOwed && !submitted.isOverdue(on: today))
        #expect(throws: StandingRefusal.motionNotAdopted) {
            try submitted.changed(by: StandingChange(.settled, on: today, letter: letter), on: today)
        }
        #expect(adopted.isOwed && adopted.isOverdue(on: today))
    }

    @Test func `an entry is late the day after its day`() {
        let entry = entry(due: due("2026-11-22"))

        #expect(!entry.isOverdue(on: day("2026-11-22")))
        #expect(entry.isOverdue(on: day("2026-11-23")))
    }

    @Test func `a day lies after it was told, and that after it was said, and neither is a slip of the pen`() throws {
        func refusal(_ due: String, told: String) -> DueRefusal? {
            Due(words: "", day: day(due), reason: "zo is het", told: day(told)).refusal(since: day("2024-09-12"))
        }

        #expect(refusal("2025-01-31", told: "2024-09-12") == nil)
        #expect(refusal("2025-01-31", told: "2025-01-31") == nil)
        #expect(refusal("1900-01-01", told: "2024-09-12") == .beforeItWasSaid(day("2024-09-12")))
        #expect(refusal("2025-01-31", told: "2024-09-11") == .beforeItWasSaid(day("2024-09-12")))
        #expect(refusal("2025-01-31", told: "2025-02-01") == .beforeItWasTold(day("2025-02-01")))
        #expect(refusal("9999-01-31", told: "2025-02-01") == .tooFarAhead(day("9999-01-31")))
    }
}
