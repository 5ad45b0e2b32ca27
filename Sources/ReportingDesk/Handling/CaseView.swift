import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

/// A case as an officer sees it who opened it.
package struct CaseView: Sendable {
    package let file: CaseFile
    package let role: OfficerRole
    package let report: Report
    package let clocks: [CaseClock]
    package let messages: [Message]
    package let attachments: [CaseAttachment]
    package let closing: Closing?
    package let timeline: [TimelineEntry]
    package let readers: [Keyholder]
    /// Who could give the keys back if nobody held them any more.
    package let recoveryOfficers: [Keyholder]
    package let pending: [PendingGrant]
    /// Whether someone reports by name or in confidence, so that there is an identity to open.
    package let hasIdentity: Bool
}

/// One line of what happened in a case.
package struct TimelineEntry: Sendable, Equatable {
    package let number: Int
    package let action: AuditAction
    package let function: String
    package let day: Day
    /// When exactly; nil where nobody with the keys was there.
    package let instant: Instant?
    package let name: String?
    package let text: String?
}

extension ReportingDesk {
    /// The case as a whole, where this session opened it.
    ///
    /// - Throws: `CaseRefusal.notFound`, `.notOpened`; `.keysMissing` where the report stays closed.
    package func caseView(_ id: CaseFile.ID, for reader: Reader) async throws -> CaseView {
        let open = try await opened(id, by: reader)
        let roster = try await access.roster()
        let contents = try CaseContents(open.rows, keys: open.keys, roster: roster, sealer: sealer)
        guard let report = contents.report else { throw CaseRefusal.keysMissing }
        let (readers, recovery) = try await readersAndRecovery(of: open.file, roster)
        return CaseView(
            file: open.file, role: open.role, report: report, clocks: open.rows.clocks, messages: contents.messages,
            attachments: contents.attachments.filter { !$0.isOriginal }, closing: contents.closing,
            timeline: try await timeline(of: open),
            readers: readers, recoveryOfficers: recovery,
            pending: try await compartments.pendingGrants(for: reader.ring, in: id.text),
            hasIdentity: open.rows.documents.contains { $0.kind == "identity" })
    }

    /// Everything that happened, in order. What was said of it opens with the keys of the case.
    private func timeline(of open: OpenCase) async throws -> [TimelineEntry] {
        try await audit.entries(about: open.id.text).map { entry in
            let detail = open.keys.detail(of: entry, among: open.rows.items)
            return TimelineEntry(
                number: entry.number, action: entry.action, function: entry.party, day: entry.day,
                instant: detail.map { Instant(microseconds: $0.instant) }, name: detail?.name, text: detail?.text)
        }
    }

    /// The plain row of a case that an officer may open, to ask for the purpose.
    package func caseFile(_ id: CaseFile.ID, for reader: Reader) async throws -> CaseFile {
        _ = try await role(of: reader, in: id)
        guard let file = try await database.read({ db in try db.caseFile(id) }) else { throw CaseRefusal.notFound }
        return file
    }
}
