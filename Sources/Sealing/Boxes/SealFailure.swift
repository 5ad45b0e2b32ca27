/// Why something sealed stays closed. It never says what was in it.
package enum SealFailure: Error, Equatable, Sendable {
    /// Not of a form or version that this release reads.
    case unreadableForm
    /// Sealed with a suite that this installation does not accept.
    case suiteNotAccepted(UInt8)
    /// Changed, moved to another place, or sealed with another key.
    case notGenuine
    /// A file that lacks its end.
    case truncated
    /// The key material has the wrong size.
    case wrongSize
    /// The memory that key derivation asks for is not to be had.
    case derivationFailed
}
