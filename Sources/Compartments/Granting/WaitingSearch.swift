import Access
import Database
import Kernel
import Sealing

/// The subjects of an organisation in which a reader may wait for keys of a giver.
struct WaitingSearch: Sendable {
    let giver: OfficerKeys
    let reader: Keyholder
    let organisation: Organisation.ID
    /// The only subject to look at; nil for all.
    let subject: String?
    /// At most so many are found.
    let limit: Int
    /// At most so many are looked at, in each of the two ways in which someone may wait.
    let reach: Int
    /// Whether the reader has, or had, a role that reads less than the one they have now.
    let isPromoted: Bool

    init(
        giver: OfficerKeys, reader: Keyholder, at organisation: Organisation.ID, in subject: String?, limit: Int, reach: Int,
        roster: Roster
    ) {
        self.giver = giver
        self.reader = reader
        self.organisation = organisation
        self.subject = subject
        self.limit = limit
        self.reach = reach
        isPromoted = roster.isPromoted(reader)
    }
}

extension SQLConnection {
    /// The subjects in which the reader waits: first those that they do not read at all, what is due first on top.
    func subjectsWaiting(
        _ search: WaitingSearch, _ tags: SubjectTags, where mayRead: (SealedSubject) -> Bool
    ) throws -> [SealedSubject] {
        func waiting(_ subjects: [SealedSubject]) throws -> [SealedSubject] {
            let wraps = try wraps(ofAll: subjects.map(\.id), tags)
            return subjects.filter { mayRead($0) && wraps[$0.id]!.isWaiting(search.reader, forKeysOf: search.giver) }
        }
        let found = try unlisted(search, tags, waiting: waiting)
        return try Array((found + lackingKeys(search, tags, waiting: waiting)).prefix(search.limit))
    }

    /// More than are found are looked at, for those that the reader may not read, or that the giver cannot give, do not count.
    private func unlisted(
        _ search: WaitingSearch, _ tags: SubjectTags, waiting: ([SealedSubject]) throws -> [SealedSubject]
    ) throws -> [SealedSubject] {
        let (condition, values) = search.subject.map { ("AND s.id = $5", [$0]) } ?? ("", [])
        let all = try query(
            """
            SELECT s.* FROM subject_reader r JOIN sealed_subject s ON s.id = r.subject
            WHERE r.tag = $1 AND s.organisation = $3 \(condition)
            AND NOT EXISTS (SELECT 1 FROM subject_reader x WHERE x.subject = r.subject AND x.tag = $2)
            ORDER BY r.is_open DESC, r.sort LIMIT $4
            """,
            [search.giverTag(tags).bytes, search.readerTag(tags).bytes, search.organisation, search.reach]
                as [any SQLBindable] + values
        ).map(SealedSubject.init)
        var found: [SealedSubject] = []
        for start in stride(from: 0, to: all.count, by: search.limit) where found.count < search.limit {
            found += try waiting(Array(all[start..<min(start + search.limit, all.count)]))
        }
        return found
    }

    /// Those that both are listed for, and of which the reader lacks keys: page by page, for the wraps must be looked at.
    private func lackingKeys(
        _ search: WaitingSearch, _ tags: SubjectTags, waiting: ([SealedSubject]) throws -> [SealedSubject]
    ) throws -> [SealedSubject] {
        var (found, after, seen, pageSize) = ([SealedSubject](), "", 0, 500)
        let excluding = "AND EXISTS (SELECT 1 FROM compartment_epoch e WHERE e.subject = s.id AND e.compartment = 'list')"
        let (condition, values) = search.subject.map { ("AND s.id = $6", [$0]) } ?? ("", [])
        while found.count < search.limit, seen < search.reach {
            let page = try query(
                """
                SELECT s.* FROM subject_reader r JOIN sealed_subject s ON s.id = r.subject
                JOIN subject_reader x ON x.subject = r.subject AND x.tag = $2
                WHERE r.tag = $1 AND s.organisation = $3 AND s.id > $4 \(search.isPromoted ? "" : excluding) \(condition)
                ORDER BY s.id LIMIT $5
                """,
                [search.giverTag(tags).bytes, search.readerTag(tags).bytes, search.organisation, after, pageSize]
                    as [any SQLBindable] + values
            ).map(SealedSubject.init)
            found += try waiting(page)
            seen += page.count
            guard let last = page.last, page.count == pageSize else { break }
            after = last.id
        }
        return found
    }
}

extension WaitingSearch {
    fileprivate func giverTag(_ tags: SubjectTags) -> KeyedTag { tags.reader(giver.officer, keyVersion: giver.version) }

    fileprivate func readerTag(_ tags: SubjectTags) -> KeyedTag {
        tags.reader(reader.officer.id, keyVersion: reader.keys.version)
    }
}
