import Access
import Database
import Kernel
import Sealing

/// The public half of an organisation's list key: what comes in is sealed to it, for the server holds no list key.
package struct ListInbox: Sendable {
    package let organisation: Organisation.ID
    package let epoch: Int
    let publicKey: ReadingPublicKey
}

/// An organisation's list keys, in the session of someone who may see its lists. It has no description.
package struct ListKeys: Sendable {
    package let organisation: Organisation.ID
    /// By epoch.
    private let seeds: [Int: ReadingKeyPair]
    /// What follows from them, by epoch.
    private let keys: [Int: ListKey]
    private let sealer: Sealer

    init(organisation: Organisation.ID, seeds: [Int: ReadingKeyPair], sealer: Sealer) {
        self.organisation = organisation
        self.seeds = seeds
        self.sealer = sealer
        keys = seeds.mapValues { (try! Secret<UnlockUse>(bytes: $0.seed)).derived("list-key", as: ListUse.self) }
    }

    /// The list fields of a row, as they came in or as they were sealed since.
    package func open<Document: SealedDocument>(
        _ fields: SealedListFields, of subject: String, as _: Document.Type = Document.self
    ) throws -> Document {
        guard let pair = seeds[fields.epoch], let key = keys[fields.epoch] else { throw KeyRefusal.notAReader }
        switch fields.form {
        case .inbox:
            let own: ListKey = try sealer.unwrap(
                Array(fields.bytes.prefix(Sealer.wrapSize)), with: pair, at: .listFields(of: subject, organisation, fields.epoch))
            return try sealer.open(
                Sealed(bytes: Array(fields.bytes.dropFirst(Sealer.wrapSize))), with: own,
                at: .listFields(of: subject, organisation, fields.epoch))
        case .list:
            return try sealer.open(
                Sealed(bytes: fields.bytes), with: key, at: .listFields(of: subject, organisation, fields.epoch))
        }
    }

    /// Seals list fields under the symmetric key of the newest epoch, with which a whole year opens in milliseconds.
    package func seal(_ document: some SealedDocument, of subject: String) throws -> SealedListFields {
        guard let epoch = keys.keys.max(), let key = keys[epoch] else { throw KeyRefusal.notAReader }
        let sealed = try sealer.seal(document, with: key, at: .listFields(of: subject, organisation, epoch))
        return SealedListFields(form: .list, epoch: epoch, bytes: sealed.bytes)
    }
}

/// Kind, ground and outcome of a case as its row keeps them.
package struct SealedListFields: Sendable, Equatable {
    package enum Form: Int, Sendable {
        /// Under a key of its own, wrapped to the organisation's list key: as the server seals what comes in.
        case inbox = 1
        /// Under the organisation's symmetric list key.
        case list = 2
    }

    package let form: Form
    package let epoch: Int
    package let bytes: [UInt8]

    package init(form: Form, epoch: Int, bytes: [UInt8]) {
        self.form = form
        self.epoch = epoch
        self.bytes = bytes
    }
}

extension Compartments {
    /// Seals list fields as they come in.
    package func seal(_ document: some SealedDocument, of subject: String, to inbox: ListInbox) throws -> SealedListFields {
        let place = SealingPlace.listFields(of: subject, inbox.organisation, inbox.epoch)
        let key = ListKey(from: sealer.entropy)
        return SealedListFields(
            form: .inbox, epoch: inbox.epoch,
            bytes: sealer.wrap(key, to: inbox.publicKey, at: place) + (try sealer.seal(document, with: key, at: place)).bytes)
    }

    /// Where an organisation's list fields are sealed to. Where it has no list key, or none of its readers holds the newest any
    /// more, one is made and wrapped to its readers.
    package func listInbox(of organisation: Organisation.ID) async throws -> ListInbox {
        let stored = try await storedInbox(of: organisation)
        if let stored, try await !isListKeyLost(stored.epoch, at: organisation) { return stored }
        let readers = try await access.roster().keyholders(of: organisation, on: today) { $0.readsReports }
        let (pair, day, epoch) = (ReadingKeyPair(from: sealer.entropy), today, (stored?.epoch ?? 0) + 1)
        let rows = readers.map { listWrap(of: pair, at: organisation, epoch: epoch, for: $0.keys) }
        try await database.write { db in
            let made = try db.execute(
                """
                INSERT INTO list_key (organisation, epoch, public_key, started_day) VALUES ($1, $2, $3, $4)
                ON CONFLICT (organisation, epoch) DO NOTHING
                """, organisation, epoch, pair.publicKey.bytes, day)
            guard made == 1 else { return }
            for row in rows { try db.insert(row, at: organisation, epoch: epoch) }
        }
        guard let inbox = try await storedInbox(of: organisation) else { throw SQLFailure(.other, "no list key was stored") }
        return inbox
    }

