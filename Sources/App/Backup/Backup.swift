import Access
import Database
import Foundation
import Kernel

/// Makes backups while the desk works, and restores them into an empty database of either engine.
package struct Backup: Sendable {
    /// What ends with the server and need not come back: sessions of officers and what they opened.
    private static let left: Set<String> = ["officer_session", "sign_in_brake", "case_opening", "list_opening", "job_lease"]

    let database: any Database
    let migrations: [Migration]

    package init(database: any Database, migrations: [Migration] = Registers.migrations) {
        self.database = database
        self.migrations = migrations
    }

    private var tables: [String] { migrations.flatMap(\.tables).filter { !Self.left.contains($0) } }

    /// Writes all rows as they are at one moment.
    ///
    /// - Returns: how many rows.
    package func write(to path: String, installation: String, day: Day, progress: @escaping @Sendable (Int) -> Void = { _ in })
        async throws -> Int
    {
        guard !FileManager.default.fileExists(atPath: path) else { throw BackupRefusal.fileExists(path) }
        let partial = path + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: partial)
        else { throw BackupRefusal.cannotWrite(partial) }
        let tables = tables
        do {
            let rows = try await database.read { db in
                let schemas = try tables.map { try db.schema(of: $0) }
                let header = BackupHeader(
                    form: 1, installation: installation, day: day.iso, migrations: try db.migrationsDone(),
                    tables: schemas.map { BackupHeader.Table(name: $0.name, columns: $0.columns) })
                var writer = try BackupWriter(file, header: header)
                for (number, schema) in schemas.enumerated() {
                    try db.forEachRow(of: schema) { row in try writer.append(row, table: number) }
                    progress(writer.rows)
                }
                try writer.finish()
                return writer.rows
            }
            guard rename(partial, path) == 0 else { throw BackupRefusal.cannotWrite(path) }
            return rows
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    /// Restores a backup into an empty database. The file is checked as a whole first; the row that makes the database an
    /// installation comes last, so that a restore that was cut off cannot be used.
    ///
    /// - Parameter installation: the name in the secrets; a backup of another installation would not open with them.
    /// - Returns: the header of the backup and how many rows.
    package func restore(
        from path: String, into installation: String, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> (BackupHeader, Int) {
        try BackupReader.check(path: path)
        var reader = try BackupReader(path: path)
        let header = reader.header
        guard header.form == 1 else { throw BackupRefusal.notABackup }
        let unknown = header.migrations.filter { id in !migrations.contains { $0.id == id } }
        guard unknown.isEmpty else { throw BackupRefusal.newerForm(unknown) }
        guard header.installation == installation else { throw InstallationRefusal.secretsOfAnotherInstallation }
        try await database.migrate(migrations.filter { header.migrations.contains($0.id) })
        let isEmpty = try await database.read { db in
            try header.tables.allSatisfy { try db.first("SELECT 1 AS found FROM \($0.name) LIMIT 1") == nil }
        }
        guard isEmpty else { throw BackupRefusal.databaseNotEmpty }

        var (rows, batch, last) = (0, [(String, [SQLValue])](), [(String, [SQLValue])]())
        let statements = header.tables.map(Self.insert)
        while let (table, values) = try reader.next() {
            if header.tables[table].name == "installation" {
                last.append((statements[table], values))
            } else {
                batch.append((statements[table], values))
            }
            rows += 1
            if batch.count >= 500 {
                try await store(batch)
                batch = []
                progress(rows)
            }
        }
        try await store(batch)
        try await store(last)
        try await database.migrate(migrations)
        return (header, rows)
    }

    private func store(_ rows: [(String, [SQLValue])]) async throws {
        try await database.write { db in
            for (statement, values) in rows { try db.execute(statement, values) }
        }
    }

    private static func insert(_ table: BackupHeader.Table) -> String {
        let places = table.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES (\(places))"
    }
}

extension SQLConnection {
    /// Visits every row of a table in the order of its key, some at a time.
    fileprivate func forEachRow(of schema: TableSchema, _ body: (Row) throws -> Void) throws {
        let key = schema.key.joined(separator: ", ")
        let columns = schema.columns.joined(separator: ", ")
        let places = schema.key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let size = schema.name == "file_chunk" ? 16 : 500
        var page = try query("SELECT \(columns) FROM \(schema.name) ORDER BY \(key) LIMIT \(size)")
        while let last = page.last {
            for row in page { try body(row) }
            guard page.count == size else { return }
            let after = schema.key.map { name in last.values[schema.columns.firstIndex(of: name)!] }
            page = try query(
                "SELECT \(columns) FROM \(schema.name) WHERE (\(key)) > (\(places)) ORDER BY \(key) LIMIT \(size)",
                after.map { $0 as any SQLBindable })
        }
    }
}
