import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// A step of a motion that was noted wrongly.
struct MotionTakenBackTests {
    private let motion = NewEntry(
        RegisterFacts(
            kind: .motion, title: "Motie Bamenga", wording: "verzoekt de regering te onderzoeken", verb: .study,
            madeOn: day("2026-03-12"), setting: .debate, place: "Debat over racisme", department: Organisation.ID("bzk")!),
        movers: ["Bamenga"])

    @Test(arguments: Engine.all)
    func `the last step is taken back with its reason, and the one before holds`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            let entry = try await commitments.register(motion, by: esra)
            func takeBack(_ reason: String = "Verkeerde motie.") async throws {
                let version = try await commitments.entry(entry.id, for: esra).version
                try await commitments.takeBackStep(of: entry.id, reason: reason, version: version, by: esra)
            }
            func take(_ step: Motion.Step, on iso: String) async throws {
                let version = try await commitments.entry(entry.id, for: esra).version
                try await commitments.take(step, on: day(iso), of: entry.id, version: version, by: esra)
            }
            await #expect(throws: MotionRefusal.onlySubmitted) { try await takeBack() }
            try await take(.held, on: "2026-03-17")
            try await take(.rejected, on: "2026-03-24")
            await #expect(throws: RegisterRefusal.reasonMissing) { try await takeBack("") }

            try await takeBack()
            #expect(try await commitments.entry(entry.id, for: esra).motion?.step == .held)
            try await take(.adopted, on: "2026-03-31")

            let now = try await commitments.entry(entry.id, for: esra)
            #expect(now.motion?.events.map(\.step) == [.submitted, .held, .adopted] && now.isOwed)
            let record = try await commitments.record(of: entry.id, for: esra)
            #expect(record.takenBack.map(\.what) == [.step(.rejected, on: day("2026-03-24"))])
            #expect(record.takenBack.map(\.reason) == ["Verkeerde motie."] && record.events == [1, 2, 5])
        }
    }

    @Test(arguments: Engine.all)
    func `what is settled rests on the adoption, which stays until that is set back`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            let entry = try await commitments.register(motion, by: esra)
            try await commitments.take(.adopted, on: day("2026-03-24"), of: entry.id, version: 1, by: esra)
            let settled = StandingChange(.settled, on: day("2026-06-01"), letter: LetterScene.paper)
            try await commitments.setStanding(settled, of: entry.id, version: 2, by: esra)

            await #expect(throws: MotionRefusal.isCarriedOut(.settled)) {
                try await commitments.takeBackStep(of: entry.id, reason: "x", version: 3, by: esra)
            }
            let open = StandingChange(.open, on: day("2026-06-02"), facts: "toch niet")
            try await commitments.setStanding(open, of: entry.id, version: 3, by: esra)
            try await commitments.takeBackStep(of: entry.id, reason: "x", version: 4, by: esra)

            #expect(try await commitments.entry(entry.id, for: esra).motion?.step == .submitted)
        }
    }

    @Test func `a step stays while a letter that was sent postpones the motion`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, esra) = (scene.commitments, scene.esra)
            let entry = try await commitments.register(motion, by: esra)
            try await commitments.take(.adopted, on: day("2026-03-24"), of: entry.id, version: 1, by: esra)
            let later = LetterAnswer.Effect.postpones(words: "voorjaar", to: day("2027-05-31"), reason: "Het duurt langer.")
            try await commitments.setAnswers([LetterAnswer(entry.id, later)], of: scene.letter.id, version: 1, by: esra)
            try await scene.write(about: [entry.id])
            try await scene.decide()
            try await scene.send()

            await #expect(throws: MotionRefusal.isAnswered(byLetter: 1)) {
                try await commitments.takeBackStep(of: entry.id, reason: "x", version: 3, by: esra)
            }
            try await commitments.recall(scene.letter.id, reason: "x", version: scene.present().version, by: esra)
            try await commitments.takeBackStep(of: entry.id, reason: "x", version: 4, by: esra)
            #expect(try await commitments.entry(entry.id, for: esra).motion?.step == .submitted)
        }
    }
}
