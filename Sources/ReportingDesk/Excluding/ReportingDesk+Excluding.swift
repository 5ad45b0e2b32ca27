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
        let readers = Set(try await readers(of: file, roster).map(\.officer.id))
        return try await exclude(
            officers.intersection(readers), from: id, holder: .mailbox(open.pair), by: "reporter", at: .reporterDoor,
            detail: SubjectDetail(at: clock.now()))
    }

    /// An officer marks a reader, or themselves, as involved.
    @discardableResult package func officerMarks(
        _ officers: Set<Officer.ID>, in id: CaseFile.ID, by reader: Reader
    ) async throws -> PreparedExclusion {
        let (open, roster) = (try await opened(id, by: reader), try await access.roster())
        let names = officers.compactMap { roster.officers[$0]?.name }.sorted()
        return try await exclude(
            officers, from: id, holder: .officer(reader.ring), by: open.role.rawValue, at: .officerDoor,
            detail: detail(reader, names.joined(separator: ", ")))
    }

    /// Takes the keys from readers who began to stand in for someone excluded. It holds no key and opens nothing.
    package func enforceExclusions() async throws {
        for due in try await compartments.exclusionsDue() {
            guard let id = CaseFile.ID(due.subject) else { continue }
            try await exclude(due.officers, from: id, holder: nil, by: "system", at: .job, detail: nil)
        }
    }

    @discardableResult private func exclude(
        _ officers: Set<Officer.ID>, from id: CaseFile.ID, holder: KeyHolder?, by function: String, at origin: AuditOrigin,
        detail: SubjectDetail?
    ) async throws -> PreparedExclusion {
        guard !officers.isEmpty else { throw CaseRefusal.nobodyChosen }
        return try await retrying {
            let exclusion = try await compartments.prepareExclusion(of: officers, from: id.text, holder: holder)
            let (rows, today) = (try await database.read { db in try db.rows(of: id) }, today)
            guard let file = rows.file else { throw CaseRefusal.notFound }
            let list = try await exclusiveList(rows, exclusion)
            let detail = try exclusion.keys.flatMap { keys in try detail.map { try keys.seal($0) } }
            let lost = Dictionary(grouping: exclusion.lost, by: \.appointment.role).keys.map(\.rawValue).sorted()
            return try await audit.command { db in
                try db.store(exclusion, isOpen: file.state == .open, sort: NextDue.sort(file.next, id), on: today)
                try db.setListFields(nil, of: id)
                try db.execute("UPDATE case_file SET list_item = NULL WHERE id = $1", id)
                try db.apply(list, to: id, on: today)
                if let detail { try db.insertCurrent(detail.item) }
                let notes = (lost.isEmpty ? [function] : lost).map { party in
                    AuditNote(.officerExcluded, by: party, at: origin, subject: id.text) { _ in detail?.bytes }
                }
                return Audited(exclusion, notes)
            }
        }
    }

    /// From now on the list fields are for the readers of the case alone.
    private func exclusiveList(_ rows: SealedCaseRows, _ exclusion: PreparedExclusion) async throws -> ListUpdate {
        guard let keys = exclusion.keys else { return .none }
        // The rows still name the items as they were; the keys of the exclusion open both.
        let contents = try CaseContents(rows, keys: keys, roster: try await access.roster(), sealer: sealer)
        guard let report = contents.report else { return .none }
        return .forReadersAlone(
            try keys.seal(ListFields(report, outcome: contents.closing?.outcome), kind: "list", in: .list, with: sealer))
    }
}
