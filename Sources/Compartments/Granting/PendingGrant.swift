import Access
import Kernel

/// A reader who should have the keys of a case and does not yet: it waits for a session of someone who holds them.
package struct PendingGrant: Sendable, Equatable {
    package let subject: String
    package let organisation: Organisation.ID
    package let reader: Keyholder
    /// Since when the reader's appointment is confirmed.
    package let since: Day
}

/// Why keys are not handed on.
package enum GrantRefusal: Refusal {
    /// The giver does not hold them, or the receiver may not.
    case notPossible
    case alreadyReads
}

/// A grant that was prepared and only needs to be stored.
package struct PreparedGrant: Sendable {
    package let subject: String
    package let reader: Keyholder
    /// The keys that are handed on.
    package let keys: CompartmentKeys
    let wraps: [(epoch: Epoch, row: KeyWrapRow, known: Set<[UInt8]>)]
    let readerTag: [UInt8]
    let decoyTags: [[UInt8]]
    let rosterVersion: Int
    let seenEpochs: [Epoch.ID]
}
