import Access
import Commitments
import Database
import Documents
import Kernel
import TestSupport
import Testing

struct NoteTests {
    private func note(_ scene: LetterScene) async throws -> DecisionNote {
        try await scene.commitments.note(of: scene.letter.id, for: scene.esra)
    }

    private func publicNote(_ scene: LetterScene) async throws -> PublicNote {
        try await scene.commitments.publicNote(of: scene.letter.id, for: scene.esra)
    }

    private func ask(_ scene: LetterScene, _ code: String) async throws -> AlignmentPlace {
        let body = AlignmentBody.ID(code)!
        try await scene.commitments.openRound(
            [AlignmentRequest(body, for: .agreement)], answerBy: day("2026-12-01"), of: scene.letter.id, by: scene.esra)
        return AlignmentPlace(body: body, part: nil)
    }

    private func answer(_ kind: AlignmentAnswer.Kind, _ remark: String = "", for place: AlignmentPlace, _ scene: LetterScene)
        async throws
    {
        let officer = try #require(try await scene.commitments.aligningOfficer(try await scene.house.base.officer(.esra)))
        try await scene.commitments.answer(
            AlignmentAnswer(kind, remark: remark, on: day("2026-11-22")), for: place, of: scene.letter.id, by: officer)
    }

    @Test(arguments: Engine.all)
    func `a day that moves in the register moves in the note`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            let before = try await note(scene)
            #expect(!before[.occasion].present.contains("31 januari 2027"))
            let due = Due(words: "", day: day("2027-01-31"), reason: "zo is het", told: day("2026-11-20"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)

            let after = try await note(scene)

            #expect(after[.occasion].present.contains("‘model’ was eerst gezegd: ‘eind 2026’ (31 december 2026)."))
            #expect(after[.occasion].present.contains("Op 20 november 2026 is afgesproken: 31 januari 2027."))
            #expect(after[.core] == before[.core])
        }
    }

    @Test(arguments: Engine.all)
    func `an agreement that is taken back is gone from the note`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            #expect(try await note(scene)[.alignment].present == "Over deze brief is nog met niemand afgestemd.")
            let icbr = try await ask(scene, "icbr")
            #expect(try await note(scene)[.alignment].present == "- Nog geen antwoord: ICBR (tot 1 december 2026)")
            try await answer(.agreed, for: icbr, scene)
            #expect(try await note(scene)[.alignment].present == "- Akkoord: ICBR")
            _ = try await ask(scene, "icbr")
            try await answer(.objected, "Het cijfer klopt niet.", for: icbr, scene)
            #expect(try await note(scene)[.alignment].present == "- Niet akkoord: ICBR: Het cijfer klopt niet.")
            _ = try await ask(scene, "icbr")
            try await answer(.agreed, for: icbr, scene)

            var part = try await scene.present().parts[0]
            part.text = "Iets anders."
            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)

            #expect(try await note(scene)[.alignment].present == "- Was akkoord met een eerdere tekst: ICBR")
        }
    }

    @Test(arguments: Engine.all)
    func `what an officer wrote stays, and is told when the register says something else`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.letter.id)
            try await scene.answer()
            let seen = try await note(scene)[.core].seen
            await #expect(throws: NoteRefusal.textMissing) {
                try await commitments.write(" \n", seen: seen, as: .core, of: id, by: scene.esra)
            }
            try await commitments.write("Mijn woorden.", seen: seen, as: .core, of: id, by: scene.esra)
            for text in ["Van een collega.", nil] {
                await #expect(throws: NoteRefusal.writtenMeanwhile) {
                    try await commitments.write(text, seen: seen, as: .core, of: id, by: scene.thijs)
                }
            }
            let written = try await note(scene)[.core].seen
            #expect(try await note(scene)[.core].present == "Mijn woorden.")
            #expect(try await !note(scene)[.core].isOvertaken)

            try await commitments.setAnswers(
                [LetterAnswer(scene.entries[0].id, .informs)], of: id, version: scene.present().version, by: scene.esra)
            let overtaken = try await note(scene)[.core]
            #expect(overtaken.present == "Mijn woorden." && overtaken.isOvertaken)
            await #expect(throws: NoteRefusal.changedMeanwhile) {
                try await commitments.write("Nog eens.", seen: written, as: .core, of: id, by: scene.esra)
            }
            try await commitments.write(nil, seen: overtaken.seen, as: .core, of: id, by: scene.esra)
            let back = try await note(scene)[.core]
            #expect(back.written == nil && back.present == overtaken.drawnUp)
        }
    }

    @Test(arguments: Engine.all)
    func `the note goes along with its letter as it stood, and does not change any more`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            let before = try await note(scene)
            try await scene.send()
            let due = Due(words: "", day: day("2027-12-31"), reason: "zo is het", told: day("2026-11-22"))
            try await scene.commitments.setDue(due, of: scene.entries[2].id, version: 2, by: scene.esra)

            let sent = try await note(scene)

            for part in DecisionNote.Part.allCases { #expect(sent[part].present == before[part].present, "\(part)") }
            await #expect(throws: LetterRefusal.alreadySent(on: day("2026-11-20"))) {
                try await scene.commitments.write("Later.", seen: "", as: .core, of: scene.letter.id, by: scene.esra)
            }
        }
    }

    @Test(.law("Woo 5.1(2)(e)")) func `the note that everyone gets has no name of an official`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.commitments.write(
                "Esra Demir vindt dit genoeg.", seen: note(scene)[.advice].seen, as: .advice, of: scene.letter.id,
                by: scene.esra)
            let whole = try await note(scene).document(author: "Esra Demir", department: "BZK", on: day("2026-11-22"))
            let open = try await publicNote(scene).document(department: "BZK", on: day("2026-11-22"))

            #expect(String(decoding: whole.html(), as: UTF8.self).contains("Esra Demir vindt"))
            #expect(!String(decoding: open.html(), as: UTF8.self).contains("Demir"))
            #expect(String(decoding: open.html(), as: UTF8.self).contains("[naam afgeschermd] vindt dit genoeg."))
        }
    }

    @Test(arguments: Engine.all)
    func `what the minister decided goes with the note, without names, and is kept as it was made public`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            #expect(try await publicNote(scene).decision == nil)
            try await scene.commitments.decide(
                MinistersDecision(.agreedWithRemarks, remarks: "Esra Demir weet meer.", on: day("2026-11-20")),
                seen: scene.file().fingerprint.text, on: scene.letter.id, by: scene.ingrid)
            let decided = "Akkoord, met opmerkingen, 20 november 2026.\n\n"
            #expect(try await note(scene).decision?.written == decided + "Esra Demir weet meer.")
            try await scene.send()

            let open = try await publicNote(scene)
            #expect(open.decision == decided + "[naam afgeschermd] weet meer.")
            let html = String(decoding: open.document(department: "BZK", on: day("2026-11-22")).html(), as: UTF8.self)
            #expect(html.contains("Besluit van de minister") && html.contains("weet meer."))
            _ = try await house.base.database.write { try $0.execute("DELETE FROM letter_public_decision") }
            #expect(try await publicNote(scene).decision == nil, "of a note that went without, it is not made public later")
        }
    }

    @Test(arguments: Engine.all)
    func `what was made public of a note stays as it was, whoever comes to work here`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.commitments.write(
                "De commissie van Anna Roelofs vindt dit genoeg.", seen: note(scene)[.advice].seen, as: .advice,
                of: scene.letter.id, by: scene.esra)
            try await scene.decide()
            try await scene.send()
            let before = try await publicNote(scene)
            #expect(before[.advice].contains("Anna Roelofs"))

            _ = try await house.base.access.addOfficer(UserName("anna.roelofs")!, name: "Anna Roelofs")

            #expect(try await publicNote(scene) == before)
        }
    }

    @Test func `a motion that was only submitted, and what has lapsed, do not stand in the note as open`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            var submitted = CommitmentsHouse.promise("Een motie")
            submitted.facts.kind = .motion
            submitted.movers = ["Bamenga"]
            var rejected = submitted
            rejected.facts.title = "Een andere motie"
            try await house.commitments.register(submitted, by: scene.esra)
            let other = try await house.commitments.register(rejected, by: scene.esra)
            try await house.commitments.take(.rejected, on: day("2024-09-24"), of: other.id, version: 1, by: scene.esra)
            let lapsed = try await house.commitments.register(CommitmentsHouse.promise("afschrift"), by: scene.esra)
            try await house.commitments.setStanding(
                StandingChange(.lapsed, on: day("2026-11-20"), facts: "Nieuw kabinet."), of: lapsed.id, version: 1, by: scene.esra
            )

            let text = try await note(scene)[.explanation].present

            #expect(text.contains("Een motie (informeren, motie van het lid Bamenga): ingediend, nog niet aangenomen"))
            #expect(text.contains("Een andere motie (informeren, motie van het lid Bamenga): verworpen"))
            #expect(text.contains("afschrift (informeren): vervallen"))
        }
    }

    @Test func `the note says how a point stands now, and counts what was said to its own House`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, today) = (house.commitments, day("2026-11-20"))
            try await scene.answer()
            let before = try await note(scene)[.occasion].present
            var senate = CommitmentsHouse.promise("Aan de senaat")
            senate.facts.house = .eersteKamer
            try await commitments.register(senate, by: scene.esra)
            #expect(try await note(scene)[.occasion].present == before)
            let again = try await commitments.register(CommitmentsHouse.promise("weer open"), by: scene.esra)
            let moved = try await commitments.register(CommitmentsHouse.promise("elders"), by: scene.esra)
            for (id, version, standing, facts) in [
                (again.id, 1, Standing.settled, ""), (again.id, 2, .open, "Toch niet."), (moved.id, 1, .settledInPart, ""),
                (moved.id, 2, .transferred(to: Organisation.ID("ienw")!), "Hoort daar."),
            ] {
                let paper = facts.isEmpty ? LetterScene.paper : nil
                try await commitments.setStanding(
                    StandingChange(standing, on: today, facts: facts, letter: paper), of: id, version: version, by: scene.esra)
            }

            let text = try await note(scene)[.explanation].present

            #expect(text.contains("weer open (informeren): weer open") && !text.contains("500"))
            #expect(text.contains("elders (informeren): overgedragen aan een ander ministerie"))
            #expect(!text.contains("Aan de senaat"))
        }
    }

    @Test func `a department that does not see the letter does not see its note`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            await #expect(throws: LetterRefusal.notFound) {
                try await scene.commitments.note(of: scene.letter.id, for: house.officer(.pieter))
            }
            await #expect(throws: LetterRefusal.notYours) {
                try await scene.commitments.write("x", seen: "", as: .core, of: scene.letter.id, by: scene.ingrid)
            }
        }
    }
}
