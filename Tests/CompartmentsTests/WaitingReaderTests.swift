import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// Who waits for the keys of a case, and goes on waiting until a colleague hands them on.
struct WaitingReaderTests {
    typealias Case = KeyLifeTests.Case

    static let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
    static let pim = CastMember(userName: "pim", name: "Pim Smit", organisation: "bzk", role: .integrityCoordinator)

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `who waits for keys goes on waiting when someone is marked later`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let cases = [try await Case(house, subject: "case-1"), try await Case(house, subject: "case-2")]
            try await house.hire(Self.sara)
            for (report, holder) in [
                (cases[0], KeyHolder.mailbox(cases[0].mailbox)), (cases[1], try await cases[1].ring(.vera)),
            ] {
                let exclusion = try await report.exclude([.omar], holder: holder)
                let (reads, role) = (
                    try await report.opens(report.content, report.ring(Self.sara)),
                    try await house.compartments.role(of: house.base.keyRing(of: Self.sara), in: report.subject)
                )
                let waiting = try await report.waiting(byKeysOf: .vera)

                #expect(Set(exclusion.plan.readers.map(\.officer.name)) == ["Vera Mulder", "Lotte de Wit"])
                #expect(exclusion.added.isEmpty && !reads && role == nil)
                #expect(waiting == ["Sara Vos"])
            }
        }
    }

    @Test(arguments: Engine.all)
    func `who waits is shown once to an officer with two roles, also behind many cases that are not theirs`(engine: Engine)
        async throws
    {
        try await engine.withCompartments { house in
            // The cases that Sara may not read come before the one for which she waits.
            try await house.base.join(Self.sara)
            for number in 1...3 {
                let report = try await Case(house, subject: "case-\(number)")
                _ = try await report.exclude([Self.sara], holder: .mailbox(report.mailbox))
            }
            let report = try await Case(house, subject: "case-4")
            try await house.confirm(Self.sara)
            try await house.appoint(CastMember(userName: "omar", name: "Omar Haddad", organisation: "bzk", role: .reportHandler))
            let omar = try await house.base.keyRing(of: .omar)
            let first = try await house.compartments.pendingGrants(for: omar, limit: 1)

            #expect(first.map(\.subject) == [report.subject] && first.map(\.reader.officer.name) == ["Sara Vos"])
            #expect(try await house.compartments.pendingGrants(for: omar).count == 1)
        }
    }

    @Test(.law("Wbk 1a(3)"), arguments: Engine.all)
    func `who came to read more than before waits for the keys of who reports`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let promoted = CastMember(userName: "lotte", name: "Lotte de Wit", organisation: "bzk", role: .integrityCoordinator)
            try await house.appoint(promoted)
            let lotte = try await report.ring(.lotte)
            let before = try await report.waiting(byKeysOf: .vera)
            _ = try await report.exclude([.omar], holder: .mailbox(report.mailbox))
            let (content, identity) = (
                try await report.opens(report.content, lotte), try await report.opens(report.identity, lotte)
            )
            let excluded = try await report.waiting(byKeysOf: .vera)
            try await report.grant(to: .lotte, byKeysOf: .vera)
            let (granted, after) = (
                try await report.opens(report.identity, lotte), try await report.waiting(byKeysOf: .vera)
            )

            #expect(before == ["Lotte de Wit"] && excluded == ["Lotte de Wit"])
            #expect(content && !identity && granted && after.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a reader without the newest keys does not read, and waits for them`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            let ring = try await house.base.keyRing(of: .lotte)
            try await report.loseWraps(of: [.lotte])
            let role = try await house.compartments.role(of: ring, in: report.subject)
            let readers = try await report.readers()
            let waiting = try await report.waiting(byKeysOf: .vera)
            try await report.grant(to: .lotte, byKeysOf: .vera)
            let (granted, after) = (
                try await house.compartments.role(of: ring, in: report.subject), try await report.waiting(byKeysOf: .vera)
            )

            #expect(role == nil && readers == ["Vera Mulder"] && waiting == ["Lotte de Wit"])
            #expect(granted == .reportHandler && after.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `who holds keys of a case and is not among its readers waits as well`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let ring = try await house.base.keyRing(of: .lotte)
            let tag = house.compartments.readerTag(of: ring).bytes
            try await house.base.database.write { try $0.execute("DELETE FROM subject_reader WHERE tag = $1", tag) }
            let (role, waiting) = (
                try await house.compartments.role(of: ring, in: report.subject), try await report.waiting(byKeysOf: .vera)
            )
            try await report.grant(to: .lotte, byKeysOf: .vera)
            let granted = try await house.compartments.role(of: ring, in: report.subject)

            #expect(role == nil && waiting == ["Lotte de Wit"] && granted == .reportHandler)
        }
    }

    @Test(arguments: Engine.all)
    func `who holds no keys of a case has nobody waiting for them`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            try await house.hire(Self.sara)
            try await report.loseWraps(of: [.vera])
            let waiting = try await report.waiting(byKeysOf: .vera)

            #expect(waiting.isEmpty)
            await #expect(throws: GrantRefusal.notPossible) { try await report.grant(to: Self.sara, byKeysOf: .vera) }
        }
    }

    @Test(arguments: Engine.all)
    func `who is excluded as a substitute hands no keys on, also before the job saw it`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            let noa = CastMember(userName: "noa", name: "Noa Kuipers", organisation: "bzk", role: .reportHandler)
            try await house.hire(noa)
            let before = try await report.waiting(byKeysOf: .lotte)
            _ = try await house.base.access.appoint(
                house.base.officer(.lotte), as: .integrityCoordinator, at: Organisation.ID("bzk")!,
                in: Period(from: house.base.clock.today), substituteFor: house.base.officer(.omar).id)
            let after = try await report.waiting(byKeysOf: .lotte)

            #expect(before == ["Noa Kuipers"] && after.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `when all who read a case are marked, those who waited at the organisation get it, and are named`(engine: Engine)
        async throws
    {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            for member in [Self.sara, Self.pim] { try await house.hire(member) }
            let exclusion = try await report.exclude([.vera, .omar, .lotte], holder: .mailbox(report.mailbox))
            let identity = try await report.opens(report.identity, report.ring(Self.sara))

            #expect(exclusion.plan.organisation.code == "bzk")
            #expect(Set(exclusion.added.map(\.officer.name)) == ["Sara Vos", "Pim Smit"])
            #expect(identity)
        }
    }

    @Test(arguments: Engine.all)
    func `where nobody else is left anywhere, the one who waited gets the case`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            try await house.hire(Self.sara)
            let exclusion = try await report.exclude(
                [.vera, .omar, .lotte, .joris, .amina], holder: .mailbox(report.mailbox))
            let readers = try await report.readers()

            #expect(exclusion.plan.organisation.code == "bzk" && exclusion.added.map(\.officer.name) == ["Sara Vos"])
            #expect(readers == ["Sara Vos"])
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `who is marked while they wait loses nothing, and waits no more`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            try await house.hire(Self.sara)
            let exclusion = try await report.exclude([Self.sara], holder: .mailbox(report.mailbox))
            let waiting = try await report.waiting(byKeysOf: .vera)

            #expect(exclusion.lost.isEmpty && waiting.isEmpty)
        }
    }
}
