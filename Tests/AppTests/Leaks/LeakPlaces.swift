import App
import Database
import Foundation
import TestSupport

/// One place where something may have been left, and its bytes.
struct LeakPlace {
    let name: String
    let bytes: [UInt8]
}

extension LeakHouse {
    /// What the database left on the disk and in its own records, piece by piece.
    func visitDatabase(_ visit: (LeakPlace) throws -> Void) async throws {
        if let postgresName { try await visitPostgres(postgresName, visit) } else { try visitFolder(visit) }
        try await visitRows(visit)
        let backup = folder.path("\(UUID().uuidString).backup")
        _ = try await Backup(database: database).write(to: backup, installation: "leak", day: day("2026-11-22"))
        try visit(LeakPlace(name: "backup", bytes: try read(backup)))
        try FileManager.default.removeItem(atPath: backup)
    }

    /// The files of SQLite: the database, its log and the index of that.
    func visitFolder(_ visit: (LeakPlace) throws -> Void) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() {
            try visit(LeakPlace(name: name, bytes: try read(folder.path(name))))
        }
    }

    /// The data directory, the write-ahead log, a dump, and the log of the server.
    private func visitPostgres(_ name: String, _ visit: (LeakPlace) throws -> Void) async throws {
        let (data, oid) = try await database.write { db in
            let directory = try db.first("SELECT setting FROM pg_settings WHERE name = 'data_directory'")
            let oid = try db.first("SELECT oid::text AS oid FROM pg_database WHERE datname = $1", name)
            return (try directory?.get("setting", as: String.self) ?? "", try oid?.get("oid", as: String.self) ?? "")
        }
        let address = try Self.address(of: name)
        _ = try Command(try Self.postgresProgram("psql"), ["-qX", "-c", "CHECKPOINT", address]).run()
        for part in ["base/\(oid)", "pg_wal"] {
            for path in try files(below: "\(data)/\(part)", changedSince: started) {
                if let bytes = try readUnlessGone(path) { try visit(LeakPlace(name: part, bytes: bytes)) }
            }
        }
        let log = URL(filePath: data).deletingLastPathComponent().appending(path: "log").path
        try visit(LeakPlace(name: "log of the server", bytes: try read(log)))
        try visit(LeakPlace(name: "dump", bytes: try Command(try Self.postgresProgram("pg_dump"), [address]).run()))
    }

    /// Every value of every row, whole: in the files a long one lies in pieces.
    private func visitRows(_ visit: (LeakPlace) throws -> Void) async throws {
        for table in Registers.migrations.flatMap(\.tables) {
            let values = try await database.read { db in try db.query("SELECT * FROM \(table)").flatMap(\.values) }
            for value in values {
                switch value {
                case .text(let text): try visit(LeakPlace(name: "rows of \(table)", bytes: Array(text.utf8)))
                case .blob(let bytes): try visit(LeakPlace(name: "rows of \(table)", bytes: bytes))
                case .null, .integer, .real: continue
                }
            }
        }
    }

    private func read(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    /// The server removes files of its own while others look. One that is there and cannot be read is an error.
    private func readUnlessGone(_ path: String) throws -> [UInt8]? {
        do {
            return try read(path)
        } catch  where !FileManager.default.fileExists(atPath: path) {
            return nil
        }
    }

    private func files(below folder: String, changedSince instant: Date) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }.filter { path in
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return false }
            let changed = attributes[.modificationDate] as? Date ?? .distantFuture
            return attributes[.type] as? FileAttributeType == .typeRegular && changed >= instant.addingTimeInterval(-1)
        }
    }
}
