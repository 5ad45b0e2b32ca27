import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing

extension ReportingDesk {
    /// An officer writes to the reporter, signed with the officer's own key. It meets the terms for a personal message and for an answer.
    ///
    /// - Parameter settlesUrgency: whether what had to happen at once was done.
    package func officerWrites(_ text: String, in id: CaseFile.ID, settlesUrgency: Bool = false, by reader: Reader) async throws {
        try await write(text, kind: .message, in: id, settlesUrgency: settlesUrgency, by: reader)
    }

    /// An officer tells the reporter what the desk finds of the report and does with it (Wbk 2(2)(i)).
    package func giveFeedback(_ text: String, in id: CaseFile.ID, by reader: Reader) async throws {
        try await write(text, kind: .feedback, in: id, by: reader)
    }

    private func write(
        _ text: String, kind: MessageContent.Kind, in id: CaseFile.ID, settlesUrgency: Bool = false, by reader: Reader
    ) async throws {
        guard !text.isEmpty else { throw CaseRefusal.empty }
        try await retrying {
            let open = try await opened(id, by: reader)
            guard open.file.state == .open || kind == .message else { throw CaseRefusal.closed }
            let (now, today, function) = (clock.now(), today, open.role.rawValue)
            let number = try await database.read { db in try db.nextMessageNumber(of: id) }
            let statement = MessageDocument.statement(
                subject: id.text, direction: .toReporter, number: number, kind: kind, function: function, text: text)
            let document = MessageDocument(
                direction: .toReporter, kind: kind, text: text, instant: now.microseconds, officer: reader.ring.officer.text,
                keyVersion: reader.ring.version, function: function, name: reader.session.officer.name,
                proof: Data(statement.signature(by: reader.ring.signing)))
            let message = SealedMessage(
                number: number,
                row: try open.keys.seal(document, kind: "message", in: .content, table: "case_message", with: sealer))
            let (detail, settings) = (try open.keys.seal(detail(reader)), settings)
            let party = Party.officer(id: "", function: function)
            try await audit.command { db in
                try db.insertMessage(message, of: id, on: today)
                try db.insertCurrent(detail.item)
                try db.acknowledge(id, on: today, by: party, settings)
                try db.meet([.personalMessage, .reply], of: id, on: today, by: party)
                if settlesUrgency { try db.meet([.immediate], of: id, on: today, by: party) }
                if kind == .feedback {
                    try db.meet([.feedback], of: id, on: today, by: party)
                    try db.execute("UPDATE case_file SET feedback_day = $2 WHERE id = $1", id, today)
                }
                try db.setAwaiting(.reporter, id)
                try db.refreshDue(of: id)
                return AuditNote(
                    kind == .feedback ? .feedbackGiven : .officerWrote, by: function, at: .officerDoor, subject: id.text
                ) { _ in detail.bytes }
            }
        }
    }
}

extension SQLConnection {
    /// Where the receipt does not count as the acknowledgement, the first message does: the term for feedback starts with it.
    fileprivate func acknowledge(_ id: CaseFile.ID, on day: Day, by party: Party, _ settings: DeskSettings) throws {
        guard let acknowledgement = try clocks(of: id).first(where: { $0.kind == .acknowledgement }),
            let met = acknowledgement.met(on: day, by: party)
        else { return }
        try append(met, to: .acknowledgement, of: id)
        if day < acknowledgement.nominalEnd {
            for event in try settings.feedback(acknowledgedOn: day).history { try append(event, to: .feedback, of: id) }
        }
    }
}
