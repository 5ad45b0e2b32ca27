import Kernel
import Sealing

/// The keys of a subject's compartments, in the hands of someone who may have them. It has no description.
package struct CompartmentKeys: Sendable {
    package let subject: String
    let epochs: [Epoch]
    let keys: [Epoch.ID: EpochKey]
    let sealer: Sealer

    /// Whether the newest key of a compartment is among them.
    package func canWrite(_ compartment: Compartment) -> Bool { newest(of: compartment) != nil }

    /// The key of an item.
    ///
    /// - Throws: `KeyRefusal.notAReader` where the key of its epoch is not among these.
    package func key(of item: SealedItem) throws -> ItemKey {
        guard item.subject == subject,
            let epoch = epochs.first(where: { $0.id == item.epoch && $0.compartment == item.compartment }),
            let key = keys[epoch.id]
        else { throw KeyRefusal.notAReader }
        return try ItemKey(bytes: sealer.open(item.wrappedKey, with: key, at: epoch.keyPlace(of: item.id)))
    }

    /// A new item under the newest key of its compartment.
    package func newItem(in compartment: Compartment, id: SealedItem.ID? = nil, key: ItemKey? = nil) throws -> (
        item: SealedItem, key: ItemKey
    ) {
        guard let (epoch, epochKey) = newest(of: compartment) else { throw KeyRefusal.notAReader }
        let (id, key) = (id ?? Identifier(from: sealer.entropy), key ?? ItemKey(from: sealer.entropy))
        let wrapped = sealer.seal(key.bytes, with: epochKey, at: epoch.keyPlace(of: id))
        return (SealedItem(id: id, subject: subject, compartment: compartment, epoch: epoch.id, wrappedKey: wrapped), key)
    }

    func newest(of compartment: Compartment) -> (Epoch, EpochKey)? {
        guard let epoch = epochs.filter({ $0.compartment == compartment }).max(by: { $0.number < $1.number }),
            let key = keys[epoch.id]
        else { return nil }
        return (epoch, key)
    }
}

/// Why keys are not handed out. It does not tell whether the subject exists.
package enum KeyRefusal: Refusal {
    case notAReader
}
