import Sealing

/// A session that a code opened: of a mailbox, or of a draft that is taken up again.
package struct EnteredSession: Sendable {
    package let token: SessionToken
    package let isDraft: Bool
}

extension ReportingDesk {
    /// Opens what a code belongs to.
    ///
    /// - Throws: `CodeRefusal`.
    package func enterOrResume(_ typed: String, unlocking token: SessionToken?) async throws -> EnteredSession {
        do {
            return EnteredSession(token: try await enter(typed, unlocking: token), isDraft: false)
        } catch CodeRefusal.opensNothing {
            return EnteredSession(token: try await resume(typed), isDraft: true)
        }
    }
}
