import Kernel
import TestSupport
import Testing

@testable import Access

/// Appointments that end before their time.
struct AppointmentTests {
    @Test(arguments: Engine.all)
    func `an appointment that ends is over at once, and what was confirmed of it and by it stays`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let vera = try await house.access.officer(named: UserName("vera")!)
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .reportHandler)
            try await house.join(sara)
            let waiting = try await house.access.waitingForConfirmation(at: KeyholderTests.bzk)
            try await house.access.confirm(waiting[0].appointment.id, by: house.keyRing(of: .vera))
            let yesterday = house.clock.today - 1
            try await house.access.endAppointment(
                of: vera, as: .integrityCoordinator, at: KeyholderTests.bzk, after: house.clock.today)
            let today = try await KeyholderTests.readers(house)
            house.clock.move(by: .seconds(86_400))
            let tomorrow = try await KeyholderTests.readers(house)
            let omar = try await house.access.officer(named: UserName("omar")!)
            let piet = CastMember(userName: "piet", name: "Piet Post", organisation: "bzk", role: .reportHandler)
            try await house.join(piet)
            let newcomer = try await house.access.waitingForConfirmation(at: KeyholderTests.bzk)
            try await house.access.confirm(newcomer[0].appointment.id, by: house.keyRing(of: .omar))
            try await house.access.endAppointment(
                of: omar, as: .integrityCoordinator, at: KeyholderTests.bzk, after: house.clock.today - 1)
            let atOnce = try await KeyholderTests.readers(house)

            #expect(today == ["Vera Mulder", "Omar Haddad", "Lotte de Wit", "Sara Vos"])
            #expect(
                tomorrow == ["Omar Haddad", "Lotte de Wit", "Sara Vos"] && atOnce == ["Lotte de Wit", "Sara Vos", "Piet Post"])
            await #expect(throws: OfficerRefusal.notAppointed) {
                try await house.access.endAppointment(
                    of: omar, as: .integrityCoordinator, at: KeyholderTests.bzk, after: house.clock.today)
            }
            await #expect(throws: OfficerRefusal.endsInThePast) {
                try await house.access.endAppointment(
                    of: vera, as: .integrityCoordinator, at: KeyholderTests.bzk, after: yesterday)
            }
        }
    }
}
