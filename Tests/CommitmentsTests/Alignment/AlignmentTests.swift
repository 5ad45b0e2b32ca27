import Commitments
import Kernel
import TestSupport
import Testing

struct AlignmentTests {
    static let icbr = AlignmentBody.ID("icbr")!
    static let sgo = AlignmentBody.ID("sgo")!
    static let ienw = AlignmentBody.ID("ienw")!

    private func open(_ scene: LetterScene, _ requests: [AlignmentRequest], by iso: String = "2026-11-29") async throws {
        try await scene.commitments.openRound(requests, answerBy: day(iso), of: scene.letter.id, by: scene.esra)
    }

    private func answer(
        _ kind: AlignmentAnswer.Kind, _ remark: String = "", for place: AlignmentPlace, _ scene: LetterScene,
        as member: CastMember
    ) async throws {
        let officer = try #require(
            try await scene.commitments.aligningOfficer(try await scene.house.base.officer(member)))
        try await scene.commitments.answer(
            AlignmentAnswer(kind, remark: remark, on: day("2026-11-22")), for: place, of: scene.letter.id, by: officer)
    }

    private func standing(_ place: AlignmentPlace, _ scene: LetterScene, on iso: String = "2026-11-22") async throws
        -> AlignmentStanding?
    {
        let letter = try await scene.present()
        return letter.alignment(try await scene.file().rounds, among: AlignmentBody.all, on: day(iso))[place]
    }

    @Test(arguments: Engine.all)
    func `two rounds with an objection: the letter goes when the changed text is agreed to`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            try await house.base.appointWithoutKeys(.ellen)
            let scene = try await LetterScene(house, involved: [Organisation.ID("ienw")!])
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            let part = try await scene.present().parts[0]
            let (whole, theirs) = (
                AlignmentPlace(body: Self.icbr, part: nil), AlignmentPlace(body: Self.ienw, part: part.id)
            )
            await #expect(throws: LetterRefusal.awaitingAgreement(of: [Self.ienw])) { try await scene.send() }
            try await open(
                scene,
                [
                    AlignmentRequest(Self.icbr, for: .agreement), AlignmentRequest(Self.sgo, for: .information),
                    AlignmentRequest(Self.ienw, part: part.id, for: .agreement),
                ])
            try await answer(.agreed, for: whole, scene, as: .esra)
            try await answer(.objected, "Het cijfer klopt niet.", for: theirs, scene, as: .ellen)
            #expect(try await standing(whole, scene) == .agreed)
            #expect(try await standing(theirs, scene) == .objected)
            await #expect(throws: LetterRefusal.awaitingAgreement(of: [Self.ienw])) { try await scene.send() }

            var changed = part
            changed.text = "Hierbij de uitkomst, met het goede cijfer."
            try await scene.commitments.save(changed, of: scene.letter.id, by: scene.esra)
            #expect(try await standing(whole, scene) == .agreedToEarlierText)
            try await open(
                scene,
                [AlignmentRequest(Self.icbr, for: .agreement), AlignmentRequest(Self.ienw, part: part.id, for: .agreement)])
            try await answer(.agreed, for: whole, scene, as: .thijs)
            await #expect(throws: LetterRefusal.awaitingAgreement(of: [Self.ienw])) { try await scene.send() }
            try await answer(.agreed, for: theirs, scene, as: .ellen)
            try await scene.decide()
            try await scene.send()
            #expect(try await scene.present().isDraft == false)
        }
    }

    @Test func `a department answers for itself, and sees the parts that it was asked about alone`() async throws {
        try await Engine.sqlite.withCommitments { house in
            try await house.base.appointWithoutKeys(.ellen)
            let scene = try await LetterScene(house)
            try await scene.write("Alleen voor BZK.", about: [])
            try await scene.write("Voor IenW.", about: [])
            let parts = try await scene.present().parts
            let place = AlignmentPlace(body: Self.ienw, part: parts[1].id)
            try await open(scene, [AlignmentRequest(Self.ienw, part: parts[1].id, for: .agreement)])
            let ellen = try #require(try await house.commitments.aligningOfficer(try await house.base.officer(.ellen)))

            let asked = try await house.commitments.asked(of: ellen)
            #expect(asked.map { $0.parts.map(\.text) } == [["Voor IenW."]])
            #expect(try await house.commitments.registerOfficer(try await house.base.officer(.ellen)) == nil)
            await #expect(throws: AlignmentRefusal.notYours) { try await answer(.agreed, for: place, scene, as: .esra) }
            await #expect(throws: AlignmentRefusal.notAsked) {
                try await answer(.agreed, for: AlignmentPlace(body: Self.ienw, part: parts[0].id), scene, as: .ellen)
            }
            await #expect(throws: AlignmentRefusal.objectionWithoutRemark) {
                try await answer(.objected, for: place, scene, as: .ellen)
            }
            try await answer(.agreed, for: place, scene, as: .ellen)
            await #expect(throws: AlignmentRefusal.answeredAlready(on: day("2026-11-22"))) {
                try await answer(.agreed, for: place, scene, as: .ellen)
            }
        }
    }

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
            try await open(scene, [AlignmentRequest(Self.ienw, part: theirs.id, for: .agreement)])
            let ellen = try #require(try await house.commitments.aligningOfficer(try await house.base.officer(.ellen)))
            #expect(try await house.commitments.asked(of: ellen).map(\.before) == [nil])
            try await answer(
                .objected, "Het cijfer klopt niet.", for: AlignmentPlace(body: Self.ienw, part: theirs.id), scene, as: .ellen)
            theirs.text = "Voor IenW, met een ander cijfer."
            try await scene.commitments.save(theirs, of: scene.letter.id, by: scene.esra)
            try await open(scene, [AlignmentRequest(Self.ienw, for: .agreement)])

            let asked = try #require(try await house.commitments.asked(of: ellen).first)

            #expect(asked.parts.map(\.text) == ["Alleen voor BZK.", "Voor IenW, met een ander cijfer."])
            #expect(asked.before?.parts.map(\.text) == ["Voor IenW."], "what was not asked then is not shown as of then")
            #expect(asked.before?.requests.map(\.answer?.remark) == ["Het cijfer klopt niet."])
            try await scene.commitments.remove(theirs.id, seen: 2, from: scene.letter.id, by: scene.esra)
            try await open(scene, [AlignmentRequest(Self.icbr, for: .agreement)])
            #expect(try await house.commitments.asked(of: ellen).isEmpty, "the last round asks others")
        }
    }

    @Test func `silence agrees where the body's own rule says so, and is late elsewhere`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write(about: [])
            try await open(scene, [AlignmentRequest(Self.icbr, for: .agreement)])
            let letter = try await scene.present()
            let rounds = try await scene.file().rounds
            let place = AlignmentPlace(body: Self.icbr, part: nil)
            func standing(_ silenceAgrees: Bool, on iso: String) -> AlignmentStanding? {
                let body = AlignmentBody(
                    id: Self.icbr, name: "ICBR", purpose: .agreement, silenceAgrees: silenceAgrees, department: nil)
                return letter.alignment(rounds, among: [body], on: day(iso))[place]
            }

            #expect(standing(true, on: "2026-11-29") == .waiting(until: day("2026-11-29")))
            #expect(standing(true, on: "2026-11-30") == .agreedBySilence)
            #expect(standing(false, on: "2026-11-30") == .late(since: day("2026-11-29")))
        }
    }

    @Test func `a round has someone to ask, a text, and a day that is not over`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let request = AlignmentRequest(Self.icbr, for: .agreement)
            await #expect(throws: AlignmentRefusal.noText) { try await open(scene, [request]) }
            try await scene.write(about: [])

            await #expect(throws: AlignmentRefusal.nobodyAsked) { try await open(scene, []) }
            await #expect(throws: AlignmentRefusal.answerDayInThePast(day("2026-11-21"))) {
                try await open(scene, [request], by: "2026-11-21")
            }
            await #expect(throws: AlignmentRefusal.unknownBody("nergens")) {
                try await open(scene, [AlignmentRequest(AlignmentBody.ID("nergens")!, for: .agreement)])
            }
            await #expect(throws: AlignmentRefusal.unknownPart) {
                try await open(scene, [AlignmentRequest(Self.icbr, part: Identifier(from: .system), for: .agreement)])
            }
        }
    }

    @Test func `what goes for information holds nothing up`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await open(scene, [AlignmentRequest(Self.sgo, for: .information)])

            #expect(try await standing(AlignmentPlace(body: Self.sgo, part: nil), scene) == .informed)
            try await scene.send()
        }
    }

    @Test(arguments: Engine.all)
    func `a department sees the text that went round, is told that it changed, and answers to the round that it saw`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            try await house.base.appointWithoutKeys(.ellen)
            let scene = try await LetterScene(house, involved: [Organisation.ID("ienw")!])
            try await scene.answer()
            try await scene.write("Eerst.")
            let place = AlignmentPlace(body: Self.ienw, part: nil)
            try await open(scene, [AlignmentRequest(Self.ienw, for: .agreement)])
            let ellen = try #require(
                try await scene.commitments.aligningOfficer(try await house.base.officer(.ellen)))
            func seen() async throws -> (texts: [String], hasChanged: Bool)? {
                try await scene.commitments.asked(of: ellen).first.map { ($0.parts.map(\.text), $0.hasChanged) }
            }
            #expect(try #require(try await seen()) == (["Eerst."], false))

            var part = try await scene.present().parts[0]
            part.text = "Later."
            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)
            #expect(try #require(try await seen()) == (["Eerst."], true))
            try await open(scene, [AlignmentRequest(Self.ienw, for: .agreement)])
            let agreed = AlignmentAnswer(.agreed, on: day("2026-11-22"))
            await #expect(throws: AlignmentRefusal.newRound) {
                try await scene.commitments.answer(agreed, for: place, in: 1, of: scene.letter.id, by: ellen)
            }
            try await scene.commitments.answer(agreed, for: place, in: 2, of: scene.letter.id, by: ellen)
            #expect(try await standing(place, scene) == .agreed)
        }
    }

    @Test func `agreement to the whole letter covers a part that was asked about before`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            var part = try await scene.present().parts[0]
            let (whole, theirs) = (
                AlignmentPlace(body: Self.icbr, part: nil), AlignmentPlace(body: Self.icbr, part: part.id)
            )
            try await open(scene, [AlignmentRequest(Self.icbr, part: part.id, for: .agreement)])
            try await answer(.agreed, for: theirs, scene, as: .esra)
            part.text = "Anders."
            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)
            try await open(scene, [AlignmentRequest(Self.icbr, for: .agreement)])
            #expect(try await standing(theirs, scene) == nil)
            try await answer(.agreed, for: whole, scene, as: .esra)
            try await scene.decide()

            try await scene.send()
        }
    }

    @Test func `who is informed takes note, and who is asked to agree does not`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write("tekst", about: [])
            try await open(
                scene, [AlignmentRequest(Self.sgo, for: .information), AlignmentRequest(Self.icbr, for: .agreement)])
            await #expect(throws: AlignmentRefusal.onlyInformed) {
                try await answer(.objected, "liever niet", for: AlignmentPlace(body: Self.sgo, part: nil), scene, as: .esra)
            }
            await #expect(throws: AlignmentRefusal.agreementAsked) {
                try await answer(.noted, for: AlignmentPlace(body: Self.icbr, part: nil), scene, as: .esra)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an objection to an earlier text is not one to the text as it is`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write(about: [])
            try await open(scene, [AlignmentRequest(Self.icbr, for: .agreement)])
            let place = AlignmentPlace(body: Self.icbr, part: nil)
            try await answer(.objected, "Het cijfer klopt niet.", for: place, scene, as: .esra)
            #expect(try await standing(place, scene) == .objected)
            var part = try await scene.present().parts[0]
            part.text = "Iets anders."

            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)

            #expect(try await standing(place, scene) == .objectedToEarlierText)
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
            try await open(scene, [AlignmentRequest(Self.icbr, for: .agreement)])
            let place = AlignmentPlace(body: Self.icbr, part: nil)
            let officer = try #require(try await scene.commitments.aligningOfficer(try await house.base.officer(.esra)))
            func takeBack(_ reason: String) async throws {
                try await scene.commitments.takeBack(place, reason: reason, of: scene.letter.id, by: officer)
            }
            await #expect(throws: AlignmentRefusal.notAnswered) { try await takeBack("Toch niet.") }
            try await answer(.agreed, for: place, scene, as: .esra)
            try await scene.decide()
            #expect(try await scene.file().obstacle == nil)
            await #expect(throws: AlignmentRefusal.reasonMissing) { try await takeBack("") }

            try await takeBack("Een lid las het nog niet.")

            #expect(try await scene.file().obstacle == .awaitingAgreement(of: [Self.icbr]))
            let request = try await scene.file().rounds[0].requests[0]
            #expect(request.answer == nil && request.takenBack.map(\.reason) == ["Een lid las het nog niet."])
            #expect(request.takenBack.map(\.answer.kind) == [.agreed])
            try await answer(.objected, "Het cijfer klopt niet.", for: place, scene, as: .esra)
        }
    }
}
