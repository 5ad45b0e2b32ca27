import Access
import AuditLog
import Database
import Kernel
import Sealing

/// An exclusion that was prepared and only needs to be stored.
package struct PreparedExclusion: Sendable {
    package let subject: String
    /// Who loses their keys now.
    package let lost: [Keyholder]
    /// Who is not excluded and loses their keys all the same, because it is handled elsewhere from now on.
    package let left: [Keyholder]
    /// Who gets keys that they did not have, because the readers who are left cannot handle it.
    package let added: [Keyholder]
    /// Where it is handled from now on, and why.
    package let plan: ReaderPlan
    package let rosterVersion: Int
    /// The keys after the exclusion, where someone with keys excluded; without them what is old waits for such a session.
    package let keys: CompartmentKeys?
    let epochs: [NewEpoch]
    let rewrapped: [SealedItem]
    let excluded: [UInt8]
    let removed: [(epoch: Epoch, tag: KeyedTag, decoy: KeyWrapRow)]
    let readerTags: [KeyedTag]
    let seenEpochs: [Epoch.ID]
    let seenItems: Set<SealedItem.ID>
}

extension Compartments {
    /// Excludes officers, and everyone who stands in for them, from a subject: a new epoch for every compartment, the old wraps
    /// gone. Who reads it goes on reading what they read, and who waits for keys goes on waiting. Where fewer than two readers
    /// are left, someone with keys moves it to the appointed readers of another organisation; without keys it stays.
    ///
    /// - Parameters:
    ///   - holder: someone whose keys are at hand, who wraps what is old anew; nil where there is no such session.
    ///   - avoided: the organisations to which the subject must not move, as its content says; nil where that is not known, so
    ///     that it stays.
    package func prepareExclusion(
        of officers: Set<Officer.ID>, from subject: String, holder: KeyHolder?,
        avoiding avoided: (CompartmentKeys) async throws -> Set<Organisation.ID>? = { _ in [] }
    ) async throws -> PreparedExclusion {
        guard let holder else { return try await prepareExclusion(of: officers, from: subject, keys: nil, .keepingReaders(nil)) }
        let keys = try await keys(of: subject, for: holder, Set(Compartment.allCases))
        return try await prepareExclusion(of: officers, from: subject, keys: keys, .keepingReaders(try await avoided(keys)))
    }

    /// - Parameter old: the keys that are at hand; nil for none.
    func prepareExclusion(
        of officers: Set<Officer.ID>, from subject: String, keys old: CompartmentKeys?, _ course: ReaderCourse
    ) async throws -> PreparedExclusion {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        guard
            let (row, wraps, items, pairHolders) = try await database.read({ db in
                try db.subject(subject).map {
                    (
                        row: $0, wraps: try db.wraps(of: subject, tags), items: try db.sealedItems(of: subject),
                        pairHolders: try db.pairHolders(of: subject, among: roster.recoveryKeys, tags)
                    )
                }
            })
        else { throw KeyRefusal.notAReader }
        let epochs = wraps.epochs
        if let old, old.epochs != epochs { throw KeysChanged() }
        let known = row.excluded(among: roster.officers.keys, tags)
        let excluded = roster.closure(of: known.union(officers), on: today)
        let plan = ReaderPlan(
            for: row, at: course, readBy: wraps, excluded: excluded, on: today, roster: roster, canMove: old != nil)
        let readers = roster.keyholders(of: row.organisation, on: today) { $0.readsReports }.filter { wraps.isListed($0.keys) }
        let recovery = roster.allRecoveryOfficers(on: today).filter { pairHolders.contains($0.officer.id) }
        let lost = (readers + recovery).filter { excluded.contains($0.officer.id) && !known.contains($0.officer.id) }
        let staying = Set(plan.readers.map(\.officer.id)).union(excluded)
        let new = newEpochs(after: wraps, of: row, plan: plan, restoring: course.restoresKeys)
        let keys = old.map { old in
            CompartmentKeys(
                subject: subject, epochs: old.epochs + new.map(\.epoch),
                keys: old.keys.merging(new.map { ($0.epoch.id, $0.key) }) { $1 }, sealer: sealer)
        }
        return PreparedExclusion(
            subject: subject, lost: lost, left: readers.filter { wraps.isRead(by: $0.keys) && !staying.contains($0.officer.id) },
            added: wraps.gaining(plan, movedFrom: row.organisation, restoring: course.restoresKeys), plan: plan,
            rosterVersion: roster.version, keys: keys, epochs: new,
            rewrapped: try keys.map { try rewrap(items.values, with: $0) } ?? [],
            excluded: excludedTags(excluded, in: subject, keeping: row.excluded),
            removed: removals(of: excluded, from: epochs, roster: roster), readerTags: readerTags(of: plan),
            seenEpochs: epochs.map(\.id), seenItems: Set(items.keys))
    }

    /// New epochs, each for those of the plan's readers who get its key.
    private func newEpochs(
        after wraps: SubjectWraps, of row: SealedSubject, plan: ReaderPlan, restoring: Bool
    ) -> [NewEpoch] {
        wraps.renewed.map { kind in
            let number = wraps.epochs.filter { $0.compartment == kind }.map(\.number).max() ?? 0
            let receivers = wraps.receivers(of: kind, plan, movedFrom: row.organisation, restoring: restoring)
            return newEpoch(number + 1, of: kind, for: row.id, mailbox: row.mailboxKey, plan: plan.keeping(receivers.contains))
        }
    }

