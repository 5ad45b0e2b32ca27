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
                    == "In het debat van 12 september 2024 (Dertigledendebat over de Personeelsenquête Rijk) heb ik uw Kamer toezeggingen gedaan en heeft uw Kamer moties aangenomen. In deze brief ga ik in op:\n\n- model\n- loket\n- ladder"
            )
            #expect(text("uitstel")?.hasSuffix("- ladder: komt uiterlijk 31 mei 2027. Het onderzoek duurt langer.") == true)
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
            part.text = "Iets heel anders."
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
            try await scene.send()
        }
    }
}
