import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// A standing or a day that was recorded wrongly by hand.
struct TakingBackTests {
    @Test(arguments: Engine.all)
    func `a standing with a wrong number is taken back, and the right one keeps its day`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id, esra) = (house.commitments, scene.entries[0].id, scene.esra)
            let wrong = try Reference("Kamerstukken II 2026/27, 30 950, nr. 999")
            func settle(_ paper: Reference, _ version: Int) async throws {
                try await commitments.setStanding(
                    StandingChange(.settled, on: day("2026-11-20"), letter: paper), of: id, version: version, by: esra)
            }
            await #expect(throws: TakingBackRefusal.nothingBefore) {
                try await commitments.takeBackStanding(of: id, reason: "x", version: 1, by: esra)
            }
            try await settle(wrong, 1)
            await #expect(throws: RegisterRefusal.reasonMissing) {
                try await commitments.takeBackStanding(of: id, reason: "", version: 2, by: esra)
            }
            try await commitments.takeBackStanding(of: id, reason: "Verkeerd nummer.", version: 2, by: esra)
            try await settle(LetterScene.paper, 3)

            let now = try await commitments.entry(id, for: esra)
            #expect(now.standings.map(\.letter) == [nil, LetterScene.paper] && now.standings.last?.day == day("2026-11-20"))
            let record = try await commitments.record(of: id, for: esra)
            #expect(record.takenBack.map(\.what) == [.standing(.settled, wrong, on: day("2026-11-20"))])
            #expect(record.standings == [1, 4])
            let planning = try await commitments.planning(of: scene.letter.department, to: .tweedeKamer, for: scene.thijs)
            try await commitments.send(
                PlanningFingerprint(planning), of: scene.letter.department, to: .tweedeKamer, on: day("2026-11-22"),
                by: scene.thijs)
            #expect(try await commitments.published().entries.allSatisfy { !$0.letters.contains(wrong) })
        }
    }

    @Test(arguments: Engine.all)
    func `a day that was moved wrongly is taken back, and what was said at the beginning is not`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id, esra) = (house.commitments, scene.entries[0].id, scene.esra)
            let due = Due(words: "", day: day("2027-12-31"), reason: "zo is het", told: day("2026-11-20"))
            try await commitments.setDue(due, of: id, version: 1, by: esra)

            try await commitments.takeBackDue(of: id, reason: "Verkeerde regel.", version: 2, by: esra)

            #expect(try await commitments.entry(id, for: esra).dues == scene.entries[0].dues)
            let late = try await commitments.list(.thisMonth, for: esra).entries
            #expect(late.isEmpty, "the list knows the day before")
            let taken = try await commitments.record(of: id, for: esra).takenBack
            #expect(taken.map(\.what) == [.due(day("2027-12-31"), words: "", nil, told: day("2026-11-20"))])
            let said = try await commitments.register(
                CommitmentsHouse.promise(
                    "net gezegd",
                    due: Due(words: "voor de zomer", day: nil, reason: "zo gezegd", told: day("2024-09-12"))), by: esra)
            await #expect(throws: TakingBackRefusal.nothingBefore) {
                try await commitments.takeBackDue(of: said.id, reason: "x", version: 1, by: esra)
            }
        }
    }

    @Test func `what a letter did is taken back with the letter`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.send()
            for (index, isDue) in [(0, false), (2, true)] {
                await #expect(throws: TakingBackRefusal.madeBy(letter: 1)) {
                    try await isDue
                        ? house.commitments.takeBackDue(of: scene.entries[index].id, reason: "x", version: 2, by: scene.esra)
                        : house.commitments.takeBackStanding(
                            of: scene.entries[index].id, reason: "x", version: 2, by: scene.esra)
                }
            }
        }
    }

    @Test func `another letter settles another part, and the same one does not`() async throws {
        let facts = CommitmentsHouse.promise().facts
        let entry = RegisterEntry(
            id: Identifier(from: .system), number: 1, facts: facts, standings: [StandingChange(.open, on: facts.madeOn)])
        let (first, second) = (LetterScene.paper, try Reference("Kamerstukken II 2026/27, 30 950, nr. 501"))
        let today = day("2026-11-22")
        let once = try entry.changed(by: StandingChange(.settledInPart, on: today, letter: first), on: today)
        #expect(throws: StandingRefusal.isSoAlready) {
            try once.changed(by: StandingChange(.settledInPart, on: today, letter: first), on: today)
        }
        let twice = try once.changed(by: StandingChange(.settledInPart, on: today, letter: second), on: today)
        #expect(twice.standings.compactMap(\.letter) == [first, second])
    }
}
