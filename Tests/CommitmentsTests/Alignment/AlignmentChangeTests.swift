import Commitments
import Kernel
import TestSupport
import Testing

/// What becomes of an answer when the text or the answer changes.
struct AlignmentChangeTests {
    static let icbr = AlignmentBody.ID("icbr")!
    static let sgo = AlignmentBody.ID("sgo")!
    static let ienw = AlignmentBody.ID("ienw")!

    @Test(arguments: Engine.all)
    func `a department sees what changed since the round before in what it was asked then, and what it said`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            try await house.base.appointWithoutKeys(.ellen)
            let scene = try await LetterScene(house)
            try await scene.write("Alleen voor BZK.", about: [])
            try await scene.write("Voor IenW.", about: [])
            var theirs = try await scene.present().parts[1]
            try await scene.open([AlignmentRequest(Self.ienw, part: theirs.id, for: .agreement)])
            let ellen = try #require(try await house.commitments.aligningOfficer(try await house.base.officer(.ellen)))
            #expect(try await house.commitments.asked(of: ellen).map(\.before) == [nil])
            try await scene.say(
                .objected, "Het cijfer klopt niet.", for: AlignmentPlace(body: Self.ienw, part: theirs.id), as: .ellen)
            theirs.text = "Voor IenW, met een ander cijfer."
            try await scene.commitments.save(theirs, of: scene.letter.id, by: scene.esra)
            try await scene.open([AlignmentRequest(Self.ienw, for: .agreement)])

            let asked = try #require(try await house.commitments.asked(of: ellen).first)

