import Access
import Kernel

/// An officer who works on the register, with what that officer may see and change in it. There is no other way to the register.
package struct RegisterOfficer: Sendable, Equatable {
    package let officer: Officer
    /// Departments whose entries are the officer's to read.
    package let reads: Set<Organisation.ID>
    /// Departments in which the officer adds entries and changes their own.
    package let writes: Set<Organisation.ID>
    /// Departments of which the officer changes every entry.
    package let coordinates: Set<Organisation.ID>
    /// Departments of whose minister the officer records decisions.
    package let decides: Set<Organisation.ID>

    /// - Returns: nil for who has no such role.
    init?(_ officer: Officer, appointments: [Appointment]) {
        let own = appointments.filter { $0.officer == officer.id }
        func departments(where fits: (OfficerRole) -> Bool) -> Set<Organisation.ID> {
            Set(own.filter { fits($0.role) }.map(\.organisation))
        }
        self.officer = officer
        reads = departments { $0.worksOnRegister }
        writes = departments { $0.keepsRegister }
        coordinates = departments { $0 == .commitmentsCoordinator }
        decides = departments { $0 == .ministersOffice }
        guard !reads.isEmpty else { return nil }
    }

    package func mayRead(_ entry: RegisterEntry) -> Bool { reads.contains(entry.facts.department) }

    package func mayChange(_ entry: RegisterEntry) -> Bool {
        coordinates.contains(entry.facts.department)
            || writes.contains(entry.facts.department) && entry.owner == officer.id
    }

    /// Whether the officer writes a letter, while it is one that can be written.
    package func mayChange(_ letter: Letter) -> Bool {
        coordinates.contains(letter.department) || writes.contains(letter.department) && letter.owner == officer.id
    }

    /// Whether the officer says who owns an entry.
    package func mayAssign(_ entry: RegisterEntry) -> Bool { coordinates.contains(entry.facts.department) }

    /// How the audit calls the officer.
    package var function: String {
        coordinates.isEmpty
            ? (writes.isEmpty ? OfficerRole.ministersOffice : OfficerRole.policyOfficer).rawValue
            : OfficerRole.commitmentsCoordinator.rawValue
    }
}

extension Commitments {
    /// - Returns: nil for who has no role in the register today.
    package func registerOfficer(_ officer: Officer) async throws -> RegisterOfficer? {
        RegisterOfficer(officer, appointments: try await access.roster().effective(on: today))
    }

    /// Who may own an entry of a department today, by name.
    package func possibleOwners(at department: Organisation.ID) async throws -> [Officer] {
        let (roster, keepers) = (try await access.roster(), try await keepers())
        let owners = Set(keepers.filter { $0.organisation == department }.map(\.officer))
        return owners.compactMap { roster.officers[$0] }.sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }
    }

    /// The appointments in force today of whoever may own an entry.
    func keepers() async throws -> [Appointment] {
        try await access.roster().effective(on: today).filter(\.role.keepsRegister)
    }
}
