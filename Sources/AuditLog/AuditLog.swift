import Database
import Kernel
import Sealing

/// The chain of what was done. A command and its entry are committed together or not at all, one after the other on all nodes.
package struct AuditLog: Sendable {
    package static let migrations = [Migration("audit-0001", sql: PackageResources._001_audit_sql)]

    package let database: any Database
    package let clock: WallClock
    let installation: String
    let signing: ServerSecrets.Numbered<SigningKeyPair>

    package init(database: any Database, secrets: ServerSecrets, clock: WallClock) {
        self.database = database
        self.clock = clock
        installation = secrets.installation
        signing = secrets.signing[0]
    }

    /// Runs a command under the one write lock: its rows, its entries and the new head are one transaction.
    package func command<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Audited<T>
    ) async throws -> T {
        try await database.write(.audit) { [self] db in
            let result = try body(db)
            try db.append(result.notes, on: clock.today(), installation: installation, signing: signing)
            return result.value
        }
    }

    /// Runs a command that answers nothing.
    package func command(_ body: @escaping @Sendable (any SQLConnection) throws -> AuditNote) async throws {
        try await command { db in Audited((), try body(db)) }
    }

    /// The entries about a subject, in order.
    package func entries(about subject: String) async throws -> [AuditEntry] {
        try await database.read { db in
            try db.query("SELECT * FROM audit_entry WHERE subject = $1 ORDER BY number", subject).map(AuditEntry.init)
        }
    }

    /// The signed end of the chain; nil while it is empty.
    package func head() async throws -> AuditHead? {
        try await database.read { [installation] db in try db.head(of: installation) }
    }
}

extension SQLConnection {
    func head(of installation: String) throws -> AuditHead? {
        try first("SELECT * FROM audit_head WHERE id = 1").map { try AuditHead(row: $0, installation: installation) }
    }

    fileprivate func append(
        _ notes: [AuditNote], on day: Day, installation: String, signing: ServerSecrets.Numbered<SigningKeyPair>
    ) throws {
        let head = try head(of: installation)
        var (number, previous) = (head?.number ?? 0, head.map { Array($0.hash) } ?? AuditEntry.beginning)
        var last: AuditEntry?
        for note in notes {
            let entry = try AuditEntry(number: number + 1, day: day, note: note, previous: previous)
            try insert(entry)
            (number, previous, last) = (entry.number, entry.hash, entry)
        }
        if let last { try replaceHead(AuditHead(installation: installation, entry: last, key: signing)) }
    }

    private func insert(_ entry: AuditEntry) throws {
        try execute(
            """
            INSERT INTO audit_entry (number, day, action, party, origin, subject, previous, hash, detail, detail_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, entry.number, entry.day, entry.action.code, entry.party, entry.origin.rawValue, entry.subject, entry.previous,
            entry.hash, entry.detail, entry.detailHash)
    }

    private func replaceHead(_ head: AuditHead) throws {
        try execute(
            """
            INSERT INTO audit_head (id, number, hash, day, key_id, signature) VALUES (1, $1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET number = $1, hash = $2, day = $3, key_id = $4, signature = $5
            """, head.number, Array(head.hash), head.day, head.keyID, Array(head.signature))
    }
}
