import Commitments
import Kernel
import TestSupport
import Testing

struct AlignmentTests {
    static let icbr = AlignmentBody.ID("icbr")!
    static let sgo = AlignmentBody.ID("sgo")!
    static let ienw = AlignmentBody.ID("ienw")!

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
            try await scene.open([
                AlignmentRequest(Self.icbr, for: .agreement), AlignmentRequest(Self.sgo, for: .information),
                AlignmentRequest(Self.ienw, part: part.id, for: .agreement),
            ])
            try await scene.say(.agreed, for: whole, as: .esra)
            try await scene.say(.objected, "Het cijfer klopt niet.", for: theirs, as: .ellen)
            #expect(try await scene.standing(whole) == .agreed)
            #expect(try await scene.standing(theirs) == .objected)
            await #expect(throws: LetterRefusal.awaitingAgreement(of: [Self.ienw])) { try await scene.send() }

            var changed = part
            changed.text = "Hierbij de uitkomst, met het goede cijfer. De ladder komt in het voorjaar."
            try await scene.commitments.save(changed, of: scene.letter.id, by: scene.esra)
            #expect(try await scene.standing(whole) == .agreedToEarlierText)
            try await scene.open([
                AlignmentRequest(Self.icbr, for: .agreement), AlignmentRequest(Self.ienw, part: part.id, for: .agreement),
            ])
            try await scene.say(.agreed, for: whole, as: .thijs)
            await #expect(throws: LetterRefusal.awaitingAgreement(of: [Self.ienw])) { try await scene.send() }
            try await scene.say(.agreed, for: theirs, as: .ellen)
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
            try await scene.open([AlignmentRequest(Self.ienw, part: parts[1].id, for: .agreement)])
            let ellen = try #require(try await house.commitments.aligningOfficer(try await house.base.officer(.ellen)))

