import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing

extension ReportingDesk {
    /// The reporter writes a message. It carries a code that only the mailbox and the readers of the case can make.
    package func reporterWrites(_ text: String, in token: SessionToken) async throws {
        guard !text.isEmpty else { throw MailboxRefusal.empty }
        try await retrying {
            let open = try await mailbox(token)
            let (id, now, today) = (open.id, clock.now(), today)
            let (rows, number) = try await database.read { db in (try db.rows(of: id), try db.nextMessageNumber(of: id)) }
            let contents = try CaseContents(rows, keys: open.keys, roster: try await access.roster(), sealer: sealer)
            guard let authenticity = contents.authenticity else { throw MailboxRefusal.gone }
            let statement = MessageDocument.statement(
                subject: id.text, direction: .fromReporter, number: number, kind: .message, function: nil, text: text)
            let document = MessageDocument(
                direction: .fromReporter, kind: .message, text: text, instant: now.microseconds, officer: nil, keyVersion: nil,
                function: nil,
                name: nil, proof: Data(statement.code(with: authenticity)))
            let message = SealedMessage(
                number: number,
                row: try open.keys.seal(document, kind: "message", in: .content, table: "case_message", with: sealer))
            let (detail, reply) = (try open.keys.seal(SubjectDetail(at: now)), settings.reply(to: today))
            try await audit.command { db in
                try db.insertMessage(message, of: id, on: today)
                try db.insertCurrent(detail.item)
                try db.startReply(reply, of: id)
                return AuditNote(.reporterWrote, by: "reporter", at: .reporterDoor, subject: id.text) { _ in detail.bytes }
            }
        }
        try await changeMailbox(token) { $0.typed = "" }
    }
}

extension SQLConnection {
    /// The reporter did something that asks for an answer.
    func startReply(_ clock: CaseClock, of id: CaseFile.ID) throws {
        if try !clocks(of: id).contains(where: { $0.kind == .reply && $0.isRunning }) {
            for event in clock.history { try append(event, to: .reply, of: id) }
        }
        try setAwaiting(.officer, id)
        try refreshDue(of: id)
    }
}
