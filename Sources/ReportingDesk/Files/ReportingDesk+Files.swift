import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing

/// A file on its way out, chunk by chunk.
package struct OutgoingFile: Sendable {
    package let attachment: Attachment
    private var reader: SealedFileReader

    init(_ attachment: Attachment, _ reader: SealedFileReader) {
        self.attachment = attachment
        self.reader = reader
    }

    /// The next bytes; nil after the last.
    package mutating func next() async throws -> [UInt8]? { try await reader.next() }
}

extension ReportingDesk {
    /// Takes a file in for the draft of a session.
    package func receiveFile(named name: String, for token: SessionToken) async throws -> IncomingFile {
        let draft = try await draft(token)
        guard draft.files.count < FileLimits.count else { throw FileRefusal.tooMany(limit: FileLimits.count) }
        try await checkRoom()
        return try await IncomingFile(self, named: name, caseID: draft.caseID, session: token.hash)
    }

    /// Adds a file to the draft of a session.
    package func addFile(_ file: DraftFile, to token: SessionToken) async throws {
        try await changeDraft(token) { draft in
            guard draft.files.count < FileLimits.count else { throw FileRefusal.tooMany(limit: FileLimits.count) }
            draft.files.append(file)
        }
    }

    /// Removes a file from the draft of a session, with its chunks.
    package func removeFile(_ item: String, from token: SessionToken) async throws {
        let removed = try await changeDraft(token) { draft in
            let removed = draft.files.filter { $0.item == item }
            draft.files.removeAll { $0.item == item }
            return removed
        }
        try await discard(removed)
    }

    /// Takes back what was stored of files that belong to no draft and no case.
    package func discard(_ files: [DraftFile]) async throws {
        guard !files.isEmpty else { return }
        try await database.write { db in
            for file in files {
                try db.deleteFile(file.item)
                try db.deleteFile(file.original.item)
            }
        }
    }

    /// Takes a file in for the mailbox of a session.
    package func receiveMailboxFile(named name: String, for token: SessionToken) async throws -> IncomingFile {
        let open = try await mailbox(token)
        let number = try await database.read { db in try db.nextFileNumber(of: open.id) }
        guard number <= FileLimits.countOfCase else { throw FileRefusal.caseFull(limit: FileLimits.countOfCase) }
        try await checkRoom()
        return try await IncomingFile(self, named: name, caseID: open.id.text, session: token.hash)
    }

    /// Adds a file to the case of a mailbox.
    package func addMailboxFile(_ file: DraftFile, in token: SessionToken) async throws {
        try await retrying {
            let open = try await mailbox(token, isAtWork: true)
            let (id, today) = (open.id, today)
            let number = try await database.read { db in try db.nextFileNumber(of: id) }
            let rows = try attachmentRows(file, number: number, open.keys)
            let (detail, reply) = (try open.keys.seal(SubjectDetail(at: clock.now())), settings.reply(to: today))
            try await audit.command { db in
                guard try db.nextFileNumber(of: id) == number else { throw NumberTaken() }
                guard number <= FileLimits.countOfCase else { throw FileRefusal.caseFull(limit: FileLimits.countOfCase) }
                for row in rows { try db.insertAttachment(row, of: id, on: today) }
                for item in [file.item, file.original.item] { try db.endUpload(item) }
                try db.insertCurrent(detail.item)
                try db.startReply(reply, of: id)
                return AuditNote(.reporterAddedFile, by: "reporter", at: .reporterDoor, subject: id.text) { _ in detail.bytes }
            }
        }
    }

    /// The two items of a file: the copy in the content, the original for the reporter.
    func attachmentRows(_ file: DraftFile, number: Int, _ keys: CompartmentKeys) throws -> [SealedDocumentRow] {
        [
            try keys.seal(
                file.attachment.numbered(number), kind: "attachment", in: .content, table: "case_attachment", with: sealer,
                id: SealedItem.ID(file.item),
                key: ItemKey(bytes: Array(file.key))),
            try keys.seal(
                file.original.attachment.numbered(number), kind: "attachment", in: .originals, table: "case_attachment",
                with: sealer,
                id: SealedItem.ID(file.original.item), key: ItemKey(bytes: Array(file.original.key))),
        ]
    }

    /// The reporter's own file, as it was sent.
    package func ownFile(_ id: SealedItem.ID, in token: SessionToken) async throws -> OutgoingFile? {
        let open = try await mailbox(token)
        let caseID = open.id
        let rows = try await database.read { db in try db.rows(of: caseID) }
        return try outgoing(id, rows, open.keys, .originals)
    }

    /// A file of a case for an officer. Each opening is recorded before it happens.
    ///
    /// - Throws: `CaseRefusal.notFound`; `.keysMissing` where its key was not handed to this officer.
    package func file(_ id: SealedItem.ID, of caseID: CaseFile.ID, for reader: Reader) async throws -> OutgoingFile {
        let open = try await opened(caseID, by: reader)
        guard let item = open.rows.items[id], item.compartment == .content else { throw CaseRefusal.notFound }
        guard try await compartments.holds(.officer(reader.ring), keyOf: item) else { throw CaseRefusal.keysMissing }
        guard let file = try outgoing(id, open.rows, open.keys, .content) else { throw CaseRefusal.notFound }
        let number = file.attachment.number.map(String.init)
        _ = try await compartments.open(
            caseID.text, for: .officer(reader.ring), [.content], as: .fileOpened, by: open.role.rawValue, at: .officerDoor,
            detail: detail(reader, number))
        return file
    }

    private func outgoing(
        _ id: SealedItem.ID, _ rows: SealedCaseRows, _ keys: CompartmentKeys, _ compartment: Compartment
    ) throws -> OutgoingFile? {
        guard let row = rows.attachments.first(where: { $0.item == id }), let item = rows.items[id],
            item.compartment == compartment
        else {
            return nil
        }
        let attachment = try keys.open(row.payload, of: item, table: "case_attachment", with: sealer, as: Attachment.self)
        let reader = SealedFileReader(
            id, key: try keys.key(of: item), compartment, of: keys.subject, count: attachment.count, database: database,
            sealer: sealer)
        return OutgoingFile(attachment, reader)
    }
}
