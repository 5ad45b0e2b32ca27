import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// What becomes of a letter that was announced, and of one that was recorded as sent by mistake.
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
            let first = try await planning().overview
            try await commitments.send(
                PlanningFingerprint(first, after: 0), of: bzk, to: .tweedeKamer, on: day("2026-11-22"), by: scene.thijs)
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
    func `a sending by mistake is taken back: the register stands as before, and the letter keeps why`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let commitments = scene.commitments
            try await scene.answer()
            try await scene.write()
            let note = try await commitments.note(of: scene.letter.id, for: scene.esra)[.advice]
            try await commitments.write("Mijn advies.", seen: note.seen, as: .advice, of: scene.letter.id, by: scene.esra)
            let answers = try await scene.present().answers + [LetterAnswer]()
            try await scene.decide()
            try await scene.send()
            let version = try await scene.present().version
            await #expect(throws: LetterRefusal.reasonMissing) {
                try await commitments.recall(scene.letter.id, reason: "", version: version, by: scene.esra)
            }

            try await commitments.recall(scene.letter.id, reason: "Verkeerd nummer.", version: version, by: scene.esra)

            let draft = try await scene.present()
            #expect(draft.isDraft && draft.answers == answers && draft.writtenNote == [.advice: "Mijn advies."])
            for entry in scene.entries {
                let now = try await commitments.entry(entry.id, for: scene.esra)
                #expect(now.standings == entry.standings && now.dues == entry.dues && now.links == entry.links)
            }
            let recalls = try await scene.file().recalls
            #expect(recalls.map(\.reason) == ["Verkeerd nummer."] && recalls.map(\.paper) == [LetterScene.paper])
            #expect(try await scene.file().obstacle == nil, "the minister's decision still holds")
            try await scene.send()
            #expect(try await commitments.entry(scene.entries[0].id, for: scene.esra).standing == .settled)
        }
    }

    @Test(arguments: Engine.all)
    func `a sending is taken back from under what came after it, and the entry tells so`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let commitments = scene.commitments
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.send()
            let later = Due(words: "", day: day("2027-07-31"), reason: "zo is het", told: day("2026-11-22"))
            try await commitments.setDue(later, of: scene.entries[2].id, version: 2, by: scene.esra)
            let reopened = StandingChange(.open, on: day("2026-11-21"), facts: "Er ontbrak nog iets.")
            try await commitments.setStanding(reopened, of: scene.entries[0].id, version: 2, by: scene.esra)
            let again = StandingChange(.settled, on: day("2026-11-22"), letter: LetterScene.paper)
            try await commitments.setStanding(again, of: scene.entries[0].id, version: 3, by: scene.esra)

            try await commitments.recall(
                scene.letter.id, reason: "Nooit verstuurd.", version: scene.present().version, by: scene.esra)

            var now: [RegisterEntry] = []
            for entry in scene.entries { now.append(try await commitments.entry(entry.id, for: scene.esra)) }
            #expect(now[0].standings == scene.entries[0].standings + [reopened], "no paper that the House never got")
            #expect(now[0].standing == .open && now[1].standings == scene.entries[1].standings)
            #expect(now[2].dues == scene.entries[2].dues + [later], "what came after stays")
            let owed = try await commitments.list(.owed, for: scene.esra).entries
            #expect(Set(owed.map(\.id)) == Set(scene.entries.map(\.id)))
            let kinds: [LetterAnswer.Code] = [.settles, .settlesInPart, .postpones]
            for (entry, kind) in zip(scene.entries, kinds) {
                let taken = try await commitments.record(of: entry.id, for: scene.esra).takenBack
                #expect(taken.map(\.what) == [.letter(LetterScene.paper, kind, on: day("2026-11-20"))])
                #expect(taken.map(\.reason) == ["Nooit verstuurd."] && taken.map(\.day) == [day("2026-11-22")])
            }
            let record = try await commitments.record(of: scene.entries[0].id, for: scene.esra)
            #expect(record.standings == [1, 3], "each row keeps the version that it made")
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
}
