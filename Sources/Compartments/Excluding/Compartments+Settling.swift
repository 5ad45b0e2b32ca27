import Access
import Database
import Kernel
import Sealing

extension Compartments {
    /// Whether an exclusion without keys left too few readers, and there are readers elsewhere: then whoever comes with keys moves
    /// the subject first.
    package func shouldMove(_ subject: String) async throws -> Bool {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        guard let row = try await database.read({ db in try db.subject(subject) }) else { return false }
        let excluded = row.excludedWithSubstitutes(roster, tags, on: today)
        guard roster.isShort(of: row.organisation, without: excluded, on: today) else { return false }
        let other = try? ReaderPlan(
            about: row.organisation, involved: excluded, aboutDirector: false, on: today, roster: roster, isNew: false)
        return other != nil
    }

    /// Moves a subject to readers who can handle it, with the keys of who holds them. Nobody is excluded by it who was not before.
    package func prepareMove(
        of subject: String, holder: KeyHolder, avoiding avoided: (CompartmentKeys) async throws -> Set<Organisation.ID>?
    ) async throws -> PreparedExclusion {
        try await prepareExclusion(of: [], from: subject, holder: holder, avoiding: avoided)
    }
}
