import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// What the job that holds no key may take away, and what it must leave.
struct KeylessExclusionTests {
    typealias Case = KeyLifeTests.Case

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `without keys at hand a case stays with the one reader who is left, whole`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            let exclusion = try await report.exclude([.lotte], holder: nil)
            let (vera, lotte) = (try await report.ring(.vera), try await report.ring(.lotte))
            let opens = [
                try await report.opens(report.content, vera), try await report.opens(report.identity, vera),
                try await report.opens(report.content, lotte),
            ]
            let keys = try await house.compartments.keys(of: report.subject, for: vera, Set(Compartment.allCases))
            let (there, readers) = (
                try await house.compartments.role(of: house.base.keyRing(of: .joris), in: report.subject),
                try await report.readers()
            )
            let stranded = try await house.compartments.stranded(for: house.base.keyRing(of: .ruth))

            #expect(exclusion.plan.organisation.code == "bzk" && exclusion.lost.map(\.officer.name) == ["Lotte de Wit"])
            #expect(opens == [true, true, false] && readers == ["Vera Mulder"])
            #expect(keys.canWrite(.content) && keys.canWrite(.identity) && keys.canWrite(.list))
            #expect(there == nil && stranded.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `without keys at hand who waits goes on waiting`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            try await house.hire(WaitingReaderTests.sara)
            _ = try await report.exclude([.omar], holder: nil)
            let waiting = try await report.waiting(byKeysOf: .vera)
            let keys = try? await house.compartments.keys(
                of: report.subject, for: report.ring(WaitingReaderTests.sara), [.content])

            #expect(waiting == ["Sara Vos"] && keys == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `an item that came in while an exclusion was prepared is not left under the old keys`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let keys = try await house.compartments.keys(of: report.subject, for: report.ring(.vera), [.content])
            let exclusion = try await house.compartments.prepareExclusion(
                of: [house.base.officer(.omar).id], from: report.subject, holder: .mailbox(report.mailbox))
            let (item, _) = try keys.newItem(in: .content)
            let today = house.base.clock.today
            try await house.base.database.write { try $0.insertCurrent(item) }

            await #expect(throws: KeysChanged.self) {
                try await house.base.database.write { try $0.store(exclusion, at: .inTests, on: today) }
            }
        }
    }
}
