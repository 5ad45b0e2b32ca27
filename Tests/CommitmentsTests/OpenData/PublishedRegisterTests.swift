import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

struct PublishedRegisterTests {
    private let bzk = Organisation.ID("bzk")!

    private func sendOverview(_ scene: LetterScene, on iso: String = "2026-11-20") async throws {
        let present = try await scene.commitments.planning(of: bzk, to: .tweedeKamer, for: scene.thijs)
        try await scene.commitments.send(
            PlanningFingerprint(present), of: bzk, to: .tweedeKamer, on: day(iso), by: scene.thijs)
    }

    private func sendLetter(_ scene: LetterScene) async throws {
        try await scene.answer()
        try await scene.write()
        try await scene.decide()
        try await scene.send()
    }

    @Test(arguments: Engine.all)
    func `nothing is published before something was sent`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.answer()
            try await scene.write()

            let published = try await scene.commitments.published()

            #expect(published.entries.isEmpty && published.letters.isEmpty && published.overviews.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that was sent publishes what it answers, as it says`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.commitments.register(CommitmentsHouse.promise("onbekend"), by: scene.esra)
            let before = try await scene.commitments.publishedVersion()
            try await sendLetter(scene)

            let published = try await scene.commitments.published()

            #expect(published.entries.map(\.title) == ["model", "loket", "ladder"])
            #expect(published.entries.map(\.standing) == [.settled, .settledInPart, .open])
            #expect(published.entries.map(\.letters) == Array(repeating: [LetterScene.paper], count: 3))
            #expect(published.entries[0].term == nil, "nothing is to come")
            #expect(published.entries[2].term == PublishedTerm(words: "voorjaar", day: day("2027-05-31")))
            #expect(published.letters.map(\.paper) == [LetterScene.paper])
            #expect(published.letters[0].answers.map(\.number) == [1, 2, 3])
            #expect(try await scene.commitments.publishedVersion() > before)
        }
    }

    @Test(arguments: Engine.all)
    func `what changed since the last overview stays as the House knows it, until it is told`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await sendOverview(scene)
            let due = Due(words: "later", day: day("2027-12-31"), reason: "intern", told: day("2026-11-21"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)
            try await scene.commitments.setStanding(
                StandingChange(.notCarriedOut, on: day("2026-11-21"), facts: "intern"), of: scene.entries[1].id, version: 1,
                by: scene.esra)
            let announced = Due(words: "voor de kerst", day: day("2026-12-18"), reason: "intern", told: day("2026-11-21"))
            try await scene.commitments.begin(NewLetter("Geheim plan", department: bzk, due: announced), by: scene.esra)

            let known = try await scene.commitments.published()

            #expect(known.entries[0].term == PublishedTerm(words: "eind 2026", day: day("2026-12-31")))
            #expect(known.entries[1].standing == .open)
            #expect(!"\(known)".contains("intern") && !"\(known)".contains("Geheim plan"))

            try await sendOverview(scene, on: "2026-11-21")
            let told = try await scene.commitments.published()
            #expect(told.entries[0].term == PublishedTerm(words: "later", day: day("2027-12-31")))
            #expect(told.entries[1].standing == .notCarriedOut && told.entries[1].standingSince == day("2026-11-21"))
            #expect(told.overviews.map(\.number) == [2])
        }
    }

    @Test(arguments: Engine.all)
    func `a letter of the day of the overview counts, and one that was recorded later with an earlier day`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await sendOverview(scene, on: "2026-11-20")
            try await sendLetter(scene)
            let published = try await scene.commitments.published()
            #expect(published.entries.map(\.standing) == [.settled, .settledInPart, .open])
            #expect(published.entries[2].term == PublishedTerm(words: "voorjaar", day: day("2027-05-31")))
        }
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await sendOverview(scene, on: "2026-11-22")
            try await sendLetter(scene)
            let published = try await scene.commitments.published()
            #expect(published.entries.map(\.standing) == [.settled, .settledInPart, .open])
            #expect(published.entries[2].term == PublishedTerm(words: "voorjaar", day: day("2027-05-31")))
        }
    }

    @Test(arguments: Engine.all)
    func `an ending without a letter is told with the overview from which the entry is gone, whatever its day`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.commitments.setAnswers(
                [LetterAnswer(scene.entries[0].id, .informs)], of: scene.letter.id, version: 1, by: scene.esra)
            try await scene.write(about: [scene.entries[0].id])
            try await scene.decide()
            try await scene.send()
            try await sendOverview(scene, on: "2026-11-20")
            let late = try await scene.commitments.register(CommitmentsHouse.promise("later"), by: scene.esra)
            for (entry, version) in [(scene.entries[0].id, 2), (late.id, 1)] {
                try await scene.commitments.setStanding(
                    StandingChange(.notCarriedOut, on: day("2026-11-19"), facts: "intern"), of: entry, version: version,
                    by: scene.esra)
            }
            let before = try await scene.commitments.published()
            #expect(before.entries.first { $0.title == "model" }?.standing == .open, "the House was not told yet")
            #expect(!before.entries.contains { $0.title == "later" })

            try await sendOverview(scene, on: "2026-11-21")

            let told = try await scene.commitments.published().entries.first { $0.title == "model" }
            #expect(told?.standing == .notCarriedOut && told?.standingSince == day("2026-11-19"))
        }
    }

    @Test(arguments: Engine.all)
    func `no official is named in what is published`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await sendLetter(scene)
            try await sendOverview(scene, on: "2026-11-22")

            let text = "\(try await scene.commitments.published())"

            for member in CastMember.keepers {
                let officer = try await house.base.officer(member)
                #expect(!text.contains(member.name) && !text.contains(officer.id.text), "\(member.name)")
            }
            #expect(text.contains("model"))
        }
    }

    @Test(arguments: Engine.all)
    func `what was settled with a paper of the House or by its own list is public, whoever wrote that`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let settled = StandingChange(.settled, on: day("2026-11-20"), letter: LetterScene.paper)
            try await scene.commitments.setStanding(settled, of: scene.entries[1].id, version: 1, by: scene.esra)
            let lapsed = StandingChange(.lapsed, on: day("2026-11-20"), facts: "ander kabinet")
            try await scene.commitments.setStanding(lapsed, of: scene.entries[2].id, version: 1, by: scene.esra)

            let listed = StandingChange(
                .settledInPart, on: day("2026-11-19"), facts: "Tweede Kamer: Deels Voldaan", byHouse: true)
            try await scene.commitments.setStanding(listed, of: scene.entries[0].id, version: 1, by: scene.esra)

            let published = try await scene.commitments.published().entries

            #expect(published.map(\.title) == ["model", "loket"] && published.map(\.standing) == [.settledInPart, .settled])
            #expect(published.map(\.standingSince) == [day("2026-11-19"), day("2026-11-20")])
            #expect(published.map(\.letters) == [[], [LetterScene.paper]])
        }
    }

    @Test func `what an overview told as settled in part, by a letter that was recalled, is so since that overview`() async throws
    {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            try await sendLetter(scene)
            try await sendOverview(scene, on: "2026-11-21")
            try await scene.commitments.recall(
                scene.letter.id, reason: "Nooit verstuurd.", version: scene.present().version, by: scene.esra)

            let published = try await scene.commitments.published().entries.first { $0.title == "loket" }

            #expect(published?.standing == .settledInPart && published?.standingSince == day("2026-11-21"))
        }
    }
}
