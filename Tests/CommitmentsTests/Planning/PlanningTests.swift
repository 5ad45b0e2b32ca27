import Access
import Commitments
import Database
import Documents
import Kernel
import TestSupport
import Testing

struct PlanningTests {
    private let bzk = Organisation.ID("bzk")!

    private func comparison(_ scene: LetterScene) async throws -> PlanningComparison {
        try await scene.commitments.planning(of: bzk, to: .tweedeKamer, for: scene.esra)
    }

    private func send(_ scene: LetterScene, on iso: String = "2026-11-20") async throws {
        let present = try await comparison(scene)
        try await scene.commitments.send(
            PlanningFingerprint(present), of: bzk, to: .tweedeKamer, on: day(iso),
            by: scene.thijs)
    }

    private func subject(_ title: String, _ comparison: PlanningComparison) -> PlanningRow.Subject? {
        comparison.overview.rows.first { $0.title == title }?.subject
    }

    @Test(arguments: Engine.all)
    func `an overview holds what is owed and what was announced, what comes first on top`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let due = Due(words: "voor de kerst", day: day("2026-12-18"), reason: "zo gelezen", told: day("2026-11-01"))
            try await scene.commitments.begin(NewLetter("Onderzoek agressie", department: bzk, due: due), by: scene.esra)

            let rows = try await comparison(scene).overview.rows

