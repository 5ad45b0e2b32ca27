import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

struct SendingTests {
    @Test(arguments: Engine.all)
    func `after a letter is sent the register stands as it said`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.send()

            let sent = try await scene.present()
            #expect(sent.state == .sent(paper: LetterScene.paper, on: day("2026-11-20")))
            var entries: [RegisterEntry] = []
            for entry in scene.entries { entries.append(try await house.commitments.entry(entry.id, for: scene.esra)) }
            #expect(entries.map(\.standing) == [.settled, .settledInPart, .open])
            #expect(entries[0].standings.last?.letter == LetterScene.paper)
            #expect(entries[2].dues.map(\.day) == [day("2026-12-31"), day("2027-05-31")])
            #expect(entries[2].due?.reason == "Het onderzoek duurt langer." && entries[2].due?.letter == LetterScene.paper)
            await #expect(throws: LetterRefusal.alreadySent(on: day("2026-11-20"))) { try await scene.send() }
        }
    }

    @Test(arguments: Engine.all)
    func `a letter does not go without answers, a part for each, or the minister's agreement`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            await #expect(throws: LetterRefusal.answersNothing) { try await scene.send() }
            try await scene.answer()
            try await scene.write(about: [scene.entries[0].id, scene.entries[2].id])
            await #expect(throws: LetterRefusal.partMissing(for: [scene.entries[1].id])) { try await scene.send() }
            try await scene.write(about: [scene.entries[1].id])
            await #expect(throws: LetterRefusal.awaitingDecision) { try await scene.send() }
            try await scene.decide(.notAgreed)
            await #expect(throws: LetterRefusal.decidedOtherwise) { try await scene.send() }
            for entry in scene.entries {
                #expect(try await house.commitments.entry(entry.id, for: scene.esra) == entry, "nothing is half done")
            }
            try await scene.decide(.agreedWithRemarks)
            try await scene.send()
        }
    }

    @Test func `a reference in the text that cannot be read stops the letter`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write("Zie Kamerstukken II 2024/26, 30 950, nr. 433 en Handelingen II 2018/19, nr. 15, item 5.")
            let unreadable = LetterRefusal.unreadableReferences(["Kamerstukken II 2024/26, 30 950, nr. 433"])

            await #expect(throws: unreadable) { try await scene.decide() }
            await #expect(throws: unreadable) { try await scene.send() }
        }
    }

    @Test func `what is settled already is not settled again, and a postponement goes to a later day`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, esra, entries) = (house.commitments, scene.esra, scene.entries)
            try await commitments.setStanding(
                StandingChange(.settled, on: day("2026-11-01"), letter: LetterScene.paper), of: entries[0].id, version: 1,
                by: esra)
            func refused(_ refusal: LetterRefusal, _ answers: [LetterAnswer]) async {
                await #expect(throws: refusal) {
                    try await commitments.setAnswers(answers, of: scene.letter.id, version: 1, by: esra)
                }
            }

            await refused(.nothingOwed(entries[0].id), [LetterAnswer(entries[0].id, .settles)])
            await refused(
                .dayRefused(entries[1].id, .doesNotMove(day("2026-12-31"))),
                [LetterAnswer(entries[1].id, .postpones(words: "", to: day("2026-12-31"), reason: "x"))])
            await refused(
                .dayRefused(entries[1].id, .notLater(than: day("2026-12-31"))),
                [LetterAnswer(entries[1].id, .postpones(words: "", to: day("2026-12-30"), reason: "x"))])
            await refused(
                .answeredTwice, [LetterAnswer(entries[1].id, .settles), LetterAnswer(entries[1].id, .informs)])
            try await commitments.setAnswers(
                [LetterAnswer(entries[0].id, .informs)], of: scene.letter.id, version: 1, by: esra)
        }
    }

    @Test func `what was settled between writing and sending stops the letter as a whole`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await house.commitments.setStanding(
                StandingChange(.lapsed, on: day("2026-11-22"), facts: "Nieuw kabinet."), of: scene.entries[1].id, version: 1,
                by: scene.esra)

            await #expect(throws: LetterRefusal.nothingOwed(scene.entries[1].id)) { try await scene.send() }
            #expect(try await house.commitments.entry(scene.entries[0].id, for: scene.esra) == scene.entries[0])
            #expect(try await scene.present().isDraft)
        }
    }

    @Test(arguments: Engine.all)
    func `an announced letter may go along in another, with its reason`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let due = Due(words: "in een eigen brief", day: nil, reason: "aangekondigd", told: day("2025-01-27"))
            let announced = try await house.commitments.begin(
                NewLetter("Onderzoek naar agressie", department: Organisation.ID("bzk")!, due: due), by: scene.esra)
            let (id, esra) = (announced.id, scene.esra)
            await #expect(throws: LetterRefusal.reasonMissing) {
                try await house.commitments.merge(id, into: scene.letter.id, reason: "", version: 1, by: esra)
            }
            await #expect(throws: LetterRefusal.mergesIntoItself) {
                try await house.commitments.merge(id, into: id, reason: "x", version: 1, by: esra)
            }
            try await house.commitments.merge(id, into: scene.letter.id, reason: "Past in de rapportage.", version: 1, by: esra)

            let merged = try await house.commitments.letter(id, for: esra)
            #expect(merged.state == .merged(into: scene.letter.id, on: day("2026-11-22"), reason: "Past in de rapportage."))
            #expect(merged.due == due)
        }
    }

    @Test func `whoever began a letter and went to the minister's office no longer writes it`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (officer, bzk) = (try await house.base.officer(.esra), Organisation.ID("bzk")!)
            try await house.base.access.endAppointment(
                of: officer, as: .policyOfficer, at: bzk, after: house.base.clock.today - 1)
            _ = try await house.base.access.appoint(
                officer, as: .ministersOffice, at: bzk, in: Period(from: house.base.clock.today))
            let moved = try await house.officer(.esra)

            #expect(moved.decides == [bzk] && !moved.mayChange(scene.letter))
            await #expect(throws: LetterRefusal.notYours) {
                try await house.commitments.addPart("x", text: "", about: [], to: scene.letter.id, by: moved)
            }
        }
    }

    @Test func `others of the department read a letter, and those of another do not know of it`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (sven, pieter) = (try await house.officer(.sven), try await house.officer(.pieter))
            #expect(try await house.commitments.letter(scene.letter.id, for: sven) == scene.letter)
            await #expect(throws: LetterRefusal.notYours) {
                try await house.commitments.addPart("x", text: "", about: [], to: scene.letter.id, by: sven)
            }
            await #expect(throws: LetterRefusal.notFound) { try await house.commitments.letter(scene.letter.id, for: pieter) }
            await #expect(throws: LetterRefusal.notFound) {
                try await house.commitments.addPart("x", text: "", about: [], to: scene.letter.id, by: pieter)
            }
            await #expect(throws: LetterRefusal.notFound) {
                try await house.commitments.decide(
                    MinistersDecision(.agreed, on: day("2026-11-22")), seen: "", on: scene.letter.id, by: scene.thijs)
            }
        }
    }

    @Test func `a minister who remarks or does not agree says what`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            for kind in [MinistersDecision.Kind.agreedWithRemarks, .notAgreed] {
                let seen = try await scene.file().fingerprint.text
                await #expect(throws: LetterRefusal.remarksMissing) {
                    try await scene.commitments.decide(
                        MinistersDecision(kind, on: day("2026-11-22")), seen: seen, on: scene.letter.id, by: scene.ingrid)
                }
            }
        }
    }

    @Test func `a part keeps a heading`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write("tekst", about: [])
            var part = try await scene.present().parts[0]
            part.heading = ""

            await #expect(throws: LetterRefusal.headingMissing) {
                try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a point is taken out of a letter whatever became of the others`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, entries) = (house.commitments, scene.entries)
            try await scene.answer()
            try await commitments.setStanding(
                StandingChange(
                    .settled, on: day("2026-11-20"), letter: try Reference("Kamerstukken II 2026/27, 30 950, nr. 650")),
                of: entries[0].id, version: 1, by: scene.thijs)
            let due = Due(words: "", day: day("2027-06-30"), reason: "zo is het", told: day("2026-11-20"))
            try await commitments.setDue(due, of: entries[2].id, version: 1, by: scene.thijs)
            func keep(_ kept: [RegisterEntry]) async throws {
                let letter = try await scene.present()
                try await commitments.setAnswers(
                    letter.answers.filter { answer in kept.contains { $0.id == answer.entry } }, of: letter.id,
                    version: letter.version, by: scene.esra)
            }
            try await keep([entries[1], entries[2]])
            try await keep([entries[1]])

            #expect(try await scene.present().answers.map(\.entry) == [entries[1].id])
            let gone = try await commitments.register(CommitmentsHouse.promise("weg"), by: scene.esra)
            try await commitments.remove(gone.id, reason: "Dubbel.", version: 1, by: scene.thijs)
            await #expect(throws: LetterRefusal.entryGone) {
                let letter = try await scene.present()
                try await commitments.setAnswers(
                    letter.answers + [LetterAnswer(gone.id, .settles)], of: letter.id, version: letter.version, by: scene.esra)
            }
        }
    }
}
