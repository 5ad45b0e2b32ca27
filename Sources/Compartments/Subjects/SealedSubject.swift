import Access
import Database
import Kernel
import Sealing

/// A case or other subject with compartments, as the rows know it.
struct SealedSubject: Sendable {
    let id: String
    let organisation: Organisation.ID
    let readerSlots: Int
    let pairSlots: Int
    let mailboxKey: ReadingPublicKey
    /// Tags of those who are excluded, filled up with random ones to a multiple of eight.
    let excluded: [KeyedTag]

    init(row: Row) throws {
        id = try row.get("id")
        organisation = try row.get("organisation")
        readerSlots = try row.get("reader_slots")
        pairSlots = try row.get("pair_slots")
        mailboxKey = try ReadingPublicKey(bytes: row.get("mailbox_key"))
        excluded = Self.tags(in: try row.get("excluded"))
    }

    static func tags(in bytes: [UInt8]) -> [KeyedTag] {
        stride(from: 0, to: bytes.count, by: KeyedTag.size).compactMap { start in
            KeyedTag(bytes: Array(bytes[start..<min(start + KeyedTag.size, bytes.count)]))
        }
    }

    /// Which of these officers are excluded, by their tags.
    func excluded(among officers: some Sequence<Officer.ID>, _ tags: SubjectTags) -> Set<Officer.ID> {
        let known = Set(excluded)
        return Set(officers.filter { known.contains(tags.excluded(id, $0)) })
    }

    /// Who is excluded, and everyone who stands in for them on a day.
    func excludedWithSubstitutes(_ roster: Roster, _ tags: SubjectTags, on day: Day) -> Set<Officer.ID> {
        roster.closure(of: excluded(among: roster.officers.keys, tags), on: day)
    }
}

/// A subject with its first keys, not yet stored.
package struct NewSubject: Sendable {
    package let id: String
    package let plan: ReaderPlan
    /// The keys of its compartments, to seal its first items.
    package let keys: CompartmentKeys
    let mailbox: ReadingPublicKey
    let epochs: [NewEpoch]
    let readerTags: [KeyedTag]
    let excluded: [UInt8]
}

extension Compartments {
    /// Makes the keys of a new subject.
    package func prepare(subject id: String, plan: ReaderPlan, mailbox: ReadingPublicKey) -> NewSubject {
        var kinds = Compartment.atIntake
        if !plan.excluded.isEmpty { kinds.append(.list) }
        let epochs = kinds.map { newEpoch(1, of: $0, for: id, mailbox: mailbox, plan: plan) }
        return NewSubject(
            id: id, plan: plan,
            keys: CompartmentKeys(
                subject: id, epochs: epochs.map(\.epoch),
                keys: Dictionary(uniqueKeysWithValues: epochs.map { ($0.epoch.id, $0.key) }),
                sealer: sealer),
            mailbox: mailbox, epochs: epochs, readerTags: readerTags(of: plan), excluded: excludedTags(plan.excluded, in: id))
    }

    /// The tags of the readers, among decoys that are seen in many cases of the organisation.
    func readerTags(of plan: ReaderPlan) -> [KeyedTag] {
        let real = plan.readers.map { tags.reader($0.officer.id, keyVersion: $0.keys.version) }
        var decoys = (0..<plan.readerSlots).map { tags.decoyReader(plan.organisation, $0) }
        while decoys.count > max(0, plan.readerSlots - real.count) {
            decoys.remove(at: sealer.entropy.number(below: decoys.count))
        }
        return real + decoys
    }

    /// The tags of those excluded, filled up with random ones, in random order.
    func excludedTags(_ officers: Set<Officer.ID>, in subject: String, keeping known: [KeyedTag] = []) -> [UInt8] {
        var all = known.map(\.bytes)
        for officer in officers {
            let tag = tags.excluded(subject, officer).bytes
            guard !all.contains(tag) else { continue }
            all.append(tag)
        }
        while all.isEmpty || all.count % 8 != 0 { all.append(sealer.entropy.bytes(KeyedTag.size)) }
        for index in all.indices.dropLast() { all.swapAt(index, index + sealer.entropy.number(below: all.count - index)) }
        return all.flatMap(\.self)
    }
}

extension SQLConnection {
    /// Stores a new subject. The plan must have been made of the roster as it stands.
    ///
    /// - Throws: `RosterChanged` where it changed meanwhile: plan again.
    package func insert(_ new: NewSubject, rosterVersion: Int, at place: ListPlace, on day: Day) throws {
        guard try self.rosterVersion() == rosterVersion else { throw RosterChanged() }
        try execute(
            """
            INSERT INTO sealed_subject (id, organisation, reader_slots, pair_slots, mailbox_key, excluded) VALUES ($1, $2, $3, $4, $5, $6)
            """, new.id, new.plan.organisation, new.plan.readerSlots, new.plan.pairSlots, new.mailbox.bytes, new.excluded)
        for tag in new.readerTags { try insertReader(tag, of: new.id, at: place) }
        for epoch in new.epochs { try insert(epoch, on: day) }
    }

    func insertReader(_ tag: KeyedTag, of subject: String, at place: ListPlace) throws {
        try execute(
            """
            INSERT INTO subject_reader (tag, subject, is_open, mark, sort) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (tag, subject) DO NOTHING
            """, tag.bytes, subject, place.isOpen, place.mark, place.sort)
    }

    /// Moves a subject to another place in the lists of its readers.
    package func sortSubject(_ subject: String, to place: ListPlace) throws {
        try execute(
            "UPDATE subject_reader SET is_open = $2, mark = $3, sort = $4 WHERE subject = $1", subject, place.isOpen, place.mark,
            place.sort)
    }

    func subject(_ id: String) throws -> SealedSubject? {
        try first("SELECT * FROM sealed_subject WHERE id = $1", id).map(SealedSubject.init)
    }
}

/// Organisations, officers or keys changed between the plan and its execution.
package struct RosterChanged: Error {
    package init() {}
}
