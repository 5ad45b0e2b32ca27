import Access
import Compartments
import Database
import Foundation
import Kernel
import Sealing

/// All rows of a case, still sealed.
struct SealedCaseRows: Sendable {
    struct Document: Sendable {
        let item: SealedItem.ID
        let kind: String
        let payload: [UInt8]
    }

    struct MessageRow: Sendable {
        let item: SealedItem.ID
        let number: Int
        let day: Day
        let payload: [UInt8]
    }

    struct AttachmentRow: Sendable {
        let item: SealedItem.ID
        let day: Day
        let payload: [UInt8]
    }

    let file: CaseFile?
    let clocks: [CaseClock]
    let items: [SealedItem.ID: SealedItem]
    let documents: [Document]
    let messages: [MessageRow]
    let attachments: [AttachmentRow]
}

extension SealedCaseRows {
    /// The newest document of a kind; nil where there is none, or where these keys do not open it.
    func document<Document: SealedDocument>(
        _ kind: String, with keys: CompartmentKeys, _ sealer: Sealer, as _: Document.Type = Document.self
    ) throws -> Document? {
        guard let row = documents.last(where: { $0.kind == kind }), let item = items[row.item] else { return nil }
        do {
            return try keys.open(row.payload, of: item, with: sealer, as: Document.self)
        } catch KeyRefusal.notAReader {
            return nil
        }
    }
}

/// A file of a case, with its item.
package struct CaseAttachment: Sendable, Equatable {
    package let id: SealedItem.ID
    package let day: Day
    package let attachment: Attachment
    /// The reporter's own, with what the copy for officers lacks.
    package let isOriginal: Bool
}

/// What of a case opens with some keys.
struct CaseContents {
    let report: Report?
    let identity: ReporterIdentity?
    let closing: Closing?
    let authenticity: AuthenticityKey?
    let messages: [Message]
    let attachments: [CaseAttachment]

    init(_ rows: SealedCaseRows, keys: CompartmentKeys, roster: Roster, sealer: Sealer) throws {
        report = try rows.document("report", with: keys, sealer)
        identity = try rows.document("identity", with: keys, sealer)
        closing = try rows.document("closing", with: keys, sealer)
        let authenticity = try rows.document("authenticity", with: keys, sealer, as: AuthenticityDocument.self).map {
            try AuthenticityKey(bytes: Array($0.key))
        }
        self.authenticity = authenticity
        messages = rows.messages.map { row in
            let document = rows.items[row.item].flatMap {
                try? keys.open(row.payload, of: $0, table: "case_message", with: sealer, as: MessageDocument.self)
            }
            return Message(
                number: row.number, day: row.day,
                content: document?.genuine(subject: keys.subject, number: row.number, roster: roster, authenticity: authenticity))
        }
        attachments = rows.attachments.compactMap { row in
            guard let item = rows.items[row.item],
                let attachment = try? keys.open(
                    row.payload, of: item, table: "case_attachment", with: sealer, as: Attachment.self)
            else { return nil }
            return CaseAttachment(id: row.item, day: row.day, attachment: attachment, isOriginal: item.compartment == .originals)
        }
        .sorted { ($0.attachment.number ?? 0) < ($1.attachment.number ?? 0) }
    }
}

extension SQLConnection {
    func rows(of id: CaseFile.ID) throws -> SealedCaseRows {
        SealedCaseRows(
            file: try caseFile(id), clocks: try clocks(of: id), items: try sealedItems(of: id.text),
            documents: try query("SELECT item, kind, payload FROM case_document WHERE case_id = $1 ORDER BY day", id).map {
                .init(item: try $0.get("item"), kind: try $0.get("kind"), payload: try $0.get("payload"))
            },
            messages: try query("SELECT item, number, day, payload FROM case_message WHERE case_id = $1 ORDER BY number", id).map
            {
                .init(
                    item: try $0.get("item"), number: try $0.get("number"), day: try $0.get("day"), payload: try $0.get("payload")
                )
            },
            attachments: try query("SELECT item, day, payload FROM case_attachment WHERE case_id = $1 ORDER BY day, item", id).map
            {
                .init(item: try $0.get("item"), day: try $0.get("day"), payload: try $0.get("payload"))
            })
    }
}