            #expect(asked.parts.map(\.text) == ["Alleen voor BZK.", "Voor IenW, met een ander cijfer."])
            #expect(asked.before?.parts.map(\.text) == ["Voor IenW."], "what was not asked then is not shown as of then")
            #expect(asked.before?.requests.map(\.answer?.remark) == ["Het cijfer klopt niet."])
            try await scene.commitments.remove(theirs.id, seen: 2, from: scene.letter.id, by: scene.esra)
            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)])
            #expect(try await house.commitments.asked(of: ellen).map(\.round.number) == [2], "it still stands")
        }
    }

    @Test(arguments: Engine.all)
    func `an objection to an earlier text is not one to the text as it is`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write(about: [])
            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)])
            let place = AlignmentPlace(body: Self.icbr, part: nil)
            try await scene.say(.objected, "Het cijfer klopt niet.", for: place, as: .esra)
            #expect(try await scene.standing(place) == .objected)
            var part = try await scene.present().parts[0]
            part.text = "Iets anders."

            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)

            #expect(try await scene.standing(place) == .objectedToEarlierText)
            #expect(AlignmentStanding.objectedToEarlierText.isOutstanding)
            let note = try await scene.commitments.note(of: scene.letter.id, for: scene.esra)[.alignment].present
            #expect(note == "- Niet akkoord met een eerdere tekst: ICBR: Het cijfer klopt niet.")
        }
    }

    @Test(arguments: Engine.all)
    func `an agreement can be taken back, with the reason, and is asked again`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)])
            let place = AlignmentPlace(body: Self.icbr, part: nil)
            let officer = try #require(try await scene.commitments.aligningOfficer(try await house.base.officer(.esra)))
            func takeBack(_ reason: String) async throws {
                try await scene.commitments.takeBack(place, reason: reason, of: scene.letter.id, by: officer)
            }
            await #expect(throws: AlignmentRefusal.notAnswered) { try await takeBack("Toch niet.") }
            try await scene.say(.agreed, for: place, as: .esra)
            try await scene.decide()
            #expect(try await scene.file().obstacle == nil)
            await #expect(throws: AlignmentRefusal.reasonMissing) { try await takeBack("") }

            try await takeBack("Een lid las het nog niet.")

            #expect(try await scene.file().obstacle == .awaitingAgreement(of: [Self.icbr]))
            let request = try await scene.file().rounds[0].requests[0]
            #expect(request.answer == nil && request.takenBack.map(\.reason) == ["Een lid las het nog niet."])
            #expect(request.takenBack.map(\.answer.kind) == [.agreed])
            try await scene.say(.objected, "Het cijfer klopt niet.", for: place, as: .esra)
        }
    }

    @Test(arguments: Engine.all)
    func `who was asked by mistake is let off, with the reason, and who answered is not`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            let fin = AlignmentBody.ID("fin")!
            try await scene.open([AlignmentRequest(fin, for: .agreement), AlignmentRequest(Self.icbr, for: .agreement)])
            let (mistake, meant) = (AlignmentPlace(body: fin, part: nil), AlignmentPlace(body: Self.icbr, part: nil))
            func withdraw(_ place: AlignmentPlace, _ reason: String = "Verkeerd aangeklikt.") async throws {
                try await scene.commitments.withdrawRequest(place, reason: reason, of: scene.letter.id, by: scene.esra)
            }
            try await scene.say(.agreed, for: meant, as: .esra)
            await #expect(throws: AlignmentRefusal.reasonMissing) { try await withdraw(mistake, "") }
            await #expect(throws: AlignmentRefusal.answeredAlready(on: day("2026-11-22"))) { try await withdraw(meant) }
            #expect(try await scene.file().obstacle == .awaitingAgreement(of: [fin]))

            try await withdraw(mistake)

            #expect(try await scene.standing(mistake) == nil)
            #expect(try await scene.file().obstacle == .awaitingDecision)
            #expect(try await scene.file().rounds[0].withdrawn.map(\.reason) == ["Verkeerd aangeklikt."])
            await #expect(throws: AlignmentRefusal.notAsked) { try await withdraw(mistake) }
        }
    }

    @Test(arguments: Engine.all)
    func `a question about a part leaves the one about the whole letter open, and not the other way round`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            try await house.base.appointWithoutKeys(.ellen)
            let scene = try await LetterScene(house)
            try await scene.write(about: [])
            let part = try await scene.present().parts[0].id
            let (whole, partly) = (AlignmentPlace(body: Self.ienw, part: nil), AlignmentPlace(body: Self.ienw, part: part))
            let ellen = try #require(try await house.commitments.aligningOfficer(try await house.base.officer(.ellen)))
            func asked() async throws -> [[AlignmentPlace]] {
                try await house.commitments.asked(of: ellen).map { $0.round.requests.map(\.place) }
            }
            try await scene.open([AlignmentRequest(Self.ienw, for: .agreement)])
            try await scene.open([AlignmentRequest(Self.ienw, part: part, for: .agreement)])
            #expect(try await asked() == [[whole], [partly]])
            try await scene.say(.agreed, for: whole, as: .ellen)
            #expect(try await scene.standing(whole) == .agreed)
            #expect(try await scene.standing(partly) == .waiting(until: day("2026-11-29")))

            try await scene.open([AlignmentRequest(Self.ienw, for: .agreement)])

            #expect(try await asked() == [[whole]])
            await #expect(throws: AlignmentRefusal.notAsked) { try await scene.say(.agreed, for: partly, as: .ellen) }
        }
    }

    @Test func `a round ends within a year`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write(about: [])
            await #expect(throws: AlignmentRefusal.answerDayTooFar(day("2099-01-01"))) {
                try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)], by: "2099-01-01")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `who agreed to the whole letter agreed to its subject and to what it does with each point`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            try await house.base.appointWithoutKeys(.ellen)
            let scene = try await LetterScene(house)
            let (commitments, id) = (scene.commitments, scene.letter.id)
            try await scene.answer()
            try await scene.write()
            let (whole, part) = (AlignmentPlace(body: Self.icbr, part: nil), try await scene.present().parts[0].id)
            let partly = AlignmentPlace(body: Self.ienw, part: part)
            try await scene.open([
                AlignmentRequest(Self.icbr, for: .agreement), AlignmentRequest(Self.ienw, part: part, for: .agreement),
            ])
            try await scene.say(.agreed, for: whole, as: .esra)
            try await scene.say(.agreed, for: partly, as: .ellen)
            var answers = try await scene.present().answers
            let settles = LetterAnswer(scene.entries[2].id, .settles)
            answers.removeAll { $0.entry == settles.entry }

            try await commitments.setAnswers(answers + [settles], of: id, version: scene.present().version, by: scene.esra)

            #expect(try await scene.standing(whole) == .agreedToEarlierText)
            #expect(try await scene.standing(partly) == .agreed, "the text of the part is as it was")
            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement), AlignmentRequest(Self.ienw, for: .agreement)])
            let ellen = try #require(try await commitments.aligningOfficer(try await house.base.officer(.ellen)))
            let asked = try #require(try await commitments.asked(of: ellen).last)
            #expect(asked.answers.map(\.title) == ["ladder", "loket", "model"] && asked.answers[0].effect == .settles)
            try await scene.say(.agreed, for: whole, as: .esra)
            try await commitments.rename(id, to: "Iets anders", version: scene.present().version, by: scene.esra)
            #expect(try await scene.standing(whole) == .agreedToEarlierText)
        }
    }

    @Test(arguments: Engine.all)
    func `a round goes with the text that was seen, and not with what a colleague made of it since`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            let seen = try await scene.present().textSeen
            func open(_ seen: String) async throws {
                try await scene.commitments.openRound(
                    [AlignmentRequest(Self.icbr, for: .agreement)], answerBy: day("2026-11-29"), seen: seen,
                    of: scene.letter.id, by: scene.esra)
            }
            var part = try await scene.present().parts[0]
            part.text = "Anders."
            try await scene.commitments.save(part, of: scene.letter.id, by: scene.thijs)
            await #expect(throws: LetterRefusal.changedMeanwhile) { try await open(seen) }
            let after = try await scene.present()
            try await scene.commitments.setAnswers([], of: after.id, version: after.version, by: scene.thijs)
            await #expect(throws: LetterRefusal.changedMeanwhile) { try await open(after.textSeen) }
            #expect(try await scene.file().rounds.isEmpty)
            try await open(scene.present().textSeen)
        }
    }

    @Test func `who was told of a text that has changed since, knows an earlier one`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write("Eerst.", about: [])
            let whole = AlignmentPlace(body: Self.sgo, part: nil)
            try await scene.open([AlignmentRequest(Self.sgo, for: .information)])
            #expect(try await scene.standing(whole) == .informed)
            try await scene.write("Nog een deel.", about: [])
            #expect(try await scene.standing(whole) == .informedOfEarlierText)
            #expect(AlignmentStanding.informedOfEarlierText.isOutstanding == false, "nobody waits for who is only told")
            let note = try await scene.commitments.note(of: scene.letter.id, for: scene.esra)[.alignment].drawnUp
            #expect(note == "- Een eerdere tekst ter kennisneming gestuurd aan: SGO")
        }
    }
}