    /// The readers who began to stand in for someone excluded after the case came in: their keys go as well, those too that they
    /// had before they enrolled anew.
    package func exclusionsDue() async throws -> [(subject: String, officers: Set<Officer.ID>)] {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        let substitutes = Set(
            roster.appointments.filter { $0.substituteFor != nil && $0.period.contains(today) }.map(\.officer))
        let readers = substitutes.compactMap { roster.keys[$0] }.flatMap(\.names)
        return try await database.read { db in
            var due: [String: Set<Officer.ID>] = [:]
            for keys in readers {
                let tag = tags.reader(keys.officer, keyVersion: keys.version)
                for row in try db.query(
                    "SELECT s.* FROM subject_reader r JOIN sealed_subject s ON s.id = r.subject WHERE r.tag = $1", tag.bytes)
                {
                    let subject = try SealedSubject(row: row)
                    guard subject.excludedWithSubstitutes(roster, tags, on: today).contains(keys.officer) else { continue }
                    due[subject.id, default: []].insert(keys.officer)
                }
            }
            for (subject, officers) in try db.pairsDue(substitutes, roster, tags, on: today) {
                due[subject, default: []].formUnion(officers)
            }
            return due.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }

    /// The items under the new keys, as far as their old keys are at hand.
    private func rewrap(_ items: some Sequence<SealedItem>, with keys: CompartmentKeys) throws -> [SealedItem] {
        try items.compactMap { item in
            guard keys.keys[item.epoch] != nil, item.compartment != .originals else { return nil }
            return try keys.newItem(in: item.compartment, id: item.id, key: keys.key(of: item)).item
        }
    }

    /// Every wrap that any of these officers may have, in any version of their keys, alone or in a pair.
    private func removals(
        of officers: Set<Officer.ID>, from epochs: [Epoch], roster: Roster
    ) -> [(epoch: Epoch, tag: KeyedTag, decoy: KeyWrapRow)] {
        let recovery = roster.recoveryKeys
        return epochs.flatMap { epoch in
            officers.compactMap { roster.keys[$0] }.flatMap { keys in
                let own = keys.names.map { tags.wrap(epoch.id, keys.officer, keyVersion: $0.version) }
                let pairs = recovery.contains(keys) ? tags.pairs(of: keys, with: recovery, in: epoch.id) : []
                return own.map { (epoch, $0, decoy(in: epoch, isPair: false)) }
                    + pairs.map { (epoch, $0, decoy(in: epoch, isPair: true)) }
            }
        }
    }
}

extension SQLConnection {
    /// The subjects with a recovery pair of an officer who stands in for someone excluded. No index leads there: a recovery
    /// officer is not among the readers, so every subject is looked at.
    fileprivate func pairsDue(
        _ substitutes: Set<Officer.ID>, _ roster: Roster, _ tags: SubjectTags, on day: Day
    ) throws -> [String: Set<Officer.ID>] {
        let recovery = roster.recoveryKeys
        let standing = substitutes.intersection(recovery.map(\.officer))
        var (due, after) = ([String: Set<Officer.ID>](), "")
        while !standing.isEmpty {
            let page = try query("SELECT * FROM sealed_subject WHERE id > $1 ORDER BY id LIMIT 1000", after).map(
                SealedSubject.init)
            for subject in page {
                let excluded = subject.excludedWithSubstitutes(roster, tags, on: day).intersection(standing)
                guard !excluded.isEmpty else { continue }
                let holders = try pairHolders(of: subject.id, among: recovery, tags).intersection(excluded)
                if !holders.isEmpty { due[subject.id] = holders }
            }
            guard let last = page.last, page.count == 1000 else { break }
            after = last.id
        }
        return due
    }

    /// Stores an exclusion.
    ///
    /// - Throws: `RosterChanged` or `KeysChanged` where something changed meanwhile: prepare it again.
    package func store(_ exclusion: PreparedExclusion, at place: ListPlace, on day: Day) throws {
        guard try rosterVersion() == exclusion.rosterVersion else { throw RosterChanged() }
        let subject = exclusion.subject
        guard try Set(epochs(of: subject).map(\.id)) == Set(exclusion.seenEpochs) else { throw KeysChanged() }
        guard try exclusion.keys == nil || Set(sealedItems(of: subject).keys) == exclusion.seenItems else { throw KeysChanged() }
        try execute(
            "UPDATE sealed_subject SET organisation = $2, excluded = $3, reader_slots = $4, pair_slots = $5 WHERE id = $1",
            subject,
            exclusion.plan.organisation, exclusion.excluded, exclusion.plan.readerSlots, exclusion.plan.pairSlots)
        for removal in exclusion.removed {
            try replaceWrap(in: removal.epoch.id, tag: removal.tag, by: removal.decoy)
            try execute("DELETE FROM recovery_step WHERE epoch = $1 AND tag = $2", removal.epoch.id, removal.tag.bytes)
        }
        for epoch in exclusion.epochs { try insert(epoch, on: day) }
        for item in exclusion.rewrapped {
            try execute("UPDATE sealed_item SET epoch = $2, wrapped_key = $3 WHERE id = $1", item.id, item.epoch, item.wrappedKey)
        }
        try dropUnusedEpochs(of: subject, among: exclusion.seenEpochs)
        try execute("DELETE FROM subject_reader WHERE subject = $1", subject)
        for tag in exclusion.readerTags { try insertReader(tag, of: subject, at: place) }
    }

    /// An old epoch under which nothing lies any more goes, with its wraps.
    func dropUnusedEpochs(of subject: String, among ids: [Epoch.ID]) throws {
        let used = Set(
            try query("SELECT DISTINCT epoch FROM sealed_item WHERE subject = $1", subject).map {
                try $0.get("epoch", as: Epoch.ID.self)
            })
        for id in ids where !used.contains(id) { try execute("DELETE FROM compartment_epoch WHERE id = $1", id) }
    }
}
