/// What an officer is appointed to do at an organisation.
package enum OfficerRole: String, CaseIterable, Sendable, Codable {
    /// Keeps organisations and officers. Holds no key and reads no case.
    case administrator
    /// The independent officer of Wbk 2(2)(d): receives reports, sees to follow-up, and may read who reports.
    case integrityCoordinator
    /// Handles reports without seeing who reports.
    case reportHandler
    /// Gets a case back, always with a second recovery officer, when no reader is left.
    case recoveryOfficer
    /// Keeps their own part of what a department owes Parliament. Reads no case.
    case policyOfficer
    /// Keeps all of what a department owes Parliament. Reads no case.
    case commitmentsCoordinator
    /// Reads what goes to Parliament for the minister, and records what the minister decides. Reads no case.
    case ministersOffice
    /// Answers for a department what another asks it about a letter to Parliament. Sees what it is asked, and reads no case.
    case alignmentPartner

    /// Whether the role takes effect only when a keyholder confirms it.
    package var carriesKeys: Bool {
        switch self {
        case .integrityCoordinator, .reportHandler, .recoveryOfficer: true
        case .administrator, .policyOfficer, .commitmentsCoordinator, .ministersOffice, .alignmentPartner: false
        }
    }

    package var readsReports: Bool { self == .integrityCoordinator || self == .reportHandler }

    /// Whether one officer may have both roles: who keeps the organisations holds no keys, and the other way round.
    package func goesWith(_ other: OfficerRole) -> Bool {
        !(self == .administrator && other.carriesKeys || other == .administrator && carriesKeys)
    }

    /// Whether the role reads what a department owes Parliament.
    package var worksOnRegister: Bool { self == .ministersOffice || keepsRegister }

    /// Whether the role adds to what a department owes Parliament, and owns parts of it.
    package var keepsRegister: Bool { self == .policyOfficer || self == .commitmentsCoordinator }

    /// Wbk 1a(3), 2(2)(d): who reports is known to the independent officers only.
    package var readsIdentity: Bool { self == .integrityCoordinator }

    package var confirmsKeyholders: Bool { self == .integrityCoordinator || self == .recoveryOfficer }
}
