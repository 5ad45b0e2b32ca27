import Access
import Database
import Kernel
import Sealing

extension Compartments {
    /// The recovery officers in force who are in a pair of a subject, or will be in those of its next keys, and are not excluded
    /// from it.
    package func recoveryOfficers(of subject: String) async throws -> [Keyholder] {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        return try await database.read { db in
            guard let row = try db.subject(subject) else { return [] }
            let excluded = row.excludedWithSubstitutes(roster, tags, on: today)
            let holders = try db.pairHolders(of: subject, among: roster.recoveryKeys, tags)
            let next = Set(roster.recoveryOfficers(on: today, without: excluded).map(\.officer.id))
            return roster.allRecoveryOfficers(on: today).filter {
                holders.union(next).contains($0.officer.id) && !excluded.contains($0.officer.id)
            }
        }
    }
}

extension SQLConnection {
    /// Which of these officers, with these or earlier keys, are in a pair of a subject with another of them.
    func pairHolders(of subject: String, among recovery: [OfficerKeys], _ tags: SubjectTags) throws -> Set<Officer.ID> {
        var holders: Set<Officer.ID> = []
        for epoch in try epochs(of: subject) {
            let stored = Set(
                try query("SELECT tag FROM key_wrap WHERE epoch = $1 AND is_pair = $2", epoch.id, true).map {
                    try $0.get("tag", as: [UInt8].self)
                })
            for keys in recovery where !holders.contains(keys.officer) {
                let own = tags.pairs(of: keys, with: recovery, in: epoch.id)
                if own.contains(where: { stored.contains($0.bytes) }) { holders.insert(keys.officer) }
            }
        }
        return holders
    }
}

extension SubjectTags {
    /// Of every pair in which an officer may be with one of the others, in any version of their keys.
    func pairs(of officer: OfficerKeys, with others: [OfficerKeys], in epoch: Epoch.ID) -> [KeyedTag] {
        officer.names.flatMap { own in
            others.filter { $0.officer != officer.officer }.flatMap(\.names).flatMap {
                [pair(epoch, own, $0), pair(epoch, $0, own)]
            }
        }
    }
}

extension Roster {
    /// The newest keys of everyone who is or was a recovery officer.
    var recoveryKeys: [OfficerKeys] {
        Set(appointments.filter { $0.role == .recoveryOfficer }.map(\.officer)).compactMap { keys[$0] }
    }
}