            let asked = try await house.commitments.asked(of: ellen)
            #expect(asked.map { $0.parts.map(\.text) } == [["Voor IenW."]])
            #expect(try await house.commitments.registerOfficer(try await house.base.officer(.ellen)) == nil)
            await #expect(throws: AlignmentRefusal.notYours) { try await scene.say(.agreed, for: place, as: .esra) }
            await #expect(throws: AlignmentRefusal.notAsked) {
                try await scene.say(.agreed, for: AlignmentPlace(body: Self.ienw, part: parts[0].id), as: .ellen)
            }
            await #expect(throws: AlignmentRefusal.objectionWithoutRemark) {
                try await scene.say(.objected, for: place, as: .ellen)
            }
            try await scene.say(.agreed, for: place, as: .ellen)
            await #expect(throws: AlignmentRefusal.answeredAlready(on: day("2026-11-22"))) {
                try await scene.say(.agreed, for: place, as: .ellen)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `silence agrees where the body's own rule said so when it was asked, and is late elsewhere`(engine: Engine) async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write(about: [])
            let (commitments, bzk, place) = (
                house.commitments, scene.letter.department, AlignmentPlace(body: Self.icbr, part: nil)
            )
            func standing(on iso: String) async throws -> AlignmentStanding? {
                let file = try await scene.file()
                return file.letter.alignment(file.rounds, among: AlignmentBody.all, on: day(iso))[place]
            }
            func rule(_ silenceAgrees: Bool, _ source: String, _ body: AlignmentBody.ID = Self.icbr, by officer: RegisterOfficer)
                async throws
            {
                try await commitments.setAlignmentRule(
                    silenceAgrees: silenceAgrees, source: source, of: body, at: bzk, by: officer)
            }
            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)])
            #expect(try await standing(on: "2026-11-30") == .late(since: day("2026-11-29")), "no rule")

            await #expect(throws: AlignmentRuleRefusal.notYours) { try await rule(true, "Werkwijze, punt 6", by: scene.esra) }
            await #expect(throws: AlignmentRuleRefusal.sourceMissing) { try await rule(true, "", by: scene.thijs) }
            await #expect(throws: AlignmentRuleRefusal.unknownBody("sgo"), "it is only told") {
                try await rule(true, "Werkwijze, punt 6", AlignmentBody.ID("sgo")!, by: scene.thijs)
            }
            await #expect(throws: AlignmentRuleRefusal.notFound) {
                try await rule(true, "Werkwijze, punt 6", by: house.officer(.pieter))
            }
            try await rule(true, "Werkwijze, punt 6", by: scene.thijs)
            await #expect(throws: AlignmentRuleRefusal.isSoAlready) { try await rule(true, "Werkwijze, punt 6", by: scene.thijs) }
            #expect(try await standing(on: "2026-11-30") == .late(since: day("2026-11-29")), "asked under another rule")

            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)])
            #expect(try await standing(on: "2026-11-29") == .waiting(until: day("2026-11-29")))
            #expect(try await standing(on: "2026-11-30") == .agreedBySilence)
            let silent = try #require(try await scene.file().rounds.last?.requests.first)
            #expect(silent.silenceRule == "Werkwijze, punt 6")
            try await rule(false, "Ingetrokken", by: scene.thijs)
            #expect(try await standing(on: "2026-11-30") == .agreedBySilence, "whoever was asked knew what silence means")
            let facts = NoteFacts(
                letter: try await scene.present(), rounds: try await scene.file().rounds, entries: [], letters: [],
                on: day("2026-11-30"))
            #expect(
                NoteDrawing(facts).text(of: .alignment) == "- Akkoord door niet te antwoorden: ICBR (Werkwijze, punt 6)")
            let rules = try await commitments.alignmentRules(of: bzk, for: scene.esra)
            #expect(rules.map(\.silenceAgrees) == [false] && rules.map(\.source) == ["Ingetrokken"])
        }
    }

    @Test func `a round has someone to ask, a text, and a day that is not over`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let request = AlignmentRequest(Self.icbr, for: .agreement)
            await #expect(throws: AlignmentRefusal.noText) { try await scene.open([request]) }
            try await scene.write(about: [])

            await #expect(throws: AlignmentRefusal.nobodyAsked) { try await scene.open([]) }
            await #expect(throws: AlignmentRefusal.answerDayInThePast(day("2026-11-21"))) {
                try await scene.open([request], by: "2026-11-21")
            }
            await #expect(throws: AlignmentRefusal.unknownBody("nergens")) {
                try await scene.open([AlignmentRequest(AlignmentBody.ID("nergens")!, for: .agreement)])
            }
            await #expect(throws: AlignmentRefusal.unknownPart) {
                try await scene.open([AlignmentRequest(Self.icbr, part: Identifier(from: .system), for: .agreement)])
            }
        }
    }

    @Test func `what goes for information holds nothing up`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.open([AlignmentRequest(Self.sgo, for: .information)])

            #expect(try await scene.standing(AlignmentPlace(body: Self.sgo, part: nil)) == .informed)
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
            try await scene.open([AlignmentRequest(Self.ienw, for: .agreement)])
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
            try await scene.open([AlignmentRequest(Self.ienw, for: .agreement)])
            let agreed = AlignmentAnswer(.agreed, on: day("2026-11-22"))
            await #expect(throws: AlignmentRefusal.newRound) {
                try await scene.commitments.answer(agreed, for: place, in: 1, of: scene.letter.id, by: ellen)
            }
            try await scene.commitments.answer(agreed, for: place, in: 2, of: scene.letter.id, by: ellen)
            #expect(try await scene.standing(place) == .agreed)
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
            try await scene.open([AlignmentRequest(Self.icbr, part: part.id, for: .agreement)])
            try await scene.say(.agreed, for: theirs, as: .esra)
            part.text = "Anders, in het voorjaar."
            try await scene.commitments.save(part, of: scene.letter.id, by: scene.esra)
            try await scene.open([AlignmentRequest(Self.icbr, for: .agreement)])
            #expect(try await scene.standing(theirs) == nil)
            try await scene.say(.agreed, for: whole, as: .esra)
            try await scene.decide()

            try await scene.send()
        }
    }

    @Test func `who is informed takes note, and who is asked to agree does not`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write("tekst", about: [])
            try await scene.open([AlignmentRequest(Self.sgo, for: .information), AlignmentRequest(Self.icbr, for: .agreement)])
            await #expect(throws: AlignmentRefusal.onlyInformed) {
                try await scene.say(.objected, "liever niet", for: AlignmentPlace(body: Self.sgo, part: nil), as: .esra)
            }
            await #expect(throws: AlignmentRefusal.agreementAsked) {
                try await scene.say(.noted, for: AlignmentPlace(body: Self.icbr, part: nil), as: .esra)
            }
        }
    }
}
