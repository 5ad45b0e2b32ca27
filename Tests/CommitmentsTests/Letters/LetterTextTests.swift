import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

struct LetterTextTests {
    @Test func `a standard part says what the letter answers, and where it was said`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            let (letter, entries) = (try await scene.present(), scene.entries)
            func text(_ id: String) -> String? {
                StandardPart.all.first { $0.id == id }?.text(for: letter, entries: entries)
            }

            #expect(
                text("inleiding")
                    == "In het debat van 12 september 2024 (Dertigledendebat over de Personeelsenquête Rijk) heb ik uw Kamer toezeggingen gedaan. In deze brief ga ik in op:\n\n- model\n- loket\n- ladder"
            )
            var motions = entries
            motions[1].facts.kind = .motion
            motions[2].facts.kind = .informationRequest
            #expect(
                StandardPart.all.first { $0.id == "inleiding" }?.text(for: letter, entries: motions).contains(
                    "heb ik uw Kamer een toezegging gedaan, is een motie ingediend die uw Kamer heeft aangenomen en heeft uw Kamer om informatie gevraagd."
                ) == true)
            #expect(
                text("uitstel")?.hasSuffix("- ladder: komt uiterlijk 31 mei 2027 (‘voorjaar’). Het onderzoek duurt langer.")
                    == true)
        }
    }

    @Test(arguments: Engine.all)
    func `what the minister decided holds for the text that there was`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            var part = try await scene.present().parts[0]
            part.text = "Iets heel anders, in het voorjaar."
            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)
            await #expect(throws: LetterRefusal.decidedOnEarlierText) { try await scene.send() }
            try await scene.decide()
            try await scene.commitments.setAnswers(
                [LetterAnswer(scene.entries[0].id, .settles)], of: scene.letter.id, version: scene.present().version,
                by: scene.esra)
            await #expect(throws: LetterRefusal.decidedOnEarlierText) { try await scene.send() }
            try await scene.decide()
            try await scene.send()
        }
    }

    @Test(arguments: Engine.all)
    func `a decision is on what the minister saw: its text, its words and its note`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.letter.id)
            try await scene.answer()
            try await scene.write()
            let seen = try await scene.file().fingerprint.text
            var part = try await scene.present().parts[0]
            part.text = "Iets anders, in het voorjaar."
            try await commitments.save(part, of: id, by: scene.esra)
            await #expect(throws: LetterRefusal.changedMeanwhile) {
                try await commitments.decide(
                    MinistersDecision(.agreed, on: day("2026-11-22")), seen: seen, on: id, by: scene.ingrid)
            }
            try await scene.decide()
            let note = try await commitments.note(of: id, for: scene.esra)[.advice]
            try await commitments.write("Een ander advies.", seen: note.seen, as: .advice, of: id, by: scene.esra)
            await #expect(throws: LetterRefusal.decidedOnEarlierText) { try await scene.send() }
            try await scene.decide()
            var answers = try await scene.present().answers.filter { $0.entry != scene.entries[2].id }
            answers.append(
                LetterAnswer(
                    scene.entries[2].id, .postpones(words: "voorjaar", to: day("2027-05-31"), reason: "Een andere reden.")))
            try await commitments.setAnswers(answers, of: id, version: scene.present().version, by: scene.esra)
            await #expect(throws: LetterRefusal.decidedOnEarlierText) { try await scene.send() }
        }
    }

    @Test func `an announced letter does not go along in one to the other House`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let other = try await scene.commitments.begin(
                NewLetter("Aan de senaat", house: .eersteKamer, department: Organisation.ID("bzk")!), by: scene.esra)

            await #expect(throws: LetterRefusal.goesElsewhere) {
                try await scene.commitments.merge(
                    scene.letter.id, into: other.id, reason: "samen", version: 1, by: scene.esra)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a ministry that takes part has to agree`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            func involve(_ codes: String..., version: Int? = nil) async throws {
                let present = try await scene.present().version
                try await scene.commitments.setInvolved(
                    Set(codes.map { Organisation.ID($0)! }), of: scene.letter.id, version: version ?? present, by: scene.esra)
            }
            try await involve("ienw", "bzk")
            #expect(
                try await scene.present().involved == [Organisation.ID("ienw")!],
                "a ministry does not take part in its own letter")
            try await scene.decide()
            await #expect(throws: LetterRefusal.awaitingAgreement(of: [AlignmentBody.ID("ienw")!])) { try await scene.send() }
            await #expect(throws: LetterRefusal.notFound) { try await involve("logius") }
            await #expect(throws: LetterRefusal.changedMeanwhile) { try await involve(version: 1) }
            try await involve()
            await #expect(throws: LetterRefusal.decidedOnEarlierNote) { try await scene.send() }
            try await scene.decide()
            try await scene.send()
        }
    }
}
