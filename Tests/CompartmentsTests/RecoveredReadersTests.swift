import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// To whom a case comes back, and when it waits.
struct RecoveredReadersTests {
    typealias Case = KeyLifeTests.Case

    @Test(.law("Wbk 2(2)(d)"), arguments: Engine.all)
    func `who reports comes back where those who could know it enrolled anew, and who reads on goes on reading`(engine: Engine)
        async throws
    {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let rings = try await house.recoveryRings()
            let before = try await house.compartments.stranded(for: rings[1])
            for member in [CastMember.vera, .omar] { try await house.base.enrol(house.base.officer(member), as: member) }
            try await house.confirmFirst(.vera)
            let lost = try await report.opens(report.identity, report.ring(.vera))
            let stranded = try await house.compartments.stranded(for: rings[1])
            try await report.begin(by: rings[1])
            let recovery = try await report.complete(by: rings[0])
            let opens = [
                try await report.opens(report.identity, report.ring(.vera)),
                try await report.opens(report.content, report.ring(.vera)),
                try await report.opens(report.content, report.ring(.lotte)),
                try await report.opens(report.identity, report.ring(.lotte)),
            ]
            let after = try await house.compartments.stranded(for: rings[1])

            #expect(before.isEmpty && !lost && stranded.map(\.turn) == [.begin])
            #expect(opens == [true, true, true, false] && after.isEmpty)
            #expect(recovery.plan.organisation.code == "bzk" && recovery.added.map(\.officer.name) == ["Vera Mulder"])
        }
    }

    @Test(.law("Wbk 2(2)(d)"), arguments: Engine.all)
    func `who reports comes back to a reader who was appointed to know it`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let rings = try await house.recoveryRings()
            try await house.appoint(
                CastMember(userName: "lotte", name: "Lotte de Wit", organisation: "bzk", role: .integrityCoordinator))
            for member in [CastMember.vera, .omar] { try await house.base.access.leave(house.base.officer(member)) }
            let lotte = try await report.ring(.lotte)
            let (reads, knows) = (try await report.opens(report.content, lotte), try await report.opens(report.identity, lotte))
            try await report.begin(by: rings[1])
            let recovery = try await report.complete(by: rings[0])
            let left = try await rings.asyncMap { try await house.compartments.stranded(for: $0) }

            #expect(reads && !knows && recovery.added.map(\.officer.name) == ["Lotte de Wit"])
            #expect(try await report.opens(report.identity, lotte) && left.allSatisfy(\.isEmpty))
        }
    }

    @Test(arguments: Engine.all)
    func `recovery gives nothing to who waits for a colleague's word, and waits while nobody is confirmed`(engine: Engine)
        async throws
    {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let rings = try await house.recoveryRings()
            let piet = CastMember(userName: "piet", name: "Piet Post", organisation: "bzk", role: .reportHandler)
            try await house.hire(piet)
            for member in [CastMember.vera, .omar] { try await house.base.enrol(house.base.officer(member), as: member) }
            let nobodyKnows = try await house.compartments.stranded(for: rings[1]).map(\.turn)
            try await house.confirmFirst(.vera)
            try await report.begin(by: rings[1])
            let recovery = try await report.complete(by: rings[0])
            for member in [CastMember.lotte, .vera, piet] { try await house.base.enrol(house.base.officer(member), as: member) }
            let nobodyThere = try await house.compartments.stranded(for: rings[1])

            #expect(nobodyKnows.isEmpty && nobodyThere.isEmpty)
            #expect(recovery.plan.readers.map(\.officer.name).sorted() == ["Lotte de Wit", "Vera Mulder"])
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a marking while the others enrol anew moves nothing, and recovery brings the case back once one is confirmed`(
        engine: Engine
    ) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            for member in [CastMember.vera, .omar] { try await house.base.enrol(house.base.officer(member), as: member) }
            let marking = try await report.exclude([.lotte], holder: .mailbox(report.mailbox))
            let rings = try await house.recoveryRings()
            let before = try await house.compartments.stranded(for: rings[1])
            try await house.confirmFirst(.vera)
            try await report.begin(by: rings[1])
            try await report.complete(by: rings[0])

            #expect(marking.plan.organisation.code == "bzk" && marking.plan.readers.isEmpty && before.isEmpty)
            #expect(try await report.readers() == ["Vera Mulder"])
        }
    }

    @Test(arguments: Engine.all)
    func `a case of an organisation that is no more goes to another when nobody is left there`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let rings = try await house.recoveryRings()
            try await house.dissolve("bzk")
            for member in [CastMember.vera, .omar, .lotte] { try await house.base.access.leave(house.base.officer(member)) }
            try await report.begin(by: rings[1])
            let recovery = try await report.complete(by: rings[0])

            #expect(recovery.plan.organisation.code == "jenv")
            #expect(try await report.opens(report.content, report.ring(.joris)))
        }
    }

    @Test(arguments: Engine.all)
    func `when nobody is left who reads a case, recovery brings it to another organisation`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            _ = try await report.exclude([.vera, .omar, .lotte], holder: nil)
            let (readers, rings) = (try await report.readers(), try await house.recoveryRings())
            let turns = try await rings.asyncMap { try await house.compartments.stranded(for: $0).map(\.turn) }
            try await report.begin(by: rings[1])
            let recovery = try await report.complete(by: rings[0])
            let opens = [
                try await report.opens(report.content, report.ring(.joris)),
                try await report.opens(report.identity, report.ring(.joris)),
                try await report.opens(report.content, report.ring(.vera)),
            ]
            let left = try await rings.asyncMap { try await house.compartments.stranded(for: $0) }

            #expect(readers.isEmpty)
            #expect(turns == [[.wait], [.begin], [.begin]])
            #expect(
                recovery.plan.organisation.code == "jenv"
                    && recovery.added.map(\.officer.name).sorted() == ["Amina Yilmaz", "Joris Bakker"])
            #expect(opens == [true, true, false] && left.allSatisfy(\.isEmpty))
        }
    }
}
