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

    /// Whether the role takes effect only when a keyholder confirms it.
    package var carriesKeys: Bool { self != .administrator }

    package var readsReports: Bool {
        switch self {
        case .integrityCoordinator, .reportHandler: true
        case .administrator, .recoveryOfficer: false
        }
    }

    /// Wbk 1a(3), 2(2)(d): who reports is known to the independent officers only.
    package var readsIdentity: Bool { self == .integrityCoordinator }

    package var confirmsKeyholders: Bool { self == .integrityCoordinator || self == .recoveryOfficer }
}
