import Kernel
import Sealing

/// How long a session lasts.
package enum SessionLimits {
    /// Without a sign of life.
    package static let idle = Duration.seconds(30 * 60)
    /// In all.
    package static let absolute = Duration.seconds(10 * 3600)
}

/// An officer who is signed in.
package struct OfficerSession: Sendable {
    package let token: SessionToken
    package let officer: Officer
    /// Names the session to its owner.
    package let publicID: String
    package let started: Instant
    package let seen: Instant
    let sealedKeys: Sealed<KeyRingDocument>?

    package var holdsKeys: Bool { sealedKeys != nil }
}

/// A session as its owner sees it.
package struct SessionSummary: Sendable, Equatable {
    package let publicID: String
    package let started: Instant
    package let seen: Instant
    package let isThisOne: Bool
}
