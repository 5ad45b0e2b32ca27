import Database
import Kernel
import Sealing

/// Something sealed in a compartment under a key of its own. What it holds lies in the rows of the capability that made it.
package struct SealedItem: Sendable, Equatable {
    package typealias ID = Identifier<SealedItem>

    package let id: ID
    package let subject: String
    package let compartment: Compartment
    let epoch: Epoch.ID
    let wrappedKey: [UInt8]

    init(id: ID, subject: String, compartment: Compartment, epoch: Epoch.ID, wrappedKey: [UInt8]) {
        self.id = id
        self.subject = subject
        self.compartment = compartment
        self.epoch = epoch
        self.wrappedKey = wrappedKey
    }

    package init(row: Row) throws {
        self.init(
            id: try row.get("id"), subject: try row.get("subject"), compartment: try row.get("compartment"),
            epoch: try row.get("epoch"), wrappedKey: try row.get("wrapped_key"))
    }
}

/// Where the content of an item belongs. It does not depend on the epoch, so that a new epoch rewrites no content.
extension SealingPlace {
    package init(item: SealedItem.ID, subject: String, compartment: Compartment, table: String, column: String) {
        self.init(table: table, column: column, row: item.text, subject: subject, compartment: compartment.rawValue)
    }
}

extension SQLConnection {
    package func insert(_ item: SealedItem) throws {
        try execute(
            "INSERT INTO sealed_item (id, subject, compartment, epoch, wrapped_key) VALUES ($1, $2, $3, $4, $5)", item.id,
            item.subject,
            item.compartment.rawValue, item.epoch, item.wrappedKey)
    }

    package func sealedItems(of subject: String) throws -> [SealedItem.ID: SealedItem] {
        let items = try query("SELECT * FROM sealed_item WHERE subject = $1", subject).map(SealedItem.init)
        return Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0) })
    }

    package func sealedItem(_ id: SealedItem.ID) throws -> SealedItem? {
        try first("SELECT * FROM sealed_item WHERE id = $1", id).map(SealedItem.init)
    }
}
