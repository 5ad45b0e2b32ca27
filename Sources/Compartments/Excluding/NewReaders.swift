import Access
import Kernel

/// Who of a plan gets which of the new keys.
extension SubjectWraps {
    /// The compartments that get a new key with an exclusion or a recovery.
    var renewed: [Compartment] {
        Set(epochs.map(\.compartment)).union([.list]).subtracting([.originals]).sorted { $0.rawValue < $1.rawValue }
    }

    /// Whoever holds the key of a compartment gets its new one; whoever waits for it goes on waiting. Who did not read the subject
    /// gets all that their role reads, and so do all where it moves. Where keys are restored, what no reader holds goes to all.
    func receivers(
        of kind: Compartment, _ plan: ReaderPlan, movedFrom organisation: Organisation.ID, restoring: Bool
    ) -> [Keyholder] {
        let readers = plan.readers.filter { kind.isRead(by: $0.appointment.role) }
        let all = plan.organisation != organisation || (restoring && !readers.contains { holds(kind, $0) })
        return readers.filter { all || !isRead(by: $0.keys) || holds(kind, $0) }
    }

    /// The readers who get a key that they did not have.
    func gaining(_ plan: ReaderPlan, movedFrom organisation: Organisation.ID, restoring: Bool) -> [Keyholder] {
        plan.readers.filter { reader in
            renewed.contains { kind in
                !holds(kind, reader)
                    && receivers(of: kind, plan, movedFrom: organisation, restoring: restoring).contains(reader)
            }
        }
    }

    /// Whether a reader holds the newest key of a compartment. One of the lists that is not there yet goes with the content.
    private func holds(_ kind: Compartment, _ reader: Keyholder) -> Bool {
        let isThere = epochs.contains { $0.compartment == kind }
        return isRead(by: reader.keys) && holdsNewest(of: isThere ? kind : .content, reader.keys)
    }
}