            #expect(
                rows.map(\.title) == ["Onderzoek agressie", "ladder", "loket", "model"],
                "a letter without a day was not announced")
            #expect(rows[0].kind == .letter && rows[0].words == "voor de kerst")
            #expect(rows[1].place == "Dertigledendebat over de Personeelsenquête Rijk" && rows[1].madeOn == day("2024-09-12"))
        }
    }

    @Test(arguments: Engine.all)
    func `a letter that goes along in another stays until that one is sent`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let due = Due(words: "voor de kerst", day: day("2026-12-18"), reason: "zo gelezen", told: day("2026-11-01"))
            let announced = try await scene.commitments.begin(
                NewLetter("Onderzoek agressie", department: bzk, due: due), by: scene.esra)
            try await send(scene)
            try await scene.commitments.merge(
                announced.id, into: scene.letter.id, reason: "samen", version: announced.version, by: scene.esra)

            let merged = try await comparison(scene)
            #expect(merged.overview.rows.first?.progress == .goesAlong(in: "Aanpak van racisme"))
            #expect(merged.departures.isEmpty)

            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.send()
            let after = try await comparison(scene)
            #expect(after.overview.rows.map(\.title) == ["loket", "ladder"], "the loket is settled in part")
            let endings = Dictionary(uniqueKeysWithValues: after.departures.map { ($0.row.title, $0.ending) })
            #expect(endings["Onderzoek agressie"] == .sentAlong(LetterScene.paper, on: day("2026-11-20")))
            #expect(endings["model"] == .settled(LetterScene.paper, on: day("2026-11-20")))
        }
    }

    @Test(arguments: Engine.all)
    func `what moved since the House got an overview is told with its days`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            #expect(try await comparison(scene).movements.isEmpty, "nothing was sent yet")
            try await send(scene)
            try await scene.commitments.register(CommitmentsHouse.promise("nieuw"), by: scene.esra)
            func move(_ index: Int, to iso: String?, words: String = "") async throws {
                let due = Due(words: words, day: iso.map(day), reason: "zo is het", told: day("2026-11-20"))
                try await scene.commitments.setDue(due, of: scene.entries[index].id, version: 1, by: scene.esra)
            }
            try await move(0, to: "2027-01-15")
            try await move(1, to: "2026-12-24")
            try await move(2, to: nil, words: "later")

            let after = try await comparison(scene)

            let moved = after.overview.rows.map { ($0.title, after.movements[$0.subject]) }
            #expect(moved.map(\.0) == ["loket", "model", "ladder", "nieuw"])
            #expect(
                moved.map(\.1) == [
                    .earlier(than: day("2026-12-31"), days: 7), .later(than: day("2026-12-31"), days: 15),
                    .dayLost(day("2026-12-31")), .new,
                ])
            #expect(after.postponed == 1 && after.withoutDayNow == 1)
            let html = String(decoding: after.document(department: "BZK").html(), as: UTF8.self)
            #expect(html.contains("komt er 1 later dan toen was gezegd, en heeft er 1 geen dag meer."))
        }
    }

    @Test func `of what keeps its day it is told whether its standing or its words changed`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, esra, paper) = (scene.commitments, scene.esra, LetterScene.paper)
            func say(_ words: String, version: Int) async throws {
                let due = Due(words: words, day: nil, reason: "zo gezegd", told: day("2026-11-20"))
                try await commitments.setDue(due, of: scene.entries[1].id, version: version, by: esra)
            }
            try await say("later", version: 1)
            try await send(scene)
            try await commitments.setStanding(
                StandingChange(.settledInPart, on: day("2026-11-20"), letter: paper), of: scene.entries[0].id, version: 1,
                by: esra)
            try await say("voor het reces", version: 2)

            let after = try await comparison(scene)

            func movement(_ index: Int) -> PlanningMovement? { after.movements[.entry(scene.entries[index].id)] }
            #expect(movement(0) == .otherProgress && movement(1) == .reworded && movement(2) == .unchanged)
        }
    }

    @Test(arguments: Engine.all)
    func `a sent overview is read again as it was, whatever happens later`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let before = try await comparison(scene).overview
            try await send(scene)
            try await scene.commitments.setStanding(
                StandingChange(.lapsed, on: day("2026-11-21"), facts: "ander kabinet"), of: scene.entries[0].id, version: 1,
                by: scene.esra)

            let sent = [try #require(try await scene.commitments.sentOverview(1, of: bzk, to: .tweedeKamer, for: scene.esra))]
            let listed = try await scene.commitments.sentOverviews(of: bzk, to: .tweedeKamer, for: scene.esra)
            #expect(listed.map(\.sentOn) == [day("2026-11-20")] && listed.map(\.rows) == [before.rows.count])

            #expect(sent.map(\.number) == [1] && sent[0].overview.rows == before.rows)
            #expect(try await scene.commitments.lastSentOverviews() == sent)
            #expect(try await comparison(scene).departures.map(\.ending) == [.ended(.lapsed, on: day("2026-11-21"))])
            let noted = try await house.base.database.read { db in
                try db.query("SELECT action FROM audit_entry WHERE action = 'register.overview-sent'").count
            }
            #expect(noted == 1)
        }
    }

    @Test func `what is sent is what was seen, by the coordinator, and not before the last one`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let seen = PlanningFingerprint(try await comparison(scene))
            func send(_ seen: PlanningFingerprint, on iso: String, by officer: RegisterOfficer) async throws {
                try await scene.commitments.send(seen, of: bzk, to: .tweedeKamer, on: day(iso), by: officer)
            }
            await #expect(throws: PlanningRefusal.notYours) { try await send(seen, on: "2026-11-20", by: scene.esra) }
            await #expect(throws: PlanningRefusal.sentInTheFuture(day("2027-01-01"))) {
                try await send(seen, on: "2027-01-01", by: scene.thijs)
            }
            await #expect(throws: PlanningRefusal.notFound) {
                try await send(seen, on: "2026-11-20", by: house.officer(.pieter))
            }
            await #expect(throws: PlanningRefusal.nothingInIt) {
                try await scene.commitments.send(seen, of: bzk, to: .eersteKamer, on: day("2026-11-20"), by: scene.thijs)
            }
            try await scene.commitments.register(CommitmentsHouse.promise("nieuw"), by: scene.esra)
            await #expect(throws: PlanningRefusal.changedMeanwhile) { try await send(seen, on: "2026-11-20", by: scene.thijs) }
            let now = PlanningFingerprint(try await comparison(scene))
            try await send(now, on: "2026-11-20", by: scene.thijs)
            await #expect(throws: PlanningRefusal.changedMeanwhile, "the same is not recorded twice") {
                try await send(now, on: "2026-11-20", by: scene.thijs)
            }
            let next = PlanningFingerprint(try await comparison(scene))
            await #expect(throws: PlanningRefusal.beforeTheLast(day("2026-11-20"))) {
                try await send(next, on: "2026-11-19", by: scene.thijs)
            }
        }
    }
}
