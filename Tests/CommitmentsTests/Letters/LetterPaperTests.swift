import Commitments
import Kernel
import TestSupport
import Testing

/// As which paper a letter goes, and to which House.
struct LetterPaperTests {
    @Test(arguments: Engine.all)
    func `a letter answers what was said to its own House, and gets a paper of that House`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let commitments = house.commitments
            let senate = try Reference("Kamerstukken I 2026/27, 35 741, G")
            var said = CommitmentsHouse.promise("afschrift")
            said.facts.house = .eersteKamer
            let other = try await commitments.register(said, by: scene.esra)
            await #expect(throws: LetterRefusal.saidToOtherHouse(other.id)) {
                try await commitments.setAnswers(
                    [LetterAnswer(other.id, .settles)], of: scene.letter.id, version: 1, by: scene.esra)
            }
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            let version = try await scene.present().version
            for other in [
                "Handelingen II 2026/27, nr. 15, item 5", "Stcrt. 2026, 100", "Aanhangsel Handelingen II 2026/27, nr. 100",
            ] {
                let reference = try Reference(other)
                await #expect(throws: LetterRefusal.notAPaper) {
                    try await commitments.send(
                        scene.letter.id, as: reference, on: day("2026-11-20"), version: version, by: scene.esra)
                }
            }
            await #expect(throws: LetterRefusal.paperOfOtherHouse(.tweedeKamer)) {
                try await commitments.send(scene.letter.id, as: senate, on: day("2026-11-20"), version: version, by: scene.esra)
            }

            let letter = try await commitments.begin(
                NewLetter("Afschrift", house: .eersteKamer, department: scene.letter.department), by: scene.esra)
            try await commitments.setAnswers([LetterAnswer(other.id, .settles)], of: letter.id, version: 1, by: scene.esra)
            try await commitments.addPart("Afschrift", text: "Hierbij.", about: [other.id], to: letter.id, by: scene.esra)
            let seen = try await commitments.file(of: letter.id, for: scene.esra).fingerprint.text
            try await commitments.decide(
                MinistersDecision(.agreed, on: day("2026-11-20")), seen: seen, on: letter.id, by: scene.ingrid)
            try await commitments.send(letter.id, as: senate, on: day("2026-11-20"), version: 2, by: scene.esra)
            let entry = try await commitments.entry(other.id, for: scene.esra)
            #expect(entry.standing == .settled)
        }
    }

    @Test(arguments: Engine.all)
    func `a paper is one letter, of the year of its day`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            func send(_ letter: Letter.ID, as paper: String) async throws {
                let version = try await house.commitments.letter(letter, for: scene.esra).version
                try await house.commitments.send(
                    letter, as: try Reference(paper), on: day("2026-11-20"), version: version, by: scene.esra)
            }
            await #expect(throws: LetterRefusal.paperOfOtherYear(ParliamentaryYear(beginning: 2026))) {
                try await send(scene.letter.id, as: "Kamerstukken II 2024/25, 30 950, nr. 500")
            }
            try await scene.send()

            let second = try await house.commitments.begin(
                NewLetter("Nog een", department: scene.letter.department), by: scene.esra)
            await #expect(throws: LetterRefusal.paperTaken(byLetter: scene.letter.number)) {
                try await send(second.id, as: "30 950, nr. 500")
            }
        }
    }
}
