import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// A wrong number or day of a letter that was sent.
struct SendingCorrectionTests {
    private let other = try! Reference("Kamerstukken II 2026/27, 30 950, nr. 501")

    private func sent(_ house: CommitmentsHouse) async throws -> LetterScene {
        let scene = try await LetterScene(house)
        try await scene.answer()
        try await scene.write()
        try await scene.decide(on: "2026-11-18")
        try await scene.send()
        return scene
    }

    private func correct(_ scene: LetterScene, _ paper: Reference, on iso: String, reason: String = "Tikfout.") async throws {
        try await scene.commitments.correctSending(
            of: scene.letter.id, to: paper, on: day(iso), reason: reason, version: scene.present().version, by: scene.esra)
    }

    @Test(arguments: Engine.all)
    func `the number and the day change with everything that the letter did, also below what came after`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await sent(house)
            let commitments = scene.commitments
            let settled = StandingChange(
                .settled, on: day("2026-11-21"), letter: try Reference("Kamerstukken II 2026/27, 30 950, nr. 510"))
            try await commitments.setStanding(settled, of: scene.entries[1].id, version: 2, by: scene.esra)

            try await correct(scene, other, on: "2026-11-19")

            #expect(try await scene.present().state == .sent(paper: other, on: day("2026-11-19")))
            var entries: [RegisterEntry] = []
            for entry in scene.entries { entries.append(try await commitments.entry(entry.id, for: scene.esra)) }
            #expect(entries[0].standings.last == StandingChange(.settled, on: day("2026-11-19"), letter: other))
            #expect(entries[1].standings.map(\.letter) == [nil, other, settled.letter] && entries[1].standing == .settled)
            #expect(entries[2].due?.letter == other && entries[2].due?.told == day("2026-11-19"))
            #expect(try await commitments.published().letters.map(\.paper) == [other])
            let corrections = try await scene.file().corrections
            #expect(corrections.map(\.paper) == [LetterScene.paper] && corrections.map(\.reason) == ["Tikfout."])
            #expect(corrections.map(\.sentOn) == [day("2026-11-20")])
            try await commitments.recall(
                scene.letter.id, reason: "Toch niet.", version: scene.present().version, by: scene.esra)
            #expect(try await commitments.entry(scene.entries[0].id, for: scene.esra).standing == .open)
        }
    }

    @Test func `what does not fit is refused, and nothing changes`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await sent(house)
            let refused: [(Reference, String, String, LetterRefusal)] = [
                (LetterScene.paper, "2026-11-20", "Tikfout.", .nothingCorrected), (other, "2026-11-20", "", .reasonMissing),
                (other, "2026-11-23", "Tikfout.", .sentInTheFuture(day("2026-11-23"))),
                (other, "2026-11-17", "Tikfout.", .sentBeforeDecision(on: day("2026-11-18"))),
                (try Reference("Kamerstukken I 2026/27, 35 741, G"), "2026-11-20", "Tikfout.", .paperOfOtherHouse(.tweedeKamer)),
            ]
            for (paper, iso, reason, refusal) in refused {
                await #expect(throws: refusal) { try await correct(scene, paper, on: iso, reason: reason) }
            }
            let lapsed = StandingChange(.open, on: day("2026-11-20"), facts: "toch niet")
            try await scene.commitments.setStanding(lapsed, of: scene.entries[0].id, version: 2, by: scene.esra)
            await #expect(throws: LetterRefusal.entryRefused(scene.entries[0].id, .beforeTheLastStanding(day("2026-11-21")))) {
                try await correct(scene, other, on: "2026-11-21")
            }
            #expect(try await scene.present().state == .sent(paper: LetterScene.paper, on: day("2026-11-20")))
            #expect(try await scene.commitments.entry(scene.entries[1].id, for: scene.esra).version == 2, "nothing half done")
        }
    }

    @Test func `a decision is of the day on which it was taken, and not before the one there is`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            await #expect(throws: LetterRefusal.decidedInTheFuture(day("2026-11-23"))) {
                try await scene.decide(on: "2026-11-23")
            }
            try await scene.decide(.notAgreed, on: "2026-11-19")
            await #expect(throws: LetterRefusal.decidedBefore(day("2026-11-19"))) { try await scene.decide(on: "2026-11-18") }
            try await scene.decide(on: "2026-11-20")
            try await scene.send()
        }
    }
}
