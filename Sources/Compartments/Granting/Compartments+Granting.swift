import Access
import AuditLog
import Database
import Kernel
import Sealing

extension Compartments {
    /// The readers who wait for keys that this officer holds, at the organisations where they read. A reader waits while they
    /// lack a key that their role reads and that this officer holds. The wraps are looked at where the rows of the readers do not
    /// settle it: where someone is excluded, and for who came to read more than before.
    ///
    /// - Parameter subject: the only subject to look at; nil for all.
    /// - Parameter limit: at most so many for each reader.
    /// - Parameter reach: at most so many subjects are looked at for each reader.
    package func pendingGrants(
        for ring: KeyRing, in subject: String? = nil, limit: Int = 100, reach: Int = 100_000
    ) async throws -> [PendingGrant] {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        let own = roster.effective(on: today).filter { $0.officer == ring.officer && $0.role.readsReports }
        let rolesAt = Dictionary(grouping: own, by: \.organisation).mapValues { $0.map(\.role) }
        return try await database.read { db in
            try rolesAt.sorted { $0.key < $1.key }.flatMap { organisation, roles in
                try roster.keyholders(of: organisation, on: today) { other in
                    other.readsReports && roles.contains { $0.covers(other) }
                }.filter { $0.officer.id != ring.officer }
                    .flatMap { reader in
                        let search = WaitingSearch(
                            giver: ring.publicKeys, reader: reader, at: organisation, in: subject, limit: limit, reach: reach,
                            roster: roster)
                        return try db.subjectsWaiting(search, tags) {
                            $0.excludedWithSubstitutes(roster, tags, on: today).isDisjoint(with: [
                                reader.officer.id, ring.officer,
                            ])
                        }.map {
                            PendingGrant(
                                subject: $0.id, organisation: $0.organisation, reader: reader,
                                since: roster.confirmedSince[reader.appointment.id] ?? today)
                        }
                    }
            }
        }
    }

    /// Wraps the keys of a subject to a reader who waits for them, after the check that they are not excluded.
    package func prepareGrant(of subject: String, to reader: Officer.ID, by ring: KeyRing) async throws -> PreparedGrant {
        guard let waiting = try await pendingGrants(for: ring, in: subject).first(where: { $0.reader.officer.id == reader })
        else { throw GrantRefusal.notPossible }
        let keys = try await keys(of: subject, for: .officer(ring), Set(Compartment.allCases))
        return try await prepareGrant(of: keys, to: waiting.reader)
    }

    /// Wraps keys that are at hand to a reader. Whether they may have them was checked before.
    private func prepareGrant(of keys: CompartmentKeys, to reader: Keyholder) async throws -> PreparedGrant {
        let (roster, subject) = (try await access.roster(), keys.subject)
        guard let row = try await database.read({ try $0.subject(subject) }) else { throw GrantRefusal.notPossible }
        let wraps = keys.epochs.compactMap { epoch -> (epoch: Epoch, row: KeyWrapRow, known: Set<[UInt8]>)? in
            guard let key = keys.keys[epoch.id], epoch.compartment.isRead(by: reader.appointment.role) else { return nil }
            return (epoch, wrapRow(of: key, in: epoch, for: reader.keys), knownTags(in: epoch, roster: roster))
        }
        return PreparedGrant(
            subject: subject, reader: reader, keys: keys, wraps: wraps,
            readerTag: tags.reader(reader.officer.id, keyVersion: reader.keys.version).bytes,
            decoyTags: (0..<row.readerSlots).map { tags.decoyReader(row.organisation, $0).bytes }, rosterVersion: roster.version,
            seenEpochs: keys.epochs.map(\.id))
    }

    /// The tags in an epoch that belong to someone: the others are decoys.
    private func knownTags(in epoch: Epoch, roster: Roster) -> Set<[UInt8]> {
        let officers = roster.keys.values.flatMap { keys in
            (1...keys.version).map { tags.wrap(epoch.id, keys.officer, keyVersion: $0).bytes }
        }
        return Set(officers + [tags.mailboxWrap(epoch.id).bytes])
    }
}

extension SQLConnection {
    /// Stores a grant.
    ///
    /// - Throws: `RosterChanged` or `KeysChanged` where something changed meanwhile, `GrantRefusal.alreadyReads`.
    package func store(_ grant: PreparedGrant) throws {
        guard try rosterVersion() == grant.rosterVersion else { throw RosterChanged() }
        guard try Set(epochs(of: grant.subject).map(\.id)) == Set(grant.seenEpochs) else { throw KeysChanged() }
        guard try first("SELECT tag FROM subject_reader WHERE subject = $1 LIMIT 1", grant.subject) != nil else {
            throw GrantRefusal.notPossible
        }
        var isNew = false
        if try first("SELECT tag FROM subject_reader WHERE tag = $1 AND subject = $2", grant.readerTag, grant.subject) == nil {
            isNew = true
            // Beside the others, before a decoy of them goes.
            try execute(
                """
                INSERT INTO subject_reader (tag, subject, is_open, mark, sort)
                SELECT $1, subject, is_open, mark, sort FROM subject_reader WHERE subject = $2 LIMIT 1
                """, grant.readerTag, grant.subject)
            _ = try grant.decoyTags.first {
                try execute("DELETE FROM subject_reader WHERE tag = $1 AND subject = $2", $0, grant.subject) > 0
            }
        }
        for (epoch, row, known) in grant.wraps
        where try first(
            "SELECT tag FROM key_wrap WHERE epoch = $1 AND tag = $2", epoch.id, row.tag) == nil
        {
            isNew = true
            try addWrap(row, in: epoch.id, known: known)
        }
        guard isNew else { throw GrantRefusal.alreadyReads }
    }
}

extension OfficerRole {
    /// Whether whoever has this role can hand on all that the other role reads.
    fileprivate func covers(_ other: OfficerRole) -> Bool { readsIdentity || !other.readsIdentity }
}
