import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// What the parts of a letter must say before it can go.
struct LetterClaimsTests {
    /// A letter that answers three points, with one part that speaks of all.
    private func scene(_ house: CommitmentsHouse, text: String) async throws -> LetterScene {
        let scene = try await LetterScene(house)
        try await scene.answer()
        try await scene.write(text)
        return scene
    }

    private func obstacle(_ text: String) async throws -> LetterRefusal? {
        var obstacle: LetterRefusal?
        try await Engine.sqlite.withCommitments { house in
            obstacle = try await scene(house, text: text).file().obstacle
        }
        return obstacle
    }

    @Test(arguments: [
        "De ladder komt op 31 mei 2027.", "De ladder komt in het Voorjaar.", "Uiterlijk 31\u{A0}mei komt de ladder.",
        "De ladder: 31-05-2027.", "De ladder (31-5-2027).", "De ladder komt op 31\nmei 2027.",
        "De ladder komt niet later dan 31 mei 2027.",
        "De ladder komt niet op 31 maart, maar op 31 mei 2027.",
    ])
    func `a new day stands in the text, written out, in digits or in its words`(text: String) async throws {
        #expect(try await obstacle(text) == .awaitingDecision)
    }

    @Test(arguments: [
        "De ladder komt later.", "De ladder komt op 31 mei 2026.", "Op 1 mei 2027.", "Op 131 mei.", "31-05-20271",
        "De ladder komt in het najaar.", "De voorjaarsnota komt.", "Op 31 mei  2026.", "Op 31 mei, 2026.", "Op 31\nmei\n2026.",
        "De ladder komt niet op 31 mei 2027.", "De ladder komt niet in het voorjaar.", "De ladder komt niet meer op 31-5-2027.",
        "Niet vóór 31 mei 2027.",
    ])
    func `a text that gives another day than the postponement stops the letter`(text: String) async throws {
        guard case .dayNotGiven(_, let day) = try await obstacle(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect(day == Day(year: 2027, month: 5, day: 31))
    }

    @Test(arguments: [
        "Zie Kamerstukken II, vergaderjaar 2024–2025, 30 950, nr. 433. De ladder komt in het voorjaar.",
        "Zie Kamerstuk 30950-433 en Kamerstuk 26 643, nr. 1200. De ladder komt in het voorjaar.",
    ])
    func `references as letters usually write them do not stop it`(text: String) async throws {
        #expect(try await obstacle(text) == .awaitingDecision)
    }

    @Test
    func `whoever goes on behind the standard line of a postponement tells the same`() async throws {
        let line = "- ladder: komt uiterlijk 31 mei 2027. Het onderzoek duurt langer, doordat er veel antwoorden zijn."
        #expect(try await obstacle(line) == .awaitingDecision)
        guard case .tellsOtherwise = try await obstacle("- ladder: komt uiterlijk 31 mei 2027. Er is geen geld.") else {
            Issue.record("another reason was taken")
            return
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that was announced may go without a point of the register, and another may not`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, esra, bzk) = (house.commitments, scene.esra, scene.letter.department)
            let due = Due(words: "voor de kerst", day: day("2026-12-18"), reason: "zo gezegd", told: day("2026-11-20"))
            for announced in [nil, due] {
                let letter = try await commitments.begin(NewLetter("Rapport", department: bzk, due: announced), by: esra)
                try await commitments.addPart("Rapport", text: "Hierbij het rapport.", about: [], to: letter.id, by: esra)
                let file = try await commitments.file(of: letter.id, for: esra)
                #expect(file.obstacle == (announced == nil ? .answersNothing : .awaitingDecision))
                guard announced != nil else { continue }
                try await commitments.decide(
                    MinistersDecision(.agreed, on: day("2026-11-20")), seen: file.fingerprint.text, on: letter.id,
                    by: scene.ingrid)
                try await commitments.send(
                    letter.id, as: LetterScene.paper, on: day("2026-11-20"), version: letter.version, by: esra)
            }
            let rows = try await commitments.planning(of: bzk, to: .tweedeKamer, for: esra).overview.rows
            #expect(!rows.contains { $0.kind == .letter })
        }
    }

    @Test func `everything that is missing is told at once`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write("Zie Kamerstukken II 2024/25, 30 950, nr 4x51.", about: [scene.entries[2].id])
            let ids = scene.entries.map(\.id)
            let obstacles = try await scene.file().obstacles
            #expect(
                obstacles == [
                    .partMissing(for: [ids[0], ids[1]].sorted { $0.text < $1.text }),
                    .unreadableReferences(["Kamerstukken II 2024/25, 30 950, nr 4x51"]),
                    .dayNotGiven(ids[2], day("2027-05-31")), .awaitingDecision,
                ])
        }
    }

    @Test func `a day that stands in another part than those about the point is not told of it`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await scene(house, text: "De uitkomst.")
            try await scene.write("Het voorjaar is mooi.", about: [])
            #expect(try await scene.file().obstacle == .dayNotGiven(scene.entries[2].id, day("2027-05-31")))
        }
    }

    @Test func `standard text as it was filled in says nothing of what was done`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            let letter = try await scene.present()
            func text(_ id: String) -> String {
                StandardPart.all.first { $0.id == id }!.text(for: letter, entries: scene.entries)
            }
            let (settled, later) = (Set(scene.entries.prefix(2).map(\.id)), Set([scene.entries[2].id]))
            try await scene.write(text("inleiding"), about: settled)
            try await scene.write(text("stand"), about: settled)
            try await scene.write(text("uitstel"), about: later)
            #expect(
                try await scene.file().obstacle == .onlyStandardText(for: letter.answers.map(\.entry).filter(settled.contains)))

            try await scene.write(text("stand") + ": dat model is er sinds 1 mei.", about: settled)
            #expect(
                try await scene.file().obstacle == .awaitingDecision, "the standard part on postponements tells day and reason")
        }
    }

    @Test func `standard text stays so when the letter answers something else by now`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (entries, before) = (scene.entries, try await scene.present())
            try await scene.answer()
            let then = try await scene.present()
            func text(_ id: String, _ letter: Letter) -> String {
                StandardPart.all.first { $0.id == id }!.text(for: letter, entries: entries)
            }
            let answered: Set = [entries[0].id]
            try await scene.write(text("inleiding", before), about: answered)
            try await scene.write(text("inleiding", then), about: answered)
            try await scene.write(text("stand", then), about: answered)
            try await scene.write(text("uitstel", then), about: answered)
            try await scene.commitments.setAnswers(
                [LetterAnswer(entries[0].id, .settles)], of: then.id, version: then.version, by: scene.esra)
            #expect(try await scene.file().obstacle == .onlyStandardText(for: [entries[0].id]))
            try await scene.write(
                "Hieronder staat per onderwerp wat er is gedaan.\n\n- model: staat er sinds mei.", about: answered)
            #expect(
                try await scene.file().obstacle == .tellsOtherwise(of: entries[2].id),
                "the letter does not postpone the third any more, and its text still does")
        }
    }

    @Test func `a reason that changed since the text was filled in stops the letter`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            var letter = try await scene.present()
            let text = StandardPart.all.first { $0.id == "uitstel" }!.text(for: letter, entries: scene.entries)
            try await scene.write("Hierbij de uitkomst.", about: Set(scene.entries.prefix(2).map(\.id)))
            try await scene.write(text, about: [scene.entries[2].id])
            #expect(try await scene.file().obstacle == .awaitingDecision)
            letter = try await scene.present()
            let other = LetterAnswer(
                scene.entries[2].id, .postpones(words: "voorjaar", to: day("2027-05-31"), reason: "Er is te weinig geld."))
            try await scene.commitments.setAnswers(
                letter.answers.filter { $0.entry != other.entry } + [other], of: letter.id, version: letter.version,
                by: scene.esra)
            #expect(try await scene.file().obstacle == .tellsOtherwise(of: scene.entries[2].id))
        }
    }

    @Test(arguments: [
        ("De ladder komt in het voorjaar.[noot: Dat duurt lang", ["[noot: Dat duurt lang"]),
        ("De ladder[noot:zo] komt in het voorjaar.", ["[noot:zo] komt in het voorjaar."]),
        ("De ladder [noot: een\n\nvoorjaar] komt.", ["[noot: een"]),
        ("Het voorjaar [noot: eerste. B [noot: tweede].", ["[noot: tweede"]),
        ("In het voorjaar:\n- een [noot: zie\n- twee] punten", ["[noot: zie"]), ("Het voorjaar [Noot: goed].", ["[Noot: goed]."]),
        ("Het voorjaar [noot: goed] en [noot: goed].", []),
    ])
    func `a note that is never closed stops the letter`(text: String, unclosed: [String]) async throws {
        #expect(RunningText.unclosedNotes(in: text) == unclosed)
        #expect(try await obstacle(text) == (unclosed.isEmpty ? .awaitingDecision : .unclosedNotes(unclosed)))
    }

    @Test func `a note that an officer wrote and did not close stops the letter too`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await scene(house, text: "De ladder komt in het voorjaar.")
            let seen = try await scene.commitments.note(of: scene.letter.id, for: scene.esra)[.advice].seen
            try await scene.commitments.write(
                "Akkoord.[noot: zie", seen: seen, as: .advice, of: scene.letter.id, by: scene.esra)
            #expect(try await scene.file().obstacle == .unclosedNotes(["[noot: zie"]))
        }
    }
}
