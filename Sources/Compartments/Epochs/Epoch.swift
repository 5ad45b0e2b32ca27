import Access
import Database
import Kernel
import Sealing

/// A stretch of time in which a compartment has one key.
package struct Epoch: Sendable, Equatable {
    package typealias ID = Identifier<Epoch>

    package let id: ID
    package let subject: String
    package let compartment: Compartment
    package let number: Int

    init(id: ID, subject: String, compartment: Compartment, number: Int) {
        self.id = id
        self.subject = subject
        self.compartment = compartment
        self.number = number
    }

    init(row: Row) throws {
        self.init(
            id: try row.get("id"), subject: try row.get("subject"), compartment: try row.get("compartment"),
            number: try row.get("number"))
    }

    /// Where a wrap of its key belongs.
    var wrapPlace: SealingPlace {
        SealingPlace(
            table: "key_wrap", column: "wrap", row: id.text, subject: subject, compartment: compartment.rawValue, epoch: number)
    }

    /// Where the wrapped key of an item belongs.
    func keyPlace(of item: SealedItem.ID) -> SealingPlace {
        SealingPlace(
            table: "sealed_item", column: "wrapped_key", row: item.text, subject: subject, compartment: compartment.rawValue,
            epoch: number)
    }
}

/// A new epoch with its key and the wraps of it, not yet stored.
struct NewEpoch: Sendable {
    let epoch: Epoch
    let key: EpochKey
    let wraps: [KeyWrapRow]
}

/// A stored wrap. It does not say whose it is, or whether it is anyone's.
struct KeyWrapRow: Sendable {
    let tag: [UInt8]
    let isPair: Bool
    let wrap: [UInt8]
}

/// Whoever can hold a key: the mailbox, or an officer.
package enum KeyHolder: Sendable {
    case mailbox(ReadingKeyPair)
    case officer(KeyRing)

    var pair: ReadingKeyPair {
        switch self {
        case .mailbox(let pair): pair
        case .officer(let ring): ring.reading
        }
    }

    func tag(in epoch: Epoch.ID, _ tags: SubjectTags) -> KeyedTag {
        switch self {
        case .mailbox: tags.mailboxWrap(epoch)
        case .officer(let ring): tags.wrap(epoch, ring.officer, keyVersion: ring.version)
        }
    }
}

extension Compartments {
    /// Makes an epoch whose key goes to the mailbox, to those readers of the plan whose role reads the compartment, and to the
    /// recovery pairs. Decoys fill what is left.
    func newEpoch(
        _ number: Int, of compartment: Compartment, for subject: String, mailbox: ReadingPublicKey, plan: ReaderPlan
    ) -> NewEpoch {
        let epoch = Epoch(id: Identifier(from: sealer.entropy), subject: subject, compartment: compartment, number: number)
        let (key, place) = (EpochKey(from: sealer.entropy), epoch.wrapPlace)
        var readers = [
            KeyWrapRow(tag: tags.mailboxWrap(epoch.id).bytes, isPair: false, wrap: sealer.wrap(key, to: mailbox, at: place))
        ]
        for reader in plan.readers where compartment.isRead(by: reader.appointment.role) {
            readers.append(wrapRow(of: key, in: epoch, for: reader.keys))
        }
        var pairs: [KeyWrapRow] = []
        if compartment != .originals {
            pairs = plan.pairs.map { pair in
                KeyWrapRow(
                    tag: tags.pair(epoch.id, pair.first.keys.name, pair.second.keys.name).bytes, isPair: true,
                    wrap: sealer.wrap(key, toPair: pair.first.keys.reading, pair.second.keys.reading, at: place))
            }
        }
        while readers.count < plan.readerSlots { readers.append(decoy(in: epoch, isPair: false)) }
        while pairs.count < plan.pairSlots { pairs.append(decoy(in: epoch, isPair: true)) }
        return NewEpoch(epoch: epoch, key: key, wraps: readers + pairs)
    }

    func wrapRow(of key: EpochKey, in epoch: Epoch, for keys: OfficerKeys) -> KeyWrapRow {
        KeyWrapRow(
            tag: tags.wrap(epoch.id, keys.officer, keyVersion: keys.version).bytes, isPair: false,
            wrap: sealer.wrap(key, to: keys.reading, at: epoch.wrapPlace))
    }

    /// A wrap for no one, of the same form as a true one.
    func decoy(in epoch: Epoch, isPair: Bool) -> KeyWrapRow {
        let wrap = sealer.decoyWrap(to: nobody, at: epoch.wrapPlace)
        return KeyWrapRow(
            tag: sealer.entropy.bytes(KeyedTag.size), isPair: isPair,
            wrap: isPair ? sealer.envelope(wrap, to: nobody, at: epoch.wrapPlace) : wrap)
    }
}
