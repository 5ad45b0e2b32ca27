import Access
import AuditLog
import Database
import Kernel
import Sealing

extension Compartments {
    /// Whether an officer may open a subject today: appointed where it is handled, not excluded, and among its readers with the
    /// newest key of its content.
    ///
    /// - Returns: the role in which they may; nil where they may not, or where there is no such subject.
    package func role(of ring: KeyRing, in subject: String) async throws -> OfficerRole? {
        let roster = try await access.roster()
        let (tags, today) = (tags, today)
        return try await database.read { db in
            guard let row = try db.subject(subject), !row.excludedWithSubstitutes(roster, tags, on: today).contains(ring.officer)
            else { return nil }
            let reader = roster.keyholders(of: row.organisation, on: today) { $0.readsReports }.first {
                $0.officer.id == ring.officer
            }
            guard let reader, reader.keys == ring.publicKeys else { return nil }
            return try db.wraps(of: subject, tags).isRead(by: reader.keys) ? reader.appointment.role : nil
        }
    }

    /// Whether a holder has the key of the epoch under which an item lies.
    package func holds(_ holder: KeyHolder, keyOf item: SealedItem) async throws -> Bool {
        let tag = holder.tag(in: item.epoch, tags)
        return try await database.read { db in try db.wrap(in: item.epoch, tag: tag) != nil }
    }

    /// The keys of a subject for a holder, who may open the compartments of the opening that was recorded.
    ///
    /// - Parameter compartments: those that were opened; other keys are not unwrapped.
    package func keys(
        for holder: KeyHolder, opened: RecordedOpening, _ compartments: Set<Compartment>
    ) async throws -> CompartmentKeys {
        try await keys(of: opened.subject, for: holder, compartments)
    }

    /// The keys of a subject for a holder, to hand them on or to wrap them anew. Nothing of the subject is read with them.
    func keys(of subject: String, for holder: KeyHolder, _ compartments: Set<Compartment>) async throws -> CompartmentKeys {
        let tags = tags
        let found = try await database.read { db in
            try db.epochs(of: subject).filter { compartments.contains($0.compartment) }.map { epoch in
                (epoch, try db.wrap(in: epoch.id, tag: holder.tag(in: epoch.id, tags)))
            }
        }
        var keys: [Epoch.ID: EpochKey] = [:]
        for case (let epoch, let wrap?) in found {
            keys[epoch.id] = try sealer.unwrap(wrap, with: holder.pair, at: epoch.wrapPlace)
        }
        guard !keys.isEmpty else { throw KeyRefusal.notAReader }
        return CompartmentKeys(subject: subject, epochs: found.map(\.0), keys: keys, sealer: sealer)
    }

    /// The keys of the lists compartments of many subjects, for a page of a list.
    package func listKeys(of subjects: [String], for ring: KeyRing) async throws -> [String: CompartmentKeys] {
        var all: [String: CompartmentKeys] = [:]
        for subject in subjects {
            guard let keys = try? await keys(of: subject, for: .officer(ring), [.list]) else { continue }
            all[subject] = keys
        }
        return all
    }
}

extension SQLConnection {
    /// Stores an item that was sealed under an epoch, where that is still the newest of its compartment.
    ///
    /// - Throws: `KeysChanged` where a new epoch has begun: take the keys again.
    package func insertCurrent(_ item: SealedItem) throws {
        let newest = try first(
            "SELECT id FROM compartment_epoch WHERE subject = $1 AND compartment = $2 ORDER BY number DESC LIMIT 1", item.subject,
            item.compartment.rawValue)
        guard try newest?.get("id", as: Epoch.ID.self) == item.epoch else { throw KeysChanged() }
        try insert(item)
    }
}

/// The keys of a subject changed between taking them and using them.
package struct KeysChanged: Error {
    package init() {}
}
