import Commitments
import Database
import Foundation
import Kernel
import TestSupport
import Testing

/// What could not be compared, until someone says what it is.
struct LinkingTests {
    private static func sample(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Samples/\(name)")))
    }

    @Test(arguments: Engine.all)
    func `an item of the House gives its number to the entry that it is, and the two are compared`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let entry = try await register.register(CommitmentsHouse.promise("Het model"), by: esra)
            _ = try await register.importHouseList(.bytes(Self.sample("toezegging-volgens-xsd.xml")))
            let there = try #require(try await register.differences(for: esra).differences.first?.item)
            #expect(try await register.houseLeftovers(for: esra).promises.map(\.id) == [entry.id])
            #expect(there.isSinceTold, "the sample has bijgewerkt")

            let (pieter, sven) = (try await house.officer(.pieter), try await house.officer(.sven))
            await #expect(throws: RegisterRefusal.notFound) { try await register.link(there.id, to: entry.id, by: pieter) }
            await #expect(throws: RegisterRefusal.notYours) { try await register.link(there.id, to: entry.id, by: sven) }
            await #expect(throws: RegisterRefusal.notFound) { try await register.link("nothing", to: entry.id, by: esra) }
            try await register.link(there.id, to: entry.id, by: esra)

            #expect(try await register.entry(entry.id, for: esra).facts.houseNumber?.text == "TZ202409-999")
            #expect(try await register.differences(for: esra).differences == [])
            #expect(try await register.houseLeftovers(for: esra).promises.isEmpty)
            let corrections = try await register.record(of: entry.id, for: esra).corrections
            #expect(corrections.map(\.field) == [.houseNumber] && corrections.map(\.before) == [""])
            await #expect(throws: RegisterRefusal.changedMeanwhile) { try await register.link(there.id, to: entry.id, by: esra) }
        }
    }

    @Test(arguments: Engine.all)
    func `of what names no ministry it is told, and who knows that it is theirs takes it over`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            for name in ["syncfeed-toezegging-live-drift.xml", "toezegging-rijen-testfixtures.json"] {
                _ = try await register.importHouseList(.bytes(Self.sample(name)))
            }
            let unclaimed = try await register.houseLeftovers(for: esra).unclaimed
            let nameless = unclaimed.filter { $0.number.isEmpty }
            #expect(nameless.count == 3 && !nameless.contains(where: \.hasNumber), "those of the feed that name nobody")
            var ours = CommitmentsHouse.promise("Met de hand")
            ours.facts.wording = nameless[0].text
            try await register.register(ours, by: esra)
            #expect(
                try await register.houseLeftovers(for: esra).unclaimed.filter { $0.number.isEmpty }.map(\.id)
                    == nameless.dropFirst().map(\.id), "by its words, for the House gives no day")
            #expect(!unclaimed.contains { $0.function == "Minister van Financiën" }, "a ministry that we know by its function")
            let minister = try #require(unclaimed.first { $0.function == "Minister van Landbouw" })
            let bzk = try #require(Organisation.ID("bzk"))
            await #expect(throws: RegisterRefusal.numberUnreadable) {
                try await register.claim(nameless[1].id, for: bzk, by: esra)
            }
            await #expect(throws: RegisterRefusal.departmentNotYours) {
                try await register.claim(minister.id, for: Organisation.ID("ienw")!, by: esra)
            }

            let taken = try await register.claim(minister.id, for: bzk, by: esra)

            #expect(try await register.entry(taken, for: esra).facts.houseNumber?.text == "TZ202412-116")
            #expect(try await !register.houseLeftovers(for: esra).unclaimed.contains { $0.id == minister.id })
            #expect(try await register.differences(for: esra).compared == 2, "they are compared from now on")
            let other = try await house.officer(.pieter)
            #expect(
                try await !register.houseLeftovers(for: other).unclaimed.contains { $0.id == minister.id }, "it is known whose")
            await #expect(throws: RegisterRefusal.notFound) { try await register.claim(minister.id, for: bzk, by: esra) }
        }
    }

    @Test(arguments: Engine.all)
    func `motions that name a mover and share a word are offered for one without a number, and linked`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            func motion(_ title: String, by movers: [String]) async throws -> RegisterEntry {
                var new = CommitmentsHouse.promise(title)
                (new.facts.kind, new.movers, new.facts.wording) = (.motion, movers, title)
                return try await register.register(new, by: esra)
            }
            let known = try await motion("Informatiedeling over jihadisme in Europa", by: ["Bikker", "Erkens"])
            _ = try await motion("Iets heel anders", by: ["Bikker"])
            _ = try await motion("Informatiedeling", by: ["Jansen"])
            _ = try await register.importHouseList(.bytes(Self.sample("odata-v4-besluit-expand-zaak-stemming.json")))

            let offered = try await register.houseLeftovers(for: esra).motions.map {
                ($0.entry.number, $0.candidates.map(\.number))
            }
            #expect(Dictionary(uniqueKeysWithValues: offered) == [1: ["2025Z22235"], 2: [], 3: []])
            #expect(try await register.differences(for: esra).unnumberedMotions.count == 3)
            let found = try #require(try await register.houseLeftovers(for: esra).motions.first { $0.entry.id == known.id })
            try await register.link(found.candidates[0].id, to: known.id, by: esra)

            #expect(try await register.motionDifferences(for: esra).map(\.motion.step) == [.adopted])
            _ = try await motion("Nog eens informatiedeling", by: ["Erkens"])
            let rest = try await register.houseLeftovers(for: esra).motions
            #expect(rest.allSatisfy { $0.candidates.isEmpty }, "a number that is taken is not offered")
        }
    }
}
