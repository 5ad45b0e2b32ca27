import Access
import Database
import Kernel
import Sealing

extension Compartments {
    /// Whether an exclusion without keys left too few readers: then whoever comes with keys moves the subject first.
    package func hasTooFewReaders(_ subject: String) async throws -> Bool {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        return try await database.read { db in
            guard let row = try db.subject(subject) else { return false }
            let excluded = row.excludedWithSubstitutes(roster, tags, on: today)
            let all = roster.keyholders(of: row.organisation, on: today) { $0.readsReports }
            // A reader who is away is no reason: only who is excluded.
            guard all.contains(where: { excluded.contains($0.officer.id) }) else { return false }
            let here = all.filter { !excluded.contains($0.officer.id) }
            let wraps = try db.wraps(of: subject, tags)
            return !wraps.areEnough(here.filter { wraps.isRead(by: $0.keys) }, of: here)
        }
    }

    /// Moves a subject to readers who can handle it, with the keys of who holds them. Nobody is excluded by it.
    package func prepareMove(
        of subject: String, holder: KeyHolder, avoiding avoided: (CompartmentKeys) async throws -> Set<Organisation.ID>
    ) async throws -> PreparedExclusion {
        try await prepareExclusion(of: [], from: subject, holder: holder, avoiding: avoided)
    }
}

extension SubjectWraps {
    /// Whether a subject can stay: the organisation has two readers who are not excluded, and one of those who read it may know
    /// who reports.
    func areEnough(_ reading: [Keyholder], of readers: [Keyholder]) -> Bool {
        readers.count >= ReaderPlan.fewestReaders && knowsReporter(reading)
    }

    /// Whether one of these readers may know who reports, and holds the key.
    func knowsReporter(_ reading: [Keyholder]) -> Bool {
        reading.contains { $0.appointment.role.readsIdentity && holdsNewest(of: .identity, $0.keys) }
    }
}
