/// Who did something, as the audit and the history of a term name them.
package enum Party: Hashable, Sendable, Codable {
    /// The person who reports. Nothing more is kept.
    case reporter
    /// An officer in one of their functions.
    case officer(id: String, function: String)
    /// Two administrators together, on the server.
    case administrators([String])
    /// The program itself: a job, a start, a migration.
    case system
}
