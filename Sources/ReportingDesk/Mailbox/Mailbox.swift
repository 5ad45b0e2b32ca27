import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing

/// An opened mailbox with its keys, for the time of one request. It has no description.
struct OpenMailbox: Sendable {
    let id: CaseFile.ID
    let pair: ReadingKeyPair
    let keys: CompartmentKeys
    /// What was typed and not yet sent.
    let typed: String
}

/// A mailbox as the reporter sees it.
package struct MailboxView: Sendable {
    package let file: CaseFile
    package let report: Report
    package let identity: ReporterIdentity?
    package let clocks: [CaseClock]
    package let messages: [Message]
    package let attachments: [CaseAttachment]
    /// Who opened what, and who got or lost access: functions and days.
    package let log: [LogEntry]
    /// Who can read the report now.
    package let readers: [Keyholder]
    /// Who will be able to read it as soon as a reader hands on the keys.
    package let waiting: [Keyholder]
    /// Who could give the keys back if nobody held them any more.
    package let recoveryOfficers: [Keyholder]
    package let outcome: Outcome?
    package let typed: String
}

/// One line of what a reporter may know of the audit.
package struct LogEntry: Sendable, Equatable {
    package let action: AuditAction
    /// A function, such as "integrityCoordinator".
    package let function: String
    package let day: Day
}

extension ReportingDesk {
    /// The keys of the mailbox of a session.
    ///
    /// - Throws: `MailboxRefusal.gone` or `.locked`.
    ///
    /// - Parameter isAtWork: whether a request of the reporter that began in time is still running, such as a long upload.
    func mailbox(_ token: SessionToken, isAtWork: Bool = false) async throws -> OpenMailbox {
        let state = try await mailboxState(token)
        if !isAtWork, isIdle(.mailbox(state)) {
            try await lock(token, keeping: state.typed)
            throw MailboxRefusal.locked
        }
        guard let seed = state.seed else { throw MailboxRefusal.locked }
        guard let id = CaseFile.ID(state.caseID) else { throw MailboxRefusal.gone }
        let isCurrent = try await database.read { db in
            try db.first("SELECT 1 AS found FROM mailbox_entry WHERE locator = $1 AND case_id = $2", Array(state.locator), id)
                != nil
        }
        guard isCurrent else {
            try await forget(token)
            throw MailboxRefusal.gone
        }
        var opening: RecordedOpening?
        for action in [AuditAction.mailboxOpened, .reportReceived] where opening == nil {
            opening = try await audit.recordedOpening(entry: state.entry, of: id.text, as: action)
        }
        guard let opening else { throw MailboxRefusal.gone }
        let pair = try ReadingKeyPair(seed: Array(seed))
        let keys = try await compartments.keys(for: .mailbox(pair), opened: opening, Set(Compartment.allCases))
        return OpenMailbox(id: id, pair: pair, keys: keys, typed: state.typed)
    }

    /// Everything in the mailbox of a session.
    package func mailboxView(_ token: SessionToken) async throws -> MailboxView {
        let open = try await mailbox(token)
        let (roster, id) = (try await access.roster(), open.id)
        let rows = try await database.read { db in try db.rows(of: id) }
        guard let file = rows.file else { throw MailboxRefusal.gone }
        let contents = try CaseContents(rows, keys: open.keys, roster: roster, sealer: sealer)
        guard let report = contents.report else { throw MailboxRefusal.gone }
        let (readers, recovery) = try await readersAndRecovery(of: file, roster)
        let waiting = try await compartments.waitingReaders(of: id.text, at: file.organisation, roster: roster)
        try await changeMailbox(token) { _ in }
        return MailboxView(
            file: file, report: report, identity: contents.identity, clocks: rows.clocks, messages: contents.messages,
            attachments: contents.attachments, log: try await log(of: id), readers: readers, waiting: waiting,
            recoveryOfficers: recovery, outcome: contents.closing?.outcome, typed: open.typed)
    }

    /// What the reporter is told of the audit: every opening, grant and loss, by function and day.
    private func log(of id: CaseFile.ID) async throws -> [LogEntry] {
        let told: Set<AuditAction> = [
            .caseOpened, .identityOpened, .fileOpened, .accessGranted, .accessMoved, .officerExcluded,
            .recoveryBegun, .recoveryCompleted,
        ]
        return try await audit.entries(about: id.text).filter { told.contains($0.action) }.map {
            LogEntry(action: $0.action, function: $0.party, day: $0.day)
        }
    }

    /// The officers who hold the keys of a case and may open it today.
    func readers(of file: CaseFile, _ roster: Roster) async throws -> [Keyholder] {
        try await compartments.readers(of: file.id.text, at: file.organisation, roster: roster)
    }

    /// Who can open a case today, and who, not among them, could give its keys back.
    func readersAndRecovery(of file: CaseFile, _ roster: Roster) async throws -> ([Keyholder], [Keyholder]) {
        let readers = try await readers(of: file, roster)
        let recovery = try await compartments.recoveryOfficers(of: file.id.text).filter { other in
            !readers.contains { $0.officer.id == other.officer.id }
        }
        return (readers, recovery)
    }
}
