import Access
import Commitments
import Foundation
import Kernel
import TestSupport
import Testing

struct MotionDifferenceTests {
    private static let namespace = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
    private static let matter = "00000000-0000-4000-8000-0000000000a1"

    /// A page of the feed with a motion and what was decided on it, each decision with its moment.
    private static func page(_ decisions: [(kind: String, at: String, status: String)]) -> [UInt8] {
        let texts = decisions.enumerated().map { index, decision in
            """
            <besluit xmlns="\(namespace)" xmlns:tk="\(namespace)" id="00000000-0000-4000-8000-0000000000b\(index)"
              tk:bijgewerkt="\(decision.at)" tk:verwijderd="false"><besluitSoort>\(decision.kind)</besluitSoort>
              <status>\(decision.status)</status><zaak ref="\(matter)"/></besluit>
            """
        }
        return Array(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><content>
            <zaak xmlns="\(namespace)" id="\(matter)"><nummer>2024Z14001</nummer><soort>Motie</soort></zaak>
            \(texts.joined(separator: "\n"))</content></entry></feed>
            """.utf8)
    }

    private func motion(_ house: CommitmentsHouse, by officer: RegisterOfficer) async throws -> RegisterEntry {
        var new = CommitmentsHouse.promise("Veilige werkomgeving")
        new.facts.kind = .motion
        new.facts.houseNumber = try HouseNumber("2024Z14001")
        new.movers = ["Bamenga"]
        return try await house.commitments.register(new, by: officer)
    }

    @Test(arguments: Engine.all)
    func `what the House decided last is laid beside ours, and one click takes it over`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, commitments) = (try await house.officer(.esra), house.commitments)
            let entry = try await motion(house, by: esra)
            let page = Self.page([
                ("Stemmen - aangehouden", "2024-09-17T10:00:00+02:00", "Besluit"),
                ("Stemmen - aangenomen", "2024-09-24T10:00:00+02:00", "Besluit"),
                ("Stemmen - verworpen", "2024-10-01T10:00:00+02:00", "Voorstel"),
                ("Stemmen - uitstellen", "2024-10-02T10:00:00+02:00", "Besluit"),
            ])
            _ = try await commitments.importHouseList(.bytes(page))

            let found = try await commitments.motionDifferences(for: esra)
            #expect(found.map(\.motion.decision) == ["Stemmen - aangenomen"], "a proposal and a vote put off decide nothing")
            #expect(try await commitments.motionDifferences(for: house.officer(.pieter)).isEmpty)
            try await commitments.takeOverMotion(Self.matter, on: nil, by: esra)
            #expect(try await commitments.motionDifferences(for: esra).isEmpty)
            let taken = try await commitments.entry(entry.id, for: esra)
            #expect(taken.motion?.step == .adopted && taken.isOwed)
            _ = try await commitments.importHouseList(.bytes(page))
            #expect(try await commitments.motionDifferences(for: esra).isEmpty, "a second run changes nothing")
        }
    }

    @Test func `an explanation holds until the House decides again`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, commitments) = (try await house.officer(.esra), house.commitments)
            _ = try await motion(house, by: esra)
            let held = ("Stemmen - aangehouden", "2024-09-17T10:00:00+02:00", "Besluit")
            _ = try await commitments.importHouseList(.bytes(Self.page([held])))
            await #expect(throws: RegisterRefusal.targetMissing) {
                try await commitments.explainMotion(Self.matter, reason: "", by: esra)
            }
            try await commitments.explainMotion(Self.matter, reason: "Het lid heeft gebeld.", by: esra)
            #expect(try await commitments.motionDifferences(for: esra).first?.explanation?.reason == "Het lid heeft gebeld.")
            try await commitments.takeBackMotionExplanation("Het lid heeft gebeld.", of: Self.matter, by: esra)
            #expect(try await commitments.motionDifferences(for: esra).map(\.explanation) == [nil])
            try await commitments.explainMotion(Self.matter, reason: "Het lid heeft gebeld.", by: esra)

            _ = try await commitments.importHouseList(
                .bytes(Self.page([held, ("Stemmen - verworpen", "2024-09-24T10:00:00+02:00", "Besluit")])))

            let again = try await commitments.motionDifferences(for: esra)
            #expect(again.map(\.motion.step) == [.rejected] && again[0].explanation == nil)
        }
    }

    @Test func `a step that our history does not allow is refused, and nothing changes`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, commitments) = (try await house.officer(.esra), house.commitments)
            let entry = try await motion(house, by: esra)
            try await commitments.take(.rejected, on: day("2024-09-24"), of: entry.id, version: 1, by: esra)
            _ = try await commitments.importHouseList(
                .bytes(Self.page([("Stemmen - aangenomen", "2024-09-24T10:00:00+02:00", "Besluit")])))

            await #expect(throws: MotionRefusal.hasEnded(.rejected, on: day("2024-09-24"))) {
                try await commitments.takeOverMotion(Self.matter, on: nil, by: esra)
            }
            await #expect(throws: RegisterRefusal.notFound) { try await commitments.takeOverMotion("x", on: nil, by: esra) }
        }
    }

    @Test(.law("RvO Tweede Kamer 8.23(2)"))
    func `with the day on which a motion was held, the House's step says when it lapses`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, commitments) = (try await house.officer(.esra), house.commitments)
            let entry = try await motion(house, by: esra)
            _ = try await commitments.importHouseList(
                .bytes(Self.page([("Stemmen - aangehouden", "2024-09-30T10:00:00+02:00", "Besluit")])))

            try await commitments.takeOverMotion(Self.matter, on: day("2024-09-24"), by: esra)

            let taken = try await commitments.entry(entry.id, for: esra)
            #expect(taken.motion?.events.last == Motion.Event(.held, on: day("2024-09-24")))
            #expect(taken.motion?.lapsesFrom == day("2024-12-17"), "twelve weeks")
        }
    }

    @Test func `what ends a motion is the last decision, also where an earlier one was edited after it`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, commitments) = (try await house.officer(.esra), house.commitments)
            _ = try await motion(house, by: esra)
            _ = try await commitments.importHouseList(
                .bytes(
                    Self.page([
                        ("Stemmen - aangehouden", "2025-01-14T10:00:00+01:00", "Besluit"),
                        ("Stemmen - aangenomen", "2024-09-24T10:00:00+02:00", "Besluit"),
                    ])))

            #expect(try await commitments.motionDifferences(for: esra).map(\.motion.step) == [.adopted])
        }
    }

    @Test(arguments: Engine.all)
    func `a decision that turns out to be about another matter moves the motion no more`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, commitments) = (try await house.officer(.esra), house.commitments)
            _ = try await motion(house, by: esra)
            let page = Self.page([("Stemmen - aangenomen", "2024-09-24T10:00:00+02:00", "Besluit")])
            _ = try await commitments.importHouseList(.bytes(page))
            #expect(try await commitments.motionDifferences(for: esra).count == 1)
            let other = String(decoding: page, as: UTF8.self).replacing(
                #"<zaak ref="\#(Self.matter)"/>"#, with: #"<zaak ref="00000000-0000-4000-8000-0000000000a2"/>"#)

            _ = try await commitments.importHouseList(.bytes(Array(other.utf8)))

            #expect(try await commitments.motionDifferences(for: esra).isEmpty)
        }
    }
}
