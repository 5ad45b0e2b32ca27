import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// What becomes of a letter that was announced.
struct LetterEndTests {
    private func due(_ iso: String?, _ words: String = "", told: String = "2026-11-22") -> Due {
        Due(words: words, day: iso.map(day), reason: "zo is het", told: day(told))
    }

    @Test(arguments: Engine.all)
    func `a letter is expected on a day that can be, and the days before stay`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.letter.id)
            func announce(_ due: Due) async throws {
                try await commitments.announce(due, of: id, version: scene.present().version, by: scene.esra)
            }
            for (due, refusal) in [
                (due("2026-11-21"), DueRefusal.beforeItWasTold(day("2026-11-22"))),
                (due("9999-01-01"), .tooFarAhead(day("9999-01-01"))), (due(nil), .neitherWordsNorDay),
                (due("2027-01-01", told: "2026-11-23"), .toldInTheFuture(day("2026-11-23"))),
                (Due(words: "", day: day("2027-01-01"), reason: "", told: day("2026-11-22")), .reasonMissing),
            ] {
                await #expect(throws: LetterRefusal.expectedDayRefused(refusal)) { try await announce(due) }
            }
            await #expect(throws: LetterRefusal.expectedDayRefused(.tooFarAhead(day("9999-01-01")))) {
                try await commitments.begin(
                    NewLetter("Ver weg", department: scene.letter.department, due: due("9999-01-01")), by: scene.esra)
            }
            try await announce(due("2027-06-30", "voor de zomer"))
            await #expect(throws: LetterRefusal.expectedDayRefused(.doesNotMove(day("2027-06-30")))) {
                try await announce(due("2027-06-30"))
            }
            try await announce(due("2027-09-01"))

            #expect(try await scene.present().dues.map(\.day) == [day("2027-06-30"), day("2027-09-01")])
            let rows = try await commitments.planning(of: scene.letter.department, to: .tweedeKamer, for: scene.thijs).overview
                .rows
            #expect(rows.first { $0.kind == .letter }?.day == day("2027-09-01"))
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that does not come leaves the overview with its reason, and frees what went along in it`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, bzk) = (scene.commitments, scene.letter.department)
            let other = try await commitments.begin(
                NewLetter("Onderzoek", department: bzk, due: due("2027-06-30")), by: scene.esra)
            try await commitments.announce(due("2027-05-31"), of: scene.letter.id, version: 1, by: scene.esra)
            try await commitments.merge(other.id, into: scene.letter.id, reason: "past erbij", version: 1, by: scene.esra)
            func planning() async throws -> PlanningComparison {
                try await commitments.planning(of: bzk, to: .tweedeKamer, for: scene.thijs)
            }
            let first = try await planning()
            try await commitments.send(
                PlanningFingerprint(first), of: bzk, to: .tweedeKamer, on: day("2026-11-22"), by: scene.thijs)
            await #expect(throws: LetterRefusal.reasonMissing) {
                try await commitments.withdraw(
                    scene.letter.id, reason: "", version: scene.present().version, by: scene.esra)
            }

            try await commitments.withdraw(
                scene.letter.id, reason: "Het debat is geweest.", version: scene.present().version, by: scene.esra)

            let now = try await planning()
            #expect(now.overview.rows.filter { $0.kind == .letter }.map(\.title) == ["Onderzoek"])
            #expect(now.overview.rows.first { $0.title == "Onderzoek" }?.progress == .open)
            #expect(
                now.departures.map(\.ending) == [.letterWithdrawn("Het debat is geweest.", on: day("2026-11-22"))])
            await #expect(throws: LetterRefusal.hasBeenWithdrawn(on: day("2026-11-22"))) { try await scene.answer() }
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that went along in another can stand on its own again until that one is sent`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let commitments = scene.commitments
            let other = try await commitments.begin(NewLetter("Onderzoek", department: scene.letter.department), by: scene.esra)
            await #expect(throws: LetterRefusal.isNotMerged) {
                try await commitments.takeApart(other.id, version: 1, by: scene.esra)
            }
            try await commitments.merge(other.id, into: scene.letter.id, reason: "past erbij", version: 1, by: scene.esra)
            try await commitments.takeApart(other.id, version: 2, by: scene.esra)
            #expect(try await commitments.letter(other.id, for: scene.esra).isDraft)
            try await commitments.merge(other.id, into: scene.letter.id, reason: "toch wel", version: 3, by: scene.esra)
            let third = try await commitments.begin(NewLetter("Nog een", department: scene.letter.department), by: scene.esra)
            try await commitments.takeApart(other.id, version: 4, by: scene.esra)
            try await commitments.merge(third.id, into: other.id, reason: "past erbij", version: 1, by: scene.esra)
            try await commitments.merge(other.id, into: scene.letter.id, reason: "toch wel", version: 5, by: scene.esra)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.send()

            for (letter, version) in [(other.id, 6), (third.id, 2)] {
                await #expect(throws: LetterRefusal.isNotMerged) {
                    try await commitments.takeApart(letter, version: version, by: scene.esra)
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that was said not to come can come after all`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.letter.id)
            try await scene.answer()
            await #expect(throws: LetterRefusal.isNotWithdrawn) {
                try await commitments.restore(id, reason: "x", version: scene.present().version, by: scene.esra)
            }
            try await commitments.withdraw(id, reason: "Vergissing.", version: scene.present().version, by: scene.esra)
            await #expect(throws: LetterRefusal.reasonMissing) {
                try await commitments.restore(id, reason: "", version: scene.present().version, by: scene.esra)
            }
            try await commitments.restore(id, reason: "Toch wel.", version: scene.present().version, by: scene.esra)
            try await commitments.withdraw(id, reason: "Weer niet.", version: scene.present().version, by: scene.esra)
            try await commitments.restore(id, reason: "Toch.", version: scene.present().version, by: scene.esra)

            #expect(try await scene.present().isDraft)
            let restorations = try await scene.file().restorations
            #expect(restorations.map(\.reason) == ["Toch wel.", "Toch."])
            #expect(restorations.map(\.withdrawnBecause) == ["Vergissing.", "Weer niet."])
            try await scene.write()
            try await scene.decide()
            try await scene.send()
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that comes after all answers no more what was taken out of the register meanwhile`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.letter.id)
            try await scene.answer()
            try await scene.write()
            try await commitments.withdraw(id, reason: "Niet nodig.", version: scene.present().version, by: scene.esra)
            try await commitments.remove(scene.entries[0].id, reason: "Dubbel.", version: 1, by: scene.thijs)

            try await commitments.restore(id, reason: "Toch wel.", version: scene.present().version, by: scene.esra)

            let left = Set(scene.entries.dropFirst().map(\.id))
            #expect(try await Set(scene.present().answers.map(\.entry)) == left)
            #expect(try await scene.present().parts.map(\.entries) == [left])
            try await scene.decide()
            try await scene.send()
            #expect(try await commitments.entry(scene.entries[1].id, for: scene.esra).standing == .settledInPart)
        }
    }
}
