import Database
import Kernel
import Sealing
import TestSupport

@testable import Access
@testable import Compartments

/// What people do with the keys of a case, and what happens to them.
extension KeyLifeTests.Case {
    /// The names of those who wait for keys of this case that an officer holds.
    func waiting(byKeysOf giver: CastMember) async throws -> [String] {
        try await house.compartments.pendingGrants(for: house.base.keyRing(of: giver)).filter { $0.subject == subject }
            .map(\.reader.officer.name)
    }

    func grant(to reader: CastMember, byKeysOf giver: CastMember) async throws {
        let grant = try await house.compartments.prepareGrant(
            of: subject, to: house.base.officer(reader).id, by: house.base.keyRing(of: giver))
        try await house.base.database.write { try $0.store(grant) }
    }

    /// The names of those who read the case.
    func readers() async throws -> [String] {
        try await house.compartments.readers(
            of: subject, at: Organisation.ID("bzk")!, roster: house.base.access.roster()
        ).map(\.officer.name).sorted()
    }

    /// Takes the wraps of these readers out of the database, and leaves their rows.
    func loseWraps(of members: [CastMember]) async throws {
        let (compartments, subject) = (house.compartments, subject)
        for member in members {
            let officer = try await house.base.officer(member).id
            try await house.base.database.write { db in
                for epoch in try db.epochs(of: subject) {
                    let tag = compartments.tags.wrap(epoch.id, officer, keyVersion: 1)
                    try db.execute("DELETE FROM key_wrap WHERE epoch = $1 AND tag = $2", epoch.id, tag.bytes)
                }
            }
        }
    }
}

extension CompartmentsHouse {
    /// Someone who comes to work at BZK, confirmed by Vera.
    func hire(_ member: CastMember) async throws {
        try await base.join(member)
        try await confirm(member)
    }

    /// Someone of BZK who gets a role besides the one they have, confirmed by Vera.
    func appoint(_ member: CastMember) async throws {
        _ = try await base.access.appoint(
            base.officer(member), as: member.role, at: Organisation.ID(member.organisation)!, in: Period(from: base.clock.today))
        try await confirm(member)
    }

    /// Yesterday was the last day of an organisation.
    func dissolve(_ organisation: String) async throws {
        let day = base.clock.today - 1
        try await base.database.write { db in
            try db.execute("UPDATE organisation SET until_day = $2 WHERE id = $1", organisation, day)
            try db.execute("UPDATE installation SET roster_version = roster_version + 1 WHERE id = 1")
        }
    }

    /// Someone of BZK is confirmed before two administrators, as its first keyholder.
    func confirmFirst(_ member: CastMember) async throws {
        let proven = [try await base.signIn(.anna).identity, try await base.signIn(.bram).identity]
        let officer = try await base.officer(member).id
        for waiting in try await base.access.waitingForConfirmation(at: Organisation.ID(member.organisation)!)
        where waiting.officer.id == officer {
            try await base.access.confirmFirst(waiting.appointment.id, before: proven)
        }
    }

    func confirm(_ member: CastMember) async throws {
        let officer = try await base.officer(member).id
        for waiting in try await base.access.waitingForConfirmation(at: Organisation.ID(member.organisation)!)
        where waiting.officer.id == officer {
            try await base.access.confirm(waiting.appointment.id, by: base.keyRing(of: .vera))
        }
    }
}
