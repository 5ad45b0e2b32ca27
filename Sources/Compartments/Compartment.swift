import Access

/// A part of a case with keys of its own.
package enum Compartment: String, CaseIterable, Sendable, Codable {
    /// What was reported, the messages, the files.
    case content
    /// Who reports (Wbk 1a(3)): only the independent officers of Wbk 2(2)(d).
    case identity
    /// Files as the reporter sent them, with what they tell besides their contents: the reporter alone.
    case originals
    /// Kind, ground and outcome of a case with an exclusion: its readers alone.
    case list

    /// Whether an officer in a role may hold the keys.
    package func isRead(by role: OfficerRole) -> Bool {
        switch self {
        case .content, .list: role.readsReports
        case .identity: role.readsIdentity
        case .originals: false
        }
    }

    /// The compartments that every case has from its first moment.
    static let atIntake: [Compartment] = [.content, .identity, .originals]
}
