/// One numbered step of the schema, forward only.
package struct Migration: Sendable {
    package let id: String
    let sql: String

    /// - Parameter sql: the bytes of the file, with the words of `Dialect`.
    package init(_ id: String, sql: [UInt8]) {
        self.id = id
        self.sql = String(decoding: sql, as: UTF8.self)
    }
}

extension Database {
    /// Brings the schema up to date, all steps in one transaction under the audit lock, so that many nodes may start at once.
    ///
    /// - Throws: `MigrationRefusal` where the database knows steps that this release does not: it is older than its data.
    package func migrate(_ migrations: [Migration]) async throws {
        try await write(.audit) { db in
            try db.script(
                db.dialect.expand("CREATE TABLE IF NOT EXISTS schema_migration (id {text} NOT NULL PRIMARY KEY) {table}"))
            let done = Set(try db.query("SELECT id FROM schema_migration").map { try $0.get("id", as: String.self) })
            let unknown = done.subtracting(migrations.map(\.id))
            guard unknown.isEmpty else { throw MigrationRefusal.databaseIsNewer(unknown.sorted()) }
            for migration in migrations where !done.contains(migration.id) {
                try db.script(db.dialect.expand(migration.sql))
                try db.execute("INSERT INTO schema_migration (id) VALUES ($1)", migration.id)
            }
            if db.dialect == .postgres { try db.storeBlobsUncompressed() }
        }
    }
}

/// Why a schema cannot be brought up to date.
package enum MigrationRefusal: Error, Equatable {
    case databaseIsNewer([String])
}

extension SQLConnection {
    /// Sealed bytes do not compress: PostgreSQL need not try.
    fileprivate func storeBlobsUncompressed() throws {
        let columns = try query(
            """
            SELECT c.relname AS relation, a.attname AS attribute FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.atttypid = 'bytea'::regtype
            AND NOT a.attisdropped AND a.attstorage <> 'e'
            """)
        for column in columns {
            let (table, name): (String, String) = (try column.get("relation"), try column.get("attribute"))
            try script("ALTER TABLE \(table) ALTER COLUMN \(name) SET STORAGE EXTERNAL")
        }
    }
}