    /// Whether the organisation has readers, and none of them holds a list key with their present keys: all enrolled anew before one
    /// of them handed it on.
    package func isListKeyLost(_ epoch: Int, at organisation: Organisation.ID) async throws -> Bool {
        let readers = try await access.roster().keyholders(of: organisation, on: today) { $0.readsReports }
        let held = readers.map { tags.listReader(organisation, epoch, $0.officer.id, keyVersion: $0.keys.version) }
        return try await database.read { db in
            try !held.isEmpty && held.allSatisfy { try db.listWrap(at: organisation, epoch: epoch, tag: $0) == nil }
        }
    }

    /// The list keys that an officer holds at an organisation, handed on to those readers there who lack them.
    package func listKeys(of organisation: Organisation.ID, for ring: KeyRing) async throws -> ListKeys {
        let (tags, sealer) = (tags, sealer)
        let found = try await database.read { db in
            try db.query("SELECT epoch FROM list_key WHERE organisation = $1", organisation).compactMap {
                row -> (Int, [UInt8])? in
                let epoch: Int = try row.get("epoch")
                let tag = tags.listReader(organisation, epoch, ring.officer, keyVersion: ring.version)
                return try db.listWrap(at: organisation, epoch: epoch, tag: tag).map { (epoch, $0) }
            }
        }
        var seeds: [Int: ReadingKeyPair] = [:]
        for (epoch, wrap) in found {
            let secret: ListKey = try sealer.unwrap(wrap, with: ring.reading, at: .listKey(of: organisation, epoch: epoch))
            seeds[epoch] = try ReadingKeyPair(seed: secret.bytes)
        }
        try await handOn(seeds, at: organisation)
        return ListKeys(organisation: organisation, seeds: seeds, sealer: sealer)
    }

    /// Every reader of an organisation may see its lists: whoever holds the key wraps it to those who were confirmed since.
    private func handOn(_ seeds: [Int: ReadingKeyPair], at organisation: Organisation.ID) async throws {
        let readers = try await access.roster().keyholders(of: organisation, on: today) { $0.readsReports }
        let (tags, epochs) = (tags, Array(seeds.keys))
        let missing = try await database.read { db in
            try epochs.flatMap { epoch in
                try readers.filter { reader in
                    let tag = tags.listReader(organisation, epoch, reader.officer.id, keyVersion: reader.keys.version)
                    return try db.listWrap(at: organisation, epoch: epoch, tag: tag) == nil
                }.map { (epoch, $0.keys) }
            }
        }
        guard !missing.isEmpty else { return }
        let rows = missing.map { epoch, keys in (epoch, listWrap(of: seeds[epoch]!, at: organisation, epoch: epoch, for: keys)) }
        try await database.write { db in
            for (epoch, row) in rows { try db.insert(row, at: organisation, epoch: epoch) }
        }
    }

    private func storedInbox(of organisation: Organisation.ID) async throws -> ListInbox? {
        try await database.read { db in
            try db.first(
                "SELECT epoch, public_key FROM list_key WHERE organisation = $1 ORDER BY epoch DESC LIMIT 1", organisation
            ).map {
                ListInbox(
                    organisation: organisation, epoch: try $0.get("epoch"),
                    publicKey: try ReadingPublicKey(bytes: $0.get("public_key")))
            }
        }
    }

    private func listWrap(of pair: ReadingKeyPair, at organisation: Organisation.ID, epoch: Int, for keys: OfficerKeys)
        -> KeyWrapRow
    {
        let secret = try! ListKey(bytes: pair.seed)
        return KeyWrapRow(
            tag: tags.listReader(organisation, epoch, keys.officer, keyVersion: keys.version).bytes, isPair: false,
            wrap: sealer.wrap(secret, to: keys.reading, at: .listKey(of: organisation, epoch: epoch)))
    }
}

extension SealingPlace {
    fileprivate static func listKey(of organisation: Organisation.ID, epoch: Int) -> SealingPlace {
        SealingPlace(table: "list_key_wrap", column: "wrap", row: organisation.code, epoch: epoch)
    }

    fileprivate static func listFields(of subject: String, _ organisation: Organisation.ID, _ epoch: Int) -> SealingPlace {
        SealingPlace(table: "case_file", column: "list_fields", row: organisation.code, subject: subject, epoch: epoch)
    }
}

extension SQLConnection {
    fileprivate func listWrap(at organisation: Organisation.ID, epoch: Int, tag: KeyedTag) throws -> [UInt8]? {
        try first(
            "SELECT wrap FROM list_key_wrap WHERE organisation = $1 AND epoch = $2 AND tag = $3", organisation, epoch, tag.bytes)?
            .get("wrap")
    }

    fileprivate func insert(_ row: KeyWrapRow, at organisation: Organisation.ID, epoch: Int) throws {
        try execute(
            """
            INSERT INTO list_key_wrap (organisation, epoch, tag, wrap) VALUES ($1, $2, $3, $4)
            ON CONFLICT (organisation, epoch, tag) DO NOTHING
            """, organisation, epoch, row.tag, row.wrap)
    }
}
