import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

struct ReaderPlanTests {
    static func withCast(_ body: (CompartmentsHouse, Roster) async throws -> Void) async throws {
        try await Engine.sqlite.withCompartments { house in try await body(house, house.base.access.roster()) }
    }

    func plan(
        _ house: CompartmentsHouse, _ roster: Roster, about organisation: String, involved: [CastMember] = [],
        aboutDirector: Bool = false
    ) async throws -> ReaderPlan {
        var officers: Set<Officer.ID> = []
        for member in involved { officers.insert(try await house.base.officer(member).id) }
        return try ReaderPlan(
            about: Organisation.ID(organisation)!, involved: officers, aboutDirector: aboutDirector, on: house.base.clock.today,
            roster: roster)
    }

    @Test(.law("Wbk 2(2)(d)"))
    func `a report is read where it happened, by the officers appointed there`() async throws {
        try await Self.withCast { house, roster in
            let plan = try await plan(house, roster, about: "bzk")

            #expect(plan.organisation.code == "bzk" && plan.route == .own)
            #expect(Set(plan.readers.map(\.officer.name)) == ["Vera Mulder", "Omar Haddad", "Lotte de Wit"])
            #expect(plan.pairs.count == 3)
        }
    }

    @Test func `an agency without two keyholders sends its reports up the tree`() async throws {
        try await Self.withCast { house, roster in
            let plan = try await plan(house, roster, about: "rvb")

            #expect(plan.organisation.code == "bzk" && plan.route == .upTheTree)
        }
    }

    @Test(.law("Awb 9:7(1)"))
    func `who is involved is left out, and below two readers another organisation reads`() async throws {
        try await Self.withCast { house, roster in
            let one = try await plan(house, roster, about: "bzk", involved: [.vera])
            let two = try await plan(house, roster, about: "bzk", involved: [.vera, .omar])

            #expect(one.organisation.code == "bzk")
            #expect(Set(one.readers.map(\.officer.name)) == ["Omar Haddad", "Lotte de Wit"])
            #expect(two.organisation.code == "jenv" && two.route == .tooFewLeft)
            #expect(Set(two.readers.map(\.officer.name)) == ["Joris Bakker", "Amina Yilmaz"])
        }
    }

    @Test func `without an officer who may know who reports, another organisation reads`() async throws {
        try await Self.withCast { house, roster in
            let sara = CastMember(userName: "sara", name: "Sara", organisation: "bzk", role: .reportHandler)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            let plan = try await plan(house, house.base.access.roster(), about: "bzk", involved: [.vera, .omar])

            #expect(plan.organisation.code == "jenv")
        }
    }

    @Test func `a report about a director goes to the appointed readers of another organisation`() async throws {
        try await Self.withCast { house, roster in
            let ministry = try await plan(house, roster, about: "bzk", aboutDirector: true)
            let agency = try await plan(house, roster, about: "logius", aboutDirector: true)

            #expect(ministry.organisation.code == "jenv" && ministry.route == .aboutDirector)
            #expect(agency.organisation.code == "jenv")
        }
    }

    @Test func `no recovery pair holds someone who is involved`() async throws {
        try await Self.withCast { house, roster in
            let plan = try await plan(house, roster, about: "bzk", involved: [.ruth])

            #expect(plan.pairs.count == 1)
            #expect(plan.pairs.allSatisfy { $0.first.officer.name != "Ruth Visser" && $0.second.officer.name != "Ruth Visser" })
            #expect(plan.pairSlots == 3)
        }
    }

    @Test func `where nobody can read it, there is no plan`() async throws {
        try await Self.withCast { house, roster in
            await #expect(throws: PlanRefusal.noReaders) {
                try await plan(house, roster, about: "bzk", involved: [.vera, .omar, .joris, .amina])
            }
            await #expect(throws: PlanRefusal.unknownOrganisation) { try await plan(house, roster, about: "vro") }
        }
    }

    @Test func `the number of wraps does not tell whether someone is left out`() async throws {
        try await Self.withCast { house, roster in
            for involved in [[], [CastMember.vera], [.ruth], [.vera, .ruth]] {
                let plan = try await plan(house, roster, about: "bzk", involved: involved)
                let new = house.compartments.prepare(
                    subject: "c", plan: plan, mailbox: ReadingKeyPair(from: .system).publicKey)
                for epoch in new.epochs {
                    #expect(epoch.wraps.count { !$0.isPair } == 8)
                    #expect(epoch.wraps.count(where: \.isPair) == 3)
                    #expect(Set(epoch.wraps.filter { !$0.isPair }.map(\.wrap.count)) == [Sealer.wrapSize])
                    #expect(Set(epoch.wraps.filter(\.isPair).map(\.wrap.count)).count == 1)
                }
                #expect(new.readerTags.count == 8)
                #expect(new.excluded.count == 8 * KeyedTag.size)
            }
        }
    }
}
