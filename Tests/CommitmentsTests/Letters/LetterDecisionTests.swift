import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// What the minister decides on: the letter and the note as they are, and nothing else.
struct LetterDecisionTests {
    private func ready(_ house: CommitmentsHouse) async throws -> LetterScene {
        let scene = try await LetterScene(house)
        try await scene.answer()
        try await scene.write()
        return scene
    }

    @Test(arguments: Engine.all)
    func `a letter does not leave before the minister decided`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await ready(house)
            try await scene.decide(on: "2026-11-21")

            await #expect(throws: LetterRefusal.sentBeforeDecision(on: day("2026-11-21"))) { try await scene.send() }
        }
    }

    @Test(arguments: Engine.all)
    func `what the register says otherwise in the note goes back to the minister`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await ready(house)
            try await scene.decide()
            let due = Due(words: "", day: day("2027-01-31"), reason: "zo is het", told: day("2026-11-20"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)

            #expect(try await scene.file().obstacle == .decidedOnEarlierNote)
            await #expect(throws: LetterRefusal.decidedOnEarlierNote) { try await scene.send() }
            try await scene.decide()
            try await scene.send()
        }
    }

    @Test(arguments: Engine.all)
    func `the note that goes along counts the days until the decision, as the minister read it`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let due = Due(words: "", day: day("2026-11-04"), reason: "zo is het", told: day("2026-11-01"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)
            let late = try await house.commitments.register(
                CommitmentsHouse.promise(
                    "rapport", due: Due(words: "", day: day("2026-11-04"), reason: "zo is het", told: day("2026-10-01"))),
                by: scene.esra)
            try await scene.commitments.setAnswers(
                [LetterAnswer(late.id, .settles)], of: scene.letter.id, version: 1, by: scene.esra)
            try await scene.write(about: [late.id])
            func occasion() async throws -> String {
                try await scene.commitments.note(of: scene.letter.id, for: scene.esra)[.occasion].present
            }
            #expect(try await occasion().contains("Dat is 18 dagen geleden."), "today is 22 November")
            try await scene.decide(on: "2026-11-14")

            #expect(try await occasion().contains("Dat is 10 dagen geleden."))
            try await scene.send()
            #expect(try await occasion().contains("Dat is 10 dagen geleden."))
        }
    }

    @Test func `who is told of it after the decision, or agrees, is not in the note that the minister read`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await ready(house)
            try await scene.decide(on: "2026-11-20")
            try await scene.commitments.openRound(
                [AlignmentRequest(AlignmentBody.ID("sgo")!, for: .information)], answerBy: day("2026-12-01"),
                of: scene.letter.id, by: scene.esra)

            #expect(try await scene.file().obstacle == nil)
            let note = try await scene.commitments.note(of: scene.letter.id, for: scene.esra)[.alignment].present
            #expect(note == "Over deze brief is nog met niemand afgestemd.")
        }
    }

    @Test func `a decision is on the note that was seen`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await ready(house)
            let seen = try await scene.file().fingerprint.text
            let due = Due(words: "", day: day("2027-01-31"), reason: "zo is het", told: day("2026-11-20"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)

            await #expect(throws: LetterRefusal.changedMeanwhile) {
                try await scene.commitments.decide(
                    MinistersDecision(.agreed, on: day("2026-11-22")), seen: seen, on: scene.letter.id, by: scene.ingrid)
            }
        }
    }

    @Test func `the minister does not agree to a letter that says nothing, and may send it back`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            await #expect(throws: LetterRefusal.answersNothing) { try await scene.decide() }
            try await scene.answer()
            let silent = try await scene.present().answers.map(\.entry)
            await #expect(throws: LetterRefusal.partMissing(for: silent)) { try await scene.decide() }
            try await scene.decide(.notAgreed)
            try await scene.write()
            try await scene.commitments.addPart("Tot slot", text: "", about: [], to: scene.letter.id, by: scene.esra)
            await #expect(throws: LetterRefusal.partsWithoutText(["Tot slot"])) { try await scene.decide() }
        }
    }

    @Test(arguments: Engine.all)
    func `a letter is not ready while the register has moved on from what it answers`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await ready(house)
            try await scene.decide()
            #expect(try await scene.file().obstacle == nil)
            try await scene.commitments.setStanding(
                StandingChange(.lapsed, on: day("2026-11-20"), facts: "Nieuw kabinet."), of: scene.entries[0].id, version: 1,
                by: scene.esra)

            #expect(try await scene.file().obstacle == .nothingOwed(scene.entries[0].id))
        }
    }

    @Test(arguments: Engine.all)
    func `a letter is not ready while what goes along in it was to answer something that it does not`(engine: Engine) async throws
    {
        try await engine.withCommitments { house in
            let scene = try await ready(house)
            let commitments = house.commitments
            let other = try await commitments.register(CommitmentsHouse.promise("agressie"), by: scene.esra)
            let along = try await commitments.begin(NewLetter("Onderzoek", department: scene.letter.department), by: scene.esra)
            try await commitments.setAnswers([LetterAnswer(other.id, .settles)], of: along.id, version: 1, by: scene.esra)
            try await commitments.merge(along.id, into: scene.letter.id, reason: "past erbij", version: 2, by: scene.esra)

            let file = try await scene.file()
            #expect(file.obstacle == .goesAlongUnanswered(subject: "Onderzoek", [other.id]))
            #expect(file.goingAlong.map(\.subject) == ["Onderzoek"])
            let answers = try await scene.present().answers + [LetterAnswer(other.id, .settles)]
            try await commitments.setAnswers(answers, of: scene.letter.id, version: scene.present().version, by: scene.esra)
            #expect(try await scene.file().obstacle == .partMissing(for: [other.id]))
        }
    }

    @Test func `the same decision twice is one`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await ready(house)
            try await scene.decide()
            try await scene.decide()
            let once = try await scene.file()
            #expect(once.decisions.count == 1 && once.decisionOvertaken == nil)
            try await scene.decide(.notAgreed)
            try await scene.commitments.addPart("Tot slot", text: "Meer.", about: [], to: scene.letter.id, by: scene.esra)
            let file = try await scene.file()
            #expect(file.decisions.count == 2 && file.decisionOvertaken == .decidedOnEarlierText)
        }
    }
}
