import Access
import Database
import Kernel
import Sealing

/// Who holds what of a subject: its epochs with the tags of their wraps, and the tags of its readers.
struct SubjectWraps: Sendable {
    /// The newest of each compartment last.
    let epochs: [Epoch]
    let wraps: [Epoch.ID: Set<[UInt8]>]
    let listed: Set<[UInt8]>
    let tags: SubjectTags

    func isListed(_ keys: OfficerKeys) -> Bool { listed.contains(tags.reader(keys.officer, keyVersion: keys.version).bytes) }

    func holds(_ epoch: Epoch, _ keys: OfficerKeys) -> Bool {
        wraps[epoch.id]?.contains(tags.wrap(epoch.id, keys.officer, keyVersion: keys.version).bytes) == true
    }

    /// Whether an officer holds the newest key of a compartment; false where it has none.
    func holdsNewest(of compartment: Compartment, _ keys: OfficerKeys) -> Bool {
        epochs.last { $0.compartment == compartment }.map { holds($0, keys) } ?? false
    }

    /// Whether an officer reads the subject: among its readers, with the newest key of the content.
    func isRead(by keys: OfficerKeys) -> Bool { isListed(keys) && holdsNewest(of: .content, keys) }

    /// Whether an officer holds the newest key of every compartment that a role reads.
    func covers(_ role: OfficerRole, _ keys: OfficerKeys) -> Bool {
        Set(epochs.map(\.compartment)).filter { $0.isRead(by: role) }.allSatisfy { holdsNewest(of: $0, keys) }
    }

    /// Whether a reader lacks something that their role reads and that the giver can hand on.
    func isWaiting(_ reader: Keyholder, forKeysOf giver: OfficerKeys) -> Bool {
        guard covers(reader.appointment.role, giver) else { return false }
        guard isListed(reader.keys) else { return true }
        return epochs.contains {
            $0.compartment.isRead(by: reader.appointment.role) && holds($0, giver) && !holds($0, reader.keys)
        }
    }
}

extension SQLConnection {
    func wraps(of subject: String, _ tags: SubjectTags) throws -> SubjectWraps {
        try wraps(ofAll: [subject], tags)[subject]!
    }

    /// - Parameter subjects: at most a page of them.
    func wraps(ofAll subjects: [String], _ tags: SubjectTags) throws -> [String: SubjectWraps] {
        guard !subjects.isEmpty else { return [:] }
        let list = subjects.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let epochs = Dictionary(
            grouping: try query(
                """
                SELECT id, subject, compartment, number FROM compartment_epoch WHERE subject IN (\(list))
                ORDER BY compartment, number
                """, subjects
            ).map(Epoch.init), by: \.subject)
        var (wraps, listed) = ([String: [Epoch.ID: Set<[UInt8]>]](), [String: Set<[UInt8]>]())
        for row in try query(
            """
            SELECT e.subject, w.epoch, w.tag FROM compartment_epoch e JOIN key_wrap w ON w.epoch = e.id
            WHERE e.subject IN (\(list)) AND w.is_pair = $\(subjects.count + 1)
            """, subjects + [false] as [any SQLBindable])
        {
            wraps[try row.get("subject"), default: [:]][try row.get("epoch"), default: []].insert(try row.get("tag"))
        }
        for row in try query("SELECT subject, tag FROM subject_reader WHERE subject IN (\(list))", subjects) {
            listed[try row.get("subject"), default: []].insert(try row.get("tag"))
        }
        return Dictionary(
            uniqueKeysWithValues: subjects.map {
                ($0, SubjectWraps(epochs: epochs[$0] ?? [], wraps: wraps[$0] ?? [:], listed: listed[$0] ?? [], tags: tags))
            })
    }
}
