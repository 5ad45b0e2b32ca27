import App
import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
import Sealing
import TestSupport

/// A database of its own, whose every place on the disk is known.
struct LeakHouse: Sendable {
    let database: any Database
    let folder: Folder
    let started: Date
    /// The name of the database on a PostgreSQL server; nil for a file.
    let postgresName: String?

    static func with<T>(_ engine: Engine, _ body: (LeakHouse) async throws -> T) async throws -> T {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        switch engine {
        case .sqlite:
            let house = LeakHouse(
                database: try await SQLiteDatabase(path: folder.path("meldloket.sqlite")), folder: folder, started: Date(),
                postgresName: nil)
            return try await closing(house, body)
        case .postgres:
            let name = "leak_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
            let started = Date()
            try administer("CREATE DATABASE \(name)")
            let house = LeakHouse(
                database: try await PostgresDatabase(conninfo: try address(of: name), limits: DatabaseLimits(connections: 4)),
                folder: folder, started: started, postgresName: name)
            let result: Result<T, any Error>
            do {
                result = .success(try await closing(house, body))
            } catch {
                result = .failure(error)
            }
            try administer("DROP DATABASE \(name)")
            return try result.get()
        }
    }

    private static func closing<T>(_ house: LeakHouse, _ body: (LeakHouse) async throws -> T) async throws -> T {
        do {
            let result = try await body(house)
            try await house.database.close()
            return result
        } catch {
            try await house.database.close()
            throw error
        }
    }

    static func address(of name: String) throws -> String {
        let server = try Engine.postgresServer()
        return server[...server.lastIndex(of: "/")!] + name
    }

    /// Runs a statement outside any transaction.
    private static func administer(_ statement: String) throws {
        _ = try Command(
            try postgresProgram("psql"), ["-qX", "-v", "ON_ERROR_STOP=1", "-c", statement, try Engine.postgresServer()]
        )
        .run()
    }

    /// A program of the newest PostgreSQL that Debian installed.
    static func postgresProgram(_ name: String) throws -> String {
        let versions = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql").sorted {
            ($0 as NSString).doubleValue < ($1 as NSString).doubleValue
        }
        return "/usr/lib/postgresql/\(versions.last ?? "")/bin/\(name)"
    }
}
