import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing

extension ReportingDesk {
    /// Receives the report of a session: it becomes a sealed case with a mailbox, and the session opens that mailbox. Sending twice
    /// makes one case.
    ///
    /// - Parameter shown: who would read it, as `shown(_:)` said of the plan on the page from which it is sent.
    /// - Throws: `DraftRefusal`, `PlanRefusal`, `CodeRefusal.busy`. Nothing is kept half then.
    package func receive(_ token: SessionToken, shown: String? = nil) async throws {
        guard let first = try await state(token) else { throw DraftRefusal.gone }
        guard case .draft(let draft) = first else { return }
        _ = try CompleteReport(draft)
        let (code, mailbox) = (MailboxCode(from: sealer.entropy), ReadingKeyPair(from: sealer.entropy))
        let stretched = try await stretch(code, with: access.secrets.peppers[0].key)
        try await unlessChanged {
            guard let kept = try await kept(token) else { throw DraftRefusal.gone }
            guard case .draft(let draft) = kept.state else { return }
            do {
                try await receive(
                    try CompleteReport(draft), kept, token, shown: shown, code: code, mailbox: mailbox, stretched: stretched)
            } catch is RosterChanged {
                throw SessionChanged()
            } catch let failure as SQLFailure where failure.kind == .uniqueViolation {
                // The random number was taken.
                throw SessionChanged()
            }
        }
    }

    private func receive(
        _ complete: CompleteReport, _ kept: KeptState, _ token: SessionToken, shown: String?, code: MailboxCode,
        mailbox: ReadingKeyPair, stretched: StretchedKey
    ) async throws {
        let (roster, today, now) = (try await access.roster(), today, clock.now())
        let plan = try ReaderPlan(
            about: complete.organisation, involved: complete.draft.involvedOfficers, aboutDirector: complete.draft.aboutDirector,
            on: today,
            roster: roster)
        guard shown == nil || shown == Self.shown(plan) else { throw DraftRefusal.readersChanged }
        let new = try await newCase(complete, plan: plan, roster: roster, mailbox: mailbox, stretched: stretched, at: now)
        let number = CaseNumber(from: sealer.entropy)
        let state = MailboxState(
            caseID: complete.caseID.text, seed: Data(mailbox.seed), entry: 0, locator: Data(stretched.locator),
            openedAt: now.microseconds, seenAt: now.microseconds, newCode: code.text, typed: "")
        let (sealer, detail) = (sealer, try new.subject.keys.seal(SubjectDetail(at: now)))
        _ = try await audit.recordOpening(of: complete.caseID.text, as: .reportReceived) { db, entry in
            try db.insert(new, number: number, rosterVersion: roster.version, on: today)
            try db.insertCurrent(detail.item)
            var state = state
            state.entry = entry
            let sealed = try sealer.seal(ReporterState.mailbox(state), with: token.stateKey, at: .reporterSession(token))
            try db.replace(kept, by: sealed.bytes, token, on: today)
            return AuditNote(.reportReceived, by: "reporter", at: .reporterDoor, subject: complete.caseID.text) { _ in
                detail.bytes
            }
        }
    }

    private func newCase(
        _ complete: CompleteReport, plan: ReaderPlan, roster: Roster, mailbox: ReadingKeyPair, stretched: StretchedKey,
        at now: Instant
    ) async throws -> NewCase {
        let subject = compartments.prepare(subject: complete.caseID.text, plan: plan, mailbox: mailbox.publicKey)
        let (keys, id) = (subject.keys, complete.caseID)
        let report = complete.report(receivedAt: now, marked: markedFunctions(complete.draft.involvedOfficers, roster))
        let list = ListFields(report, outcome: nil)
        var documents = [
            try keys.seal(report, kind: "report", in: .content, with: sealer),
            try keys.seal(
                AuthenticityDocument(key: Data(AuthenticityKey(from: sealer.entropy).bytes)), kind: "authenticity", in: .content,
                with: sealer),
        ]
        if let identity = complete.identity {
            documents.append(try keys.seal(identity, kind: "identity", in: .identity, with: sealer))
        }
        let isExclusive = !plan.excluded.isEmpty
        let fields =
            isExclusive
            ? nil : try compartments.seal(list, of: id.text, to: try await compartments.listInbox(of: plan.organisation))
        return NewCase(
            id: id, subject: subject, clocks: try settings.clocks(receivedOn: today, isUrgent: complete.isUrgent),
            documents: documents,
            attachments: try attachments(of: complete.draft, keys), listFields: fields,
            listItem: isExclusive ? try keys.seal(list, kind: "list", in: .list, with: sealer) : nil,
            entry: MailboxEntry(mailbox, of: id, unlockedBy: stretched, sealer: sealer),
            uploads: complete.draft.files.flatMap { [$0.item, $0.original.item] })
    }

    /// The files of a draft become items of the case: their keys are wrapped, their chunks stay as they are.
    private func attachments(of draft: Draft, _ keys: CompartmentKeys) throws -> [SealedDocumentRow] {
        try draft.files.enumerated().flatMap { try attachmentRows($1, number: $0 + 1, keys) }
    }

    /// The functions of those who were marked. The report does not name them.
    private func markedFunctions(_ officers: Set<Officer.ID>, _ roster: Roster) -> [String] {
        roster.effective(on: today).filter { officers.contains($0.officer) }.map(\.role.rawValue).sorted()
    }
}
