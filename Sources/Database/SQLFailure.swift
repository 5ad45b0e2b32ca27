/// Why the database did not do what was asked. It never holds a value of a row: those may be personal data.
package struct SQLFailure: Error, CustomStringConvertible, Sendable {
    package enum Kind: String, Sendable {
        case uniqueViolation, foreignKeyViolation, notNullViolation, checkViolation
        /// Another writer held the lock for too long.
        case busy
        case serialization
        case connection
        /// No room on the disk, or no way to write to it.
        case storage
        /// A statement took longer than the time limit.
        case tooSlow
        /// More work waits than the limit allows, or it waited for too long.
        case overloaded
        case readOnly
        case wrongColumn
        case other
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { "SQLFailure(\(kind)): \(message)" }
}
