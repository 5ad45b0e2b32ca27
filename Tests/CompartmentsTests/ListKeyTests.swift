import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

struct ListKeyTests {
    struct Fields: SealedDocument, Equatable {
        static let form = "fields"
        let kind: String
    }

    static let bzk = Organisation.ID("bzk")!

    @Test(arguments: Engine.all)
    func `what comes in is opened by the readers of the organisation, and by no one else`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let inbox = try await house.compartments.listInbox(of: Self.bzk)
            let fields = try house.compartments.seal(Fields(kind: "bullying"), of: "c1", to: inbox)
            let vera = try await house.compartments.listKeys(of: Self.bzk, for: house.base.keyRing(of: .vera))
            let lotte = try await house.compartments.listKeys(of: Self.bzk, for: house.base.keyRing(of: .lotte))
            let joris = try await house.compartments.listKeys(of: Self.bzk, for: house.base.keyRing(of: .joris))
            let resealed = try vera.seal(Fields(kind: "bullying"), of: "c1")

            #expect(try vera.open(fields, of: "c1", as: Fields.self) == Fields(kind: "bullying"))
            #expect(try lotte.open(resealed, of: "c1", as: Fields.self) == Fields(kind: "bullying"))
            #expect(resealed.form == .list && resealed.bytes.count < fields.bytes.count)
            #expect(throws: SealFailure.notGenuine) { try vera.open(fields, of: "c2", as: Fields.self) }
            #expect(throws: KeyRefusal.notAReader) { try joris.open(fields, of: "c1", as: Fields.self) }
        }
    }

    @Test(arguments: Engine.all)
    func `a reader who comes later gets the list key from a colleague's session`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let inbox = try await house.compartments.listInbox(of: Self.bzk)
            let fields = try house.compartments.seal(Fields(kind: "bullying"), of: "c1", to: inbox)
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .reportHandler)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Self.bzk)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            let before = try await house.compartments.listKeys(of: Self.bzk, for: house.base.keyRing(of: sara))
            _ = try await house.compartments.listKeys(of: Self.bzk, for: house.base.keyRing(of: .vera))
            let after = try await house.compartments.listKeys(of: Self.bzk, for: house.base.keyRing(of: sara))

            #expect(throws: KeyRefusal.notAReader) { try before.open(fields, of: "c1", as: Fields.self) }
            #expect(try after.open(fields, of: "c1", as: Fields.self) == Fields(kind: "bullying"))
        }
    }
}
