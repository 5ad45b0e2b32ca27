import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// A letter that was recorded as sent by mistake.
struct RecallTests {
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
            let (paper, sent) = (LetterScene.paper, day("2026-11-20"))
            let expected: [[EntryTakenBack.What]] = [
                [.standing(.settled, paper, on: sent), .standing(.settled, paper, on: day("2026-11-22"))],
                [.standing(.settledInPart, paper, on: sent)],
                [.due(day("2027-05-31"), words: "voorjaar", paper, told: sent)],
            ]
            for (entry, whats) in zip(scene.entries, expected) {
                let taken = try await commitments.record(of: entry.id, for: scene.esra).takenBack
                #expect(taken.map(\.what) == whats)
                #expect(taken.allSatisfy { $0.reason == "Nooit verstuurd." && $0.day == day("2026-11-22") })
            }
            let record = try await commitments.record(of: scene.entries[0].id, for: scene.esra)
            #expect(record.standings == [1, 3], "each row keeps the version that it made")
        }
    }

    @Test func `what was recorded with the same paper before the letter was said to be sent stays`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.entries[1].id)
            let before = StandingChange(.settledInPart, on: day("2026-11-01"), letter: LetterScene.paper)
            try await commitments.setStanding(before, of: id, version: 1, by: scene.esra)
            try await commitments.setAnswers(
                [LetterAnswer(id, .settles)], of: scene.letter.id, version: scene.letter.version, by: scene.esra)
            try await scene.write(about: [id])
            try await scene.decide()
            try await scene.send()

            try await commitments.recall(
                scene.letter.id, reason: "Nooit verstuurd.", version: scene.present().version, by: scene.esra)

            let standings = try await commitments.entry(id, for: scene.esra).standings
            #expect(standings == scene.entries[1].standings + [before])
        }
    }

    /// A letter about the second promise alone, sent on a day as a paper.
    private func send(
        _ scene: LetterScene, _ effect: LetterAnswer.Effect, as paper: Reference, on iso: String = "2026-11-20"
    ) async throws -> Letter {
        let (commitments, entry) = (scene.commitments, scene.entries[1].id)
        let letter = try await commitments.begin(NewLetter("Loket", department: scene.letter.department), by: scene.esra)
        try await commitments.setAnswers([LetterAnswer(entry, effect)], of: letter.id, version: 1, by: scene.esra)
        try await commitments.addPart("Loket", text: "Het loket is er.", about: [entry], to: letter.id, by: scene.esra)
        try await commitments.decide(
            MinistersDecision(.agreed, on: day("2026-11-20")),
            seen: commitments.file(of: letter.id, for: scene.esra).fingerprint.text, on: letter.id, by: scene.ingrid)
        try await commitments.send(letter.id, as: paper, on: day(iso), version: 2, by: scene.esra)
        return try await commitments.letter(letter.id, for: scene.esra)
    }

    private func recall(_ letter: Letter, _ scene: LetterScene) async throws -> RegisterEntry {
        try await scene.commitments.recall(letter.id, reason: "Nooit verstuurd.", version: letter.version, by: scene.esra)
        return try await scene.commitments.entry(scene.entries[1].id, for: scene.esra)
    }

    @Test(arguments: Engine.all)
    func `what another letter settles in part as well stays so with that letter`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let second = try Reference("Kamerstukken II 2026/27, 30 950, nr. 501")
            let first = try await send(scene, .settlesInPart, as: LetterScene.paper)
            let other = try await send(scene, .settlesInPart, as: second, on: "2026-11-21")

            let now = try await recall(first, scene)

            #expect(now.standing == .settledInPart && now.standings.last?.letter == second)
            #expect(
                now.standings.last?.day == day("2026-11-21")
                    && now.links == [])
            let after = try await recall(other, scene)
            #expect(after.standing == .open && after.standings == scene.entries[1].standings)
        }
    }

    @Test func `evidence that a letter left goes with it, also where its paper settled something in part before`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let before = StandingChange(.settledInPart, on: day("2026-11-01"), letter: LetterScene.paper)
            try await scene.commitments.setStanding(before, of: scene.entries[1].id, version: 1, by: scene.esra)
            let letter = try await send(scene, .settlesInPart, as: LetterScene.paper)

            let now = try await recall(letter, scene)

            #expect(now.links == [] && now.standings.last == before)
        }
    }

    @Test func `what was settled by hand with the paper of a letter that only informed goes too, whatever year is given`()
        async throws
    {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let letter = try await send(scene, .informs, as: LetterScene.paper)
            let settled = StandingChange(.settled, on: day("2026-11-22"), letter: try Reference("30 950, nr. 500"))
            try await scene.commitments.setStanding(settled, of: scene.entries[1].id, version: 2, by: scene.esra)

            let now = try await recall(letter, scene)

            #expect(now.standing == .open && now.links == [])
            let taken = try await scene.commitments.record(of: now.id, for: scene.esra).takenBack
            #expect(
                taken.map(\.what) == [
                    .standing(.settled, LetterScene.paper, on: day("2026-11-22")),
                    .evidence(LetterScene.paper, on: day("2026-11-20")),
                ])
        }
    }

    @Test func `nothing is said to be taken back where nothing was left to take`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let letter = try await send(scene, .informs, as: LetterScene.paper)
            let id = scene.entries[1].id
            let link = try #require(try await scene.commitments.entry(id, for: scene.esra).links.first)
            try await scene.commitments.unlink(link, from: id, version: 2, by: scene.esra)

            let now = try await recall(letter, scene)

            #expect(now.version == 3)
            #expect(try await scene.commitments.record(of: id, for: scene.esra).takenBack.isEmpty)
        }
    }
}
