import Access
import App
import Database
import Foundation
import Sealing
import TestSupport
import Testing

/// A backup that is not whole is refused before anything of it is used.
///
/// The tests come one after the other: each holds two databases, and all together would wait for each other.
@Suite(.serialized) struct BackupRefusalTests {
    /// What a refusal may not touch: an empty database has no tables at all.
    private func tables(_ database: any Database) async throws -> Int {
        try await database.read { db in
            switch db.dialect {
            case .sqlite: try db.query("SELECT name FROM sqlite_master").count
            case .postgres: try db.query("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").count
            }
        }
    }

    private func refusal(_ bytes: [UInt8], _ house: BackupHouse, into database: any Database) async throws -> (any Error)? {
        let path = house.folder.path("damaged.backup")
        try Data(bytes).write(to: URL(filePath: path))
        do {
            try await house.restore(path, into: database)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: Engine.all)
    func `a backup with one changed byte anywhere is refused, and the database stays empty`(engine: Engine) async throws {
        try await BackupHouse.with(.sqlite) { house in
            _ = try await house.report(1)
            let whole = Array(try Data(contentsOf: URL(filePath: try await house.backUp())))
            let header = try #require(whole[17...].firstIndex(of: 10))

            try await engine.withDatabase { database in
                let places =
                    Array(stride(from: 0, through: header, by: 7))
                    + Array(stride(from: header, to: whole.count, by: whole.count / 150))
                for place in places + [whole.count - 33, whole.count - 1] {
                    var bytes = whole
                    bytes[place] ^= 0x01
                    let refusal = try await refusal(bytes, house, into: database)
                    #expect(refusal as? BackupRefusal == (place < 17 ? .notABackup : .damaged), "\(place)")
                }
                let left = try await tables(database)
                #expect(left == 0)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a backup that was cut off, or has something after its end, is refused, and the database stays empty`(engine: Engine)
        async throws
    {
        try await BackupHouse.with(.sqlite) { house in
            _ = try await house.report(1)
            let whole = Array(try Data(contentsOf: URL(filePath: try await house.backUp())))
            let header = try #require(whole[17...].firstIndex(of: 10))

            try await engine.withDatabase { database in
                for count in [0, 1, 16] {
                    let refusal = try await refusal(Array(whole.prefix(count)), house, into: database)
                    #expect(refusal as? BackupRefusal == .notABackup, "\(count)")
                }
                for count in [
                    17, 40, header, header + 1, header + 40, whole.count / 2, whole.count - 33, whole.count - 32, whole.count - 1,
                ] {
                    let refusal = try await refusal(Array(whole.prefix(count)), house, into: database)
                    #expect(refusal as? BackupRefusal == .damaged, "\(count)")
                }
                let longer = try await refusal(whole + [0], house, into: database)
                let other = try await refusal(Array("SQLite format 3\0".utf8) + whole, house, into: database)
                let left = try await tables(database)

                #expect(longer as? BackupRefusal == .damaged && other as? BackupRefusal == .notABackup)
                #expect(left == 0)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a database that is in use is not restored into, and keeps what it has`(engine: Engine) async throws {
        try await BackupHouse.with(.sqlite) { house in
            let first = try await house.report(1)
            let path = try await house.backUp()

            try await engine.withDatabase { database in
                try await house.restore(path, into: database)
                let count = try await database.read { try $0.query("SELECT id FROM sealed_item").count }
                await #expect(throws: BackupRefusal.databaseNotEmpty) { try await house.restore(path, into: database) }
                let after = try await database.read { try $0.query("SELECT id FROM sealed_item").count }
                let found = try await house.restored(in: database).found(with: first.code)

                #expect(after == count && found.story == first.story)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a restore that was cut off is not taken up again`(engine: Engine) async throws {
        try await BackupHouse.with(.sqlite) { house in
            _ = try await house.report(1)
            let path = try await house.backUp()

            try await engine.withDatabase { database in
                try await house.restore(path, into: database)
                try await database.write { db in _ = try db.execute("DELETE FROM installation") }
                await #expect(throws: BackupRefusal.databaseNotEmpty) { try await house.restore(path, into: database) }
            }
        }
    }

    @Test func `a backup of a later release is refused by name, and the database stays empty`() async throws {
        try await BackupHouse.with(.sqlite) { house in
            let path = try await house.backUp()
            let last = Registers.migrations.last!

            try await Engine.sqlite.withDatabase { database in
                let older = Backup(database: database, migrations: Registers.migrations.dropLast())
                await #expect(throws: BackupRefusal.newerForm([last.id])) {
                    try await older.restore(from: path, into: house.base.secrets.installation)
                }
                let left = try await tables(database)
                #expect(left == 0)
            }
        }
    }

    @Test func `a backup of another installation than the secrets is refused, and the database stays empty`() async throws {
        try await BackupHouse.with(.sqlite) { house in
            let path = try await house.backUp()

            try await Engine.sqlite.withDatabase { database in
                await #expect(throws: InstallationRefusal.secretsOfAnotherInstallation) {
                    try await Backup(database: database).restore(from: path, into: "another")
                }
                let left = try await tables(database)
                #expect(left == 0)
            }
        }
    }

    @Test func `a backup is not written over another, and nothing half stays of one that could not be written`() async throws {
        try await BackupHouse.with(.sqlite) { house in
            let path = try await house.backUp()
            let before = try Data(contentsOf: URL(filePath: path))
            await #expect(throws: BackupRefusal.fileExists(path)) { try await house.backUp() }
            await #expect(throws: BackupRefusal.cannotWrite(house.folder.path("nowhere/desk.backup.partial"))) {
                try await house.backUp(to: "nowhere/desk.backup")
            }
            let after = try Data(contentsOf: URL(filePath: path))
            let files = try FileManager.default.contentsOfDirectory(atPath: house.folder.url.path)

            #expect(after == before && files == ["desk.backup"])
        }
    }
}
