import Access
import Database
import Kernel
import Sealing

extension Compartments {
    /// The tag under which an officer stands in the lists of subjects.
    package func readerTag(of ring: KeyRing) -> KeyedTag { tags.reader(ring.officer, keyVersion: ring.version) }

    /// The officers who are among the readers of a subject and may open it today.
    package func readers(of subject: String, at organisation: Organisation.ID, roster: Roster) async throws -> [Keyholder] {
        try await mayRead(subject, at: organisation, roster: roster).filter(\.holdsKeys).map(\.reader)
    }

    /// Who may read a subject today and waits for keys of it.
    package func waitingReaders(of subject: String, at organisation: Organisation.ID, roster: Roster) async throws -> [Keyholder]
    {
        try await mayRead(subject, at: organisation, roster: roster).filter { !$0.holdsKeys }.map(\.reader)
    }

    private func mayRead(
        _ subject: String, at organisation: Organisation.ID, roster: Roster
    ) async throws -> [(reader: Keyholder, holdsKeys: Bool)] {
        let (tags, today) = (tags, today)
        return try await database.read { db in
            guard let row = try db.subject(subject) else { return [] }
            let excluded = row.excludedWithSubstitutes(roster, tags, on: today)
            let wraps = try db.wraps(of: subject, tags)
            return roster.keyholders(of: organisation, on: today) { $0.readsReports }.filter { !excluded.contains($0.officer.id) }
                .map { ($0, wraps.isRead(by: $0.keys)) }
        }
    }
}
