import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// An overview that was recorded as sent by mistake, twice, or on a day on which it could not be sent.
struct OverviewRecallTests {
    private let bzk = Organisation.ID("bzk")!

    private func send(_ scene: LetterScene, on iso: String) async throws {
        let present = try await scene.commitments.planning(of: bzk, to: .tweedeKamer, for: scene.esra)
        try await scene.commitments.send(
            PlanningFingerprint(present), of: bzk, to: .tweedeKamer, on: day(iso),
            by: scene.thijs)
    }

    private func recall(
        _ scene: LetterScene, _ number: Int, reason: String = "Nog niet verstuurd.", by officer: RegisterOfficer? = nil
    ) async throws {
        let lines = try await scene.commitments.sentOverviews(of: bzk, to: .tweedeKamer, for: scene.esra)
        try await scene.commitments.recallOverview(
            lines.first { $0.number == number }?.id ?? SentOverview.ID(from: .system), of: bzk, to: .tweedeKamer, reason: reason,
            by: officer ?? scene.thijs)
    }

    @Test(arguments: Engine.all)
    func `the last overview is taken back, and the one before is what the House has`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let commitments = scene.commitments
            try await send(scene, on: "2026-11-19")
            let due = Due(words: "", day: day("2027-01-15"), reason: "zo is het", told: day("2026-11-20"))
            try await commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)
            try await send(scene, on: "2026-11-20")
            #expect(try await commitments.published().entries.first { $0.number == 1 }?.term?.day == day("2027-01-15"))
            let version = try await commitments.publishedVersion()

            try await recall(scene, 2)

            let present = try await commitments.planning(of: bzk, to: .tweedeKamer, for: scene.esra)
            #expect(present.last?.number == 1 && present.last?.sentOn == day("2026-11-19"))
            #expect(
                try await commitments.published().entries.first { $0.number == 1 }?.term?.day == day("2026-12-31"),
                "the House knows the day before")
            #expect(try await commitments.publishedVersion() > version, "so that the open data are built anew")
            let recalls = try await commitments.recalledOverviews(of: bzk, to: .tweedeKamer, for: scene.esra)
            #expect(recalls.map(\.reason) == ["Nog niet verstuurd."] && recalls.map(\.sentOn) == [day("2026-11-20")])
            try await send(scene, on: "2026-11-22")
            #expect(try await commitments.sentOverviews(of: bzk, to: .tweedeKamer, for: scene.esra).map(\.number) == [2, 1])
        }
    }

    @Test(arguments: Engine.all)
    func `only the coordinator takes back the last one, and says why`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            await #expect(throws: PlanningRefusal.notTheLast) { try await recall(scene, 1) }
            try await send(scene, on: "2026-11-20")
            await #expect(throws: PlanningRefusal.reasonMissing) { try await recall(scene, 1, reason: "") }
            await #expect(throws: PlanningRefusal.notYours) { try await recall(scene, 1, by: scene.esra) }
            await #expect(throws: PlanningRefusal.notFound) {
                try await recall(scene, 1, by: house.officer(.pieter))
            }
            await #expect(throws: PlanningRefusal.notTheLast) { try await recall(scene, 2) }
            #expect(try await scene.commitments.sentOverviews(of: bzk, to: .tweedeKamer, for: scene.esra).count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `an overview that took the place of the one that was seen is not taken back, nor is one sent after it`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await send(scene, on: "2026-11-20")
            let lines = try await scene.commitments.sentOverviews(of: bzk, to: .tweedeKamer, for: scene.esra)
            let present = try await scene.commitments.planning(of: bzk, to: .tweedeKamer, for: scene.esra)
            try await recall(scene, 1)
            try await send(scene, on: "2026-11-21")
            await #expect(throws: PlanningRefusal.notTheLast) {
                try await scene.commitments.recallOverview(
                    lines[0].id, of: bzk, to: .tweedeKamer, reason: "x", by: scene.thijs)
            }
            await #expect(throws: PlanningRefusal.changedMeanwhile, "it was seen beside another one") {
                try await scene.commitments.send(
                    PlanningFingerprint(present), of: bzk, to: .tweedeKamer, on: day("2026-11-22"), by: scene.thijs)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `one overview is not recorded twice on a day, nor on a day before what it holds`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let due = Due(words: "", day: day("2027-01-15"), reason: "zo is het", told: day("2026-11-20"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)
            await #expect(throws: PlanningRefusal.beforeWhatItHolds(day("2026-11-20"))) {
                try await send(scene, on: "2026-11-19")
            }
            try await send(scene, on: "2026-11-20")
            await #expect(throws: PlanningRefusal.sentAlready(day("2026-11-20"))) { try await send(scene, on: "2026-11-20") }
            let lapsed = StandingChange(.lapsed, on: day("2026-11-21"), facts: "ander kabinet")
            try await scene.commitments.setStanding(lapsed, of: scene.entries[1].id, version: 1, by: scene.esra)
            await #expect(throws: PlanningRefusal.beforeWhatItHolds(day("2026-11-21"))) {
                try await send(scene, on: "2026-11-20")
            }
            try await send(scene, on: "2026-11-21")
            try await send(scene, on: "2026-11-22")
            #expect(
                try await scene.commitments.sentOverviews(of: bzk, to: .tweedeKamer, for: scene.esra).count == 3,
                "the same again on another day is what a House gets every month")
        }
    }
}
