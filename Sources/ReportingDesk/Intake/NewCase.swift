import Compartments
import Database
import Foundation
import Kernel
import Sealing

/// A case with everything in it sealed, not yet stored.
struct NewCase: Sendable {
    let id: CaseFile.ID
    let subject: NewSubject
    let clocks: [CaseClock]
    let documents: [SealedDocumentRow]
    let attachments: [SealedDocumentRow]
    let listFields: SealedListFields?
    let listItem: SealedDocumentRow?
    let entry: MailboxEntry
    let uploads: [String]
}

/// A sealed document with its item, as it goes to a row.
struct SealedDocumentRow: Sendable {
    let item: SealedItem
    let kind: String
    let payload: [UInt8]
}

/// One code of a mailbox: it finds and unlocks the mailbox's private key.
struct MailboxEntry: Sendable {
    let locator: [UInt8]
    let sealedKey: [UInt8]

    init(_ pair: ReadingKeyPair, of id: CaseFile.ID, unlockedBy key: StretchedKey, sealer: Sealer) {
        locator = key.locator
        sealedKey = sealer.seal(pair.seed, with: key.unlockKey, at: Self.place(id, key.locator))
    }

    static func place(_ id: CaseFile.ID, _ locator: [UInt8]) -> SealingPlace {
        SealingPlace(table: "mailbox_entry", column: "sealed_key", row: Base32.encode(locator), subject: id.text)
    }
}

extension CompartmentKeys {
    /// Seals a document as a new item of a compartment.
    func seal(
        _ document: some SealedDocument, kind: String, in compartment: Compartment, table: String = "case_document",
        with sealer: Sealer,
        id: SealedItem.ID? = nil, key: ItemKey? = nil
    ) throws -> SealedDocumentRow {
        let (item, key) = try newItem(in: compartment, id: id, key: key)
        let place = SealingPlace(item: item.id, subject: subject, compartment: compartment, table: table, column: "payload")
        return SealedDocumentRow(item: item, kind: kind, payload: try sealer.seal(document, with: key, at: place).bytes)
    }

    /// Opens a document of an item.
    func open<Document: SealedDocument>(
        _ payload: [UInt8], of item: SealedItem, table: String = "case_document", with sealer: Sealer,
        as _: Document.Type = Document.self
    ) throws -> Document {
        let place = SealingPlace(item: item.id, subject: subject, compartment: item.compartment, table: table, column: "payload")
        return try sealer.open(Sealed<Document>(bytes: payload), with: key(of: item), at: place)
    }
}

extension SQLConnection {
    func insert(_ new: NewCase, number: CaseNumber, rosterVersion: Int, on day: Day) throws {
        let place = ListPlace(
            isOpen: true, mark: CaseFile.Awaiting.officer.rawValue, sort: NextDue.sort(NextDue(of: new.clocks), new.id))
        try insert(new.subject, rosterVersion: rosterVersion, at: place, on: day)
        try insertCase(new.id, number: number, receivedOn: day)
        for clock in new.clocks { for event in clock.history { try append(event, to: clock.kind, of: new.id) } }
        for document in new.documents + [new.listItem].compactMap(\.self) { try insertDocument(document, of: new.id, on: day) }
        for attachment in new.attachments { try insertAttachment(attachment, of: new.id, on: day) }
        for item in new.uploads { try execute("DELETE FROM pending_upload WHERE item = $1", item) }
        if let listItem = new.listItem {
            try execute("UPDATE case_file SET list_item = $2 WHERE id = $1", new.id, listItem.item.id)
        }
        if let fields = new.listFields { try setListFields(fields, of: new.id) }
        try insertEntry(new.entry, of: new.id, on: day)
        try refreshDue(of: new.id)
    }

    func insertDocument(_ row: SealedDocumentRow, of id: CaseFile.ID, on day: Day) throws {
        try insertCurrent(row.item)
        try execute(
            "INSERT INTO case_document (item, case_id, kind, day, payload) VALUES ($1, $2, $3, $4, $5)", row.item.id, id,
            row.kind, day,
            row.payload)
    }

    func insertAttachment(_ row: SealedDocumentRow, of id: CaseFile.ID, on day: Day) throws {
        try insertCurrent(row.item)
        try execute(
            "INSERT INTO case_attachment (item, case_id, day, payload) VALUES ($1, $2, $3, $4)", row.item.id, id, day, row.payload
        )
    }

    /// - Parameter isPending: whether another code opens the mailbox until this one was used.
    func insertEntry(_ entry: MailboxEntry, of id: CaseFile.ID, on day: Day, isPending: Bool = false) throws {
        try execute(
            "INSERT INTO mailbox_entry (locator, case_id, sealed_key, day, is_pending) VALUES ($1, $2, $3, $4, $5)",
            entry.locator, id, entry.sealedKey, day, isPending)
    }

    func setListFields(_ fields: SealedListFields?, of id: CaseFile.ID) throws {
        try execute(
            "UPDATE case_file SET list_form = $2, list_epoch = $3, list_fields = $4 WHERE id = $1", id, fields?.form.rawValue,
            fields?.epoch, fields?.bytes)
    }
}
