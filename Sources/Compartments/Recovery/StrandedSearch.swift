import Access
import Database
import Kernel
import Sealing

/// The subjects of an organisation that may be stranded, as a recovery officer may see them.
struct StrandedSearch: Sendable {
    let organisation: Organisation.ID
    /// The only subject to look at; nil for all.
    let subject: String?
    /// Who asks.
    let officer: OfficerKeys
    /// All recovery officers in force.
    let recovery: [OfficerKeys]
    let roster: Roster
    let day: Day

    static let limit = 500
    fileprivate static let pageSize = 500

    /// Whether it goes to another organisation. Where it does not, what nobody there may read yet waits for who may: those who
    /// would read are then only not confirmed again, or not appointed yet.
    fileprivate func moves(_ excluded: Set<Officer.ID>) -> Bool {
        roster.isShort(of: organisation, without: excluded, on: day) || roster.isLeft(organisation, without: excluded, on: day)
    }

    fileprivate var readers: [Keyholder] { roster.keyholders(of: organisation, on: day) { $0.readsReports } }
}

extension SQLConnection {
    /// The subjects with an epoch of content or identity whose key no present reader holds who may and is not excluded.
    func stranded(_ search: StrandedSearch, _ tags: SubjectTags) throws -> [StrandedSubject] {
        var (found, after) = ([StrandedSubject](), "")
        while found.count < StrandedSearch.limit {
            let page = try candidates(search, tags, after: after)
            let wraps = try wraps(ofAll: page.map(\.id), tags)
            for subject in page {
                let excluded = subject.excludedWithSubstitutes(search.roster, tags, on: search.day)
                guard !excluded.contains(search.officer.officer) else { continue }
                let readers = search.readers.filter { !excluded.contains($0.officer.id) }
                let moves = search.moves(excluded)
                let closed = try wraps[subject.id]!.closed(to: readers).filter { epoch in
                    try (epoch.isNewest || hasItems(epoch.epoch)) && (moves || readers.contains { epoch.epoch.isRead(by: $0) })
                }.map(\.epoch)
                guard !closed.isEmpty, let turn = try turn(search, excluded, in: closed, tags) else { continue }
                found.append(StrandedSubject(subject: subject.id, organisation: search.organisation, turn: turn))
            }
            guard let last = page.last, page.count == StrandedSearch.pageSize else { break }
            after = last.id
        }
        return Array(found.prefix(StrandedSearch.limit))
    }

    /// The subjects without a present reader among their rows who may know who reports and always could, and those with an
    /// exclusion, where the rows do not settle it.
    private func candidates(_ search: StrandedSearch, _ tags: SubjectTags, after: String) throws -> [SealedSubject] {
        let knowing = search.readers.filter { $0.appointment.role.readsIdentity && !search.roster.isPromoted($0) }
        let readers = knowing.map {
            tags.reader($0.officer.id, keyVersion: $0.keys.version).bytes
        }
        let only = search.subject.map { [$0] } ?? []
        let list = readers.isEmpty ? "NULL" : readers.indices.map { "$\($0 + only.count + 3)" }.joined(separator: ", ")
        return try query(
            """
            SELECT s.* FROM sealed_subject s WHERE s.organisation = $1 AND s.id > $2 \(only.isEmpty ? "" : "AND s.id = $3")
            AND (NOT EXISTS (SELECT 1 FROM subject_reader r WHERE r.subject = s.id AND r.tag IN (\(list)))
            OR EXISTS (SELECT 1 FROM compartment_epoch e WHERE e.subject = s.id AND e.compartment = 'list'))
            ORDER BY s.id LIMIT \(StrandedSearch.pageSize)
            """, [search.organisation, after] as [any SQLBindable] + only + readers
        ).map(SealedSubject.init)
    }

    /// Whether anything lies under the key of an epoch: who reports anonymously leaves no identity.
    private func hasItems(_ epoch: Epoch) throws -> Bool {
        try first("SELECT id FROM sealed_item WHERE epoch = $1 LIMIT 1", epoch.id) != nil
    }

    /// - Returns: nil where the officer is in no pair of these epochs with another who is in force and not excluded.
    private func turn(
        _ search: StrandedSearch, _ excluded: Set<Officer.ID>, in epochs: [Epoch], _ tags: SubjectTags
    ) throws -> RecoveryTurn? {
        var turn: RecoveryTurn?
        for epoch in epochs {
            for other in search.recovery where other.officer != search.officer.officer && !excluded.contains(other.officer) {
                let (own, other) = (search.officer.name, other.name)
                let (opens, helps) = (tags.pair(epoch.id, own, other), tags.pair(epoch.id, other, own))
                if try recoveryStep(in: epoch.id, tag: opens) != nil { return .complete }
                if try wrap(in: epoch.id, tag: helps) != nil {
                    turn = try recoveryStep(in: epoch.id, tag: helps) == nil ? .begin : turn ?? .wait
                } else if turn == nil, try wrap(in: epoch.id, tag: opens) != nil {
                    turn = .wait
                }
            }
        }
        return turn
    }
}

extension Epoch {
    fileprivate func isRead(by reader: Keyholder) -> Bool { compartment.isRead(by: reader.appointment.role) }
}

extension SubjectWraps {
    /// The epochs of content and identity whose key none of these readers holds who may, and whether each is the newest.
    fileprivate func closed(to readers: [Keyholder]) -> [(epoch: Epoch, isNewest: Bool)] {
        epochs.filter { epoch in
            [.content, .identity].contains(epoch.compartment)
                && !readers.contains { epoch.isRead(by: $0) && holds(epoch, $0.keys) }
        }.map { epoch in (epoch, !epochs.contains { $0.compartment == epoch.compartment && $0.number > epoch.number }) }
    }
}
