import Compartments
import Crypto
import Database
import Kernel
import Sealing

/// Seals a file into chunk rows as its bytes come, some chunks at a time.
struct SealedFileWriter: Sendable {
    let item: SealedItem.ID
    let key: ItemKey
    private let database: any Database
    private var sealing: FileSealing
    private var waiting: [[UInt8]] = []
    private(set) var chunks = 0

    /// So many chunks go to the database together.
    private static let batch = 4

    var count: Int { sealing.count }

    init(_ compartment: Compartment, of caseID: String, database: any Database, sealer: Sealer, session: [UInt8]?, on day: Day)
        async throws
    {
        let item = SealedItem.ID(from: sealer.entropy)
        self.item = item
        key = ItemKey(from: sealer.entropy)
        self.database = database
        sealing = FileSealing(sealer: sealer, key: key, place: .chunks(of: item, in: caseID, compartment))
        try await database.write { db in try db.beginUpload(item, session: session, on: day) }
    }

    mutating func write(_ bytes: [UInt8]) async throws {
        waiting += sealing.feed(bytes)
        if waiting.count >= Self.batch { try await store() }
    }

    mutating func finish() async throws {
        waiting += sealing.finish()
        try await store()
    }

    /// Takes back what was stored.
    func discard() async throws {
        try await database.write { [item] db in try db.deleteFile(item.text) }
    }

    private mutating func store() async throws {
        let (batch, number, item) = (waiting, chunks, item)
        waiting = []
        chunks += batch.count
        try await database.write { db in try db.insertChunks(batch, of: item, from: number) }
    }
}

/// Reads a sealed file from its chunk rows, one chunk at a time.
struct SealedFileReader: Sendable {
    let item: SealedItem.ID
    private let database: any Database
    private var opening: FileOpening
    private var number = 0

    init(
        _ item: SealedItem.ID, key: ItemKey, _ compartment: Compartment, of caseID: String, count: Int, database: any Database,
        sealer: Sealer
    ) {
        self.item = item
        self.database = database
        opening = FileOpening(sealer: sealer, key: key, place: .chunks(of: item, in: caseID, compartment), count: count)
    }

    /// The next bytes; nil after the last.
    ///
    /// - Throws: `SealFailure` where a chunk is missing, changed or moved.
    mutating func next() async throws -> [UInt8]? {
        guard !opening.isComplete else { return nil }
        let (item, number) = (item, number)
        guard let chunk = try await database.read({ db in try db.chunk(number, of: item) }) else { throw SealFailure.truncated }
        self.number += 1
        return try opening.feed(chunk)
    }
}

extension SealingPlace {
    fileprivate static func chunks(of item: SealedItem.ID, in caseID: String, _ compartment: Compartment) -> SealingPlace {
        SealingPlace(item: item, subject: caseID, compartment: compartment, table: "file_chunk", column: "payload")
    }
}
