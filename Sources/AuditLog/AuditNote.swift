import Kernel

/// What a command did, for the audit: plain are the action, the function of who did it, and the subject. The day is added.
package struct AuditNote: Sendable {
    package let action: AuditAction
    /// The function of who did it, such as "integrityCoordinator" or "reporter".
    package let party: String
    package let origin: AuditOrigin
    /// The case or other subject, where there is one.
    package let subject: String?
    /// What more there is to say, sealed; made when the number of the entry is known, so that it can be bound to it.
    let detail: (@Sendable (_ number: Int) throws -> [UInt8]?)?

    package init(
        _ action: AuditAction, by party: String, at origin: AuditOrigin, subject: String? = nil,
        detail: (@Sendable (_ number: Int) throws -> [UInt8]?)? = nil
    ) {
        self.action = action
        self.party = party
        self.origin = origin
        self.subject = subject
        self.detail = detail
    }
}

/// What was done. Each capability adds its own.
package struct AuditAction: Hashable, Sendable {
    package let code: String

    package init(_ code: String) {
        self.code = code
    }
}

/// Where a command came in. The reporter's door has no address, no device and no time.
package enum AuditOrigin: String, Sendable, CaseIterable {
    case reporterDoor = "reporter-door"
    case officerDoor = "officer-door"
    case commandLine = "command-line"
    case job
}

/// The result of a command and what the audit says of it.
package struct Audited<Value: Sendable>: Sendable {
    package let value: Value
    package let notes: [AuditNote]

    package init(_ value: Value, _ notes: [AuditNote]) {
        self.value = value
        self.notes = notes
    }

    package init(_ value: Value, _ note: AuditNote) {
        self.init(value, [note])
    }
}
