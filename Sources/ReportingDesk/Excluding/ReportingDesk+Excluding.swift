import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

extension ReportingDesk {
    /// The reporter marks someone as involved, later. The mailbox holds the keys, so that all is wrapped anew.
    ///
    /// - Returns: who lost access, and where the case is handled now.
    @discardableResult package func reporterMarks(
        _ officers: Set<Officer.ID>, in token: SessionToken
    ) async throws -> PreparedExclusion {
        let open = try await mailbox(token)
        let (id, roster) = (open.id, try await access.roster())
        guard let file = try await database.read({ db in try db.caseFile(id) }) else { throw MailboxRefusal.gone }
        let (readers, recovery) = try await readersAndRecovery(of: file, roster)
        let waiting = try await compartments.waitingReaders(of: id.text, at: file.organisation, roster: roster)
        let known = Set((readers + waiting + recovery).map(\.officer.id))
        let instant = clock.now()
        return try await exclude(
            officers.intersection(known), from: id,
            Excluder(holder: .mailbox(open.pair), function: "reporter", origin: .reporterDoor) { names in
                SubjectDetail(at: instant, text: names)
            }, naming: nil)
    }

    /// An officer marks a reader, or themselves, as involved.
    @discardableResult package func officerMarks(
        _ officers: Set<Officer.ID>, in id: CaseFile.ID, by reader: Reader
    ) async throws -> PreparedExclusion {
        let (open, roster) = (try await opened(id, by: reader), try await access.roster())
        let names = officers.compactMap { roster.officers[$0]?.name }.sorted()
        return try await exclude(
            officers, from: id,
            Excluder(holder: .officer(reader.ring), function: open.role.rawValue, origin: .officerDoor) { detail(reader, $0) },
            naming: names.joined(separator: ", "))
    }

    /// Takes the keys from readers who began to stand in for someone excluded. It holds no key and opens nothing.
    ///
    /// - Throws: the first failure, after all other cases were seen to.
    package func enforceExclusions() async throws {
        var failure: (any Error)?
        for due in try await compartments.exclusionsDue() {
            try Task.checkCancellation()
            guard let id = CaseFile.ID(due.subject) else { continue }
            do {
                try await exclude(
                    due.officers, from: id,
                    Excluder(holder: nil, function: "system", origin: .job) { SubjectDetail(at: clock.now(), text: $0) },
                    naming: nil)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    @discardableResult private func exclude(
        _ officers: Set<Officer.ID>, from id: CaseFile.ID, _ excluder: Excluder, naming names: String?
    ) async throws -> PreparedExclusion {
        guard !officers.isEmpty else { throw CaseRefusal.nobodyChosen }
        return try await retrying {
            let exclusion = try await compartments.prepareExclusion(of: officers, from: id.text, holder: excluder.holder) {
                try await avoided(id, $0)
            }
            try await store(exclusion, of: id, by: excluder, naming: names)
            return exclusion
        }
    }

    /// Stores new keys and readers of a case, with what the audit says of it.
    func store(
        _ exclusion: PreparedExclusion, of id: CaseFile.ID, by excluder: Excluder, naming names: String?,
        also: @escaping @Sendable (any SQLConnection) throws -> Void = { _ in }
    ) async throws {
        let list = try await exclusiveList(of: id, exclusion)
        let (notes, today) = (try ExclusionNotes(exclusion, by: excluder, naming: names), today)
        try await audit.command { db in
            try db.store(exclusion, list: list, notes, of: id, on: today)
            try also(db)
            return Audited((), notes.all(about: id))
        }
    }

    /// A report about someone at the top goes back to that organisation on no later occasion either.
    ///
    /// - Returns: nil where the report does not open with these keys.
    func avoided(_ id: CaseFile.ID, _ keys: CompartmentKeys) async throws -> Set<Organisation.ID>? {
        let rows = try await database.read { db in try db.rows(of: id) }
        guard let report: Report = try rows.document("report", with: keys, sealer) else { return nil }
        guard report.aboutDirector else { return [] }
        let path = try await access.roster().tree.path(from: report.organisation, on: today)
        return Set(path.dropLast()).union([report.organisation])
    }

    /// From now on the list fields are for the readers of the case alone.
    private func exclusiveList(of id: CaseFile.ID, _ exclusion: PreparedExclusion) async throws -> ListUpdate {
        guard let keys = exclusion.keys else { return .none }
        // The rows still name the items as they were; the keys of the exclusion open both.
        let rows = try await database.read { db in try db.rows(of: id) }
        guard let report: Report = try rows.document("report", with: keys, sealer) else { return .none }
        let closing: Closing? = try rows.document("closing", with: keys, sealer)
        return .forReadersAlone(
            try keys.seal(ListFields(report, outcome: closing?.outcome), kind: "list", in: .list, with: sealer))
    }
}

extension SQLConnection {
    /// Stores an exclusion, with the case in the lists of its readers as it stands now.
    func store(
        _ exclusion: PreparedExclusion, list: ListUpdate, _ notes: ExclusionNotes, of id: CaseFile.ID, on day: Day
    ) throws {
        guard let file = try caseFile(id) else { throw CaseRefusal.notFound }
        try store(exclusion, at: file.place, on: day)
        try setListFields(nil, of: id)
        try execute("UPDATE case_file SET list_item = NULL WHERE id = $1", id)
        try apply(list, to: id, on: day)
        for detail in notes.details { try insertCurrent(detail.item) }
    }
}
