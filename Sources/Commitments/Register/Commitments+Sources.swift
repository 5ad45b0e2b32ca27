import Access
import AuditLog
import Database
import Kernel

extension Commitments {
    /// Keeps what a source says of an entry, beside what others say. None is chosen.
    ///
    /// - Throws: `RegisterRefusal`.
    package func addSource(
        _ reading: SourceReading, to id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        guard ![reading.subject, reading.source, reading.says].contains("") else { throw RegisterRefusal.sourceIncomplete }
        try await changeSources(of: id, version, by: officer) { sources in
            guard !sources.contains(reading) else { throw RegisterRefusal.nothingCorrected }
            return sources + [reading]
        }
    }

    /// Takes away what a source does not say.
    ///
    /// - Throws: `RegisterRefusal`.
    package func removeSource(
        _ reading: SourceReading, from id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        try await changeSources(of: id, version, by: officer) { sources in
            guard sources.contains(reading) else { throw RegisterRefusal.notFound }
            return sources.filter { $0 != reading }
        }
    }

    private func changeSources(
        of id: RegisterEntry.ID, _ version: Int, by officer: RegisterOfficer,
        _ change: @escaping @Sendable ([SourceReading]) throws -> [SourceReading]
    ) async throws {
        let today = today
        try await audit.command { [self] db in
            let entry = try db.entry(id, version, for: officer)
            let sources = try change(entry.facts.sources)
            func written(_ all: [SourceReading]) -> String {
                all.map { "\($0.subject): \($0.source), \($0.says)" }.joined(separator: "; ")
            }
            try db.execute("DELETE FROM entry_source WHERE entry = $1", id)
            try db.insertSources(sources, of: id)
            try db.execute("UPDATE register_entry SET version = version + 1 WHERE id = $1", id)
            let correction = EntryCorrection(
                field: .sources, before: written(entry.facts.sources.filter { !sources.contains($0) }),
                after: written(sources.filter { !entry.facts.sources.contains($0) }), officer: officer.officer.id, day: today,
                version: entry.version + 1)
            try db.insert([correction], of: id)
            return note(.entryCorrected, of: entry, by: officer)
        }
    }
}
