import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

extension ReportingDesk {
    /// Closes a case with its outcome, after the reporter got feedback.
    package func close(_ id: CaseFile.ID, outcome: Outcome, reasons: String, by reader: Reader) async throws {
        try await retrying {
            let open = try await opened(id, by: reader)
            guard open.file.state == .open else { throw CaseRefusal.closed }
            guard open.file.feedbackOn != nil else { throw CaseRefusal.feedbackMissing }
            let (now, today, function) = (clock.now(), today, open.role.rawValue)
            let closing = try open.keys.seal(
                Closing(outcome: outcome, reasons: reasons, closedAt: now.microseconds), kind: "closing", in: .content,
                with: sealer)
            let report = try CaseContents(open.rows, keys: open.keys, roster: try await access.roster(), sealer: sealer).report
            let list = try await listUpdate(report.map { ListFields($0, outcome: outcome) }, open, reader)
            let detail = try open.keys.seal(detail(reader))
            let party = Party.officer(id: "", function: function)
            try await audit.command { db in
                let state = try db.caseFile(id)?.state
                guard state == .open else { throw CaseRefusal.closed }
                try db.insertDocument(closing, of: id, on: today)
                try db.insertCurrent(detail.item)
                try db.apply(list, to: id, on: today)
                try db.execute(
                    "UPDATE case_file SET state = 'closed', awaiting = 'nobody', closed_day = $2 WHERE id = $1", id, today)
                try db.meet(Set(CaseClock.Kind.allCases), of: id, on: today, by: party)
                try db.refreshDue(of: id)
                return AuditNote(.caseClosed, by: function, at: .officerDoor, subject: id.text) { _ in detail.bytes }
            }
        }
    }
}
