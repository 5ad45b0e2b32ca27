import Access
import AuditLog
import Commitments
import Database
import Kernel

extension CastMember {
    package static let esra = CastMember(userName: "esra", name: "Esra Demir", organisation: "bzk", role: .policyOfficer)
    package static let sven = CastMember(userName: "sven", name: "Sven Post", organisation: "bzk", role: .policyOfficer)
    package static let thijs = CastMember(
        userName: "thijs", name: "Thijs Molenaar", organisation: "bzk", role: .commitmentsCoordinator)
    package static let ingrid = CastMember(
        userName: "ingrid", name: "Ingrid van Es", organisation: "bzk", role: .ministersOffice)
    package static let pieter = CastMember(
        userName: "pieter", name: "Pieter Blom", organisation: "ienw", role: .policyOfficer)

    package static let ellen = CastMember(userName: "ellen", name: "Ellen Kuijt", organisation: "ienw", role: .alignmentPartner)

    /// Who keeps what departments owe Parliament.
    package static let keepers = [esra, sven, thijs, ingrid, pieter]
}

/// The register of what departments owe Parliament, with those who keep it.
package struct CommitmentsHouse: Sendable {
    package let base: AccessHouse
    package let commitments: Commitments

    package static let migrations = AuditLog.migrations + Access.migrations + Commitments.migrations

    package func officer(_ member: CastMember) async throws -> RegisterOfficer {
        guard let officer = try await commitments.registerOfficer(try await base.officer(member)) else {
            throw RegisterRefusal.notFound
        }
        return officer
    }

    /// A commitment of the debate of 12 September 2024 on racism in the central government.
    package static func promise(_ title: String = "Twee brieven", department: String = "bzk", due: Due? = nil) -> NewEntry {
        NewEntry(
            RegisterFacts(
                kind: .commitment, title: title, wording: "De Kamer krijgt twee brieven.", verb: .inform,
                madeOn: day("2024-09-12"), setting: .debate, place: "Dertigledendebat over de Personeelsenquête Rijk",
                dossier: Dossier("30950"), department: Organisation.ID(department)!), due: due)
    }
}

extension Engine {
    package func withCommitments(_ body: (CommitmentsHouse) async throws -> Void) async throws {
        try await withDatabase { database in
            let base = AccessHouse(database: database)
            try await base.build(CommitmentsHouse.migrations)
            for member in CastMember.keepers { try await base.appointWithoutKeys(member) }
            try await body(CommitmentsHouse(base: base, commitments: Commitments(access: base.access)))
        }
    }
}

extension AccessHouse {
    /// Adds and appoints someone who does not sign in.
    package func appointWithoutKeys(_ member: CastMember) async throws {
        let officer = try await access.addOfficer(UserName(member.userName)!, name: member.name)
        _ = try await access.appoint(
            officer, as: member.role, at: Organisation.ID(member.organisation)!, in: Period(from: clock.today))
    }
}
