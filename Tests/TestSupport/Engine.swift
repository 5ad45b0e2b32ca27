import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation

/// The two engines: every test of rows runs on both.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgres

    package static let all = Engine.allCases

    /// Gives the body an empty database of its own, and removes it.
    package func withDatabase<T>(
        limits: DatabaseLimits = DatabaseLimits(connections: 4), _ body: (any Database) async throws -> T
    ) async throws -> T {
        try await Turns.ofDatabases.taking {
            switch self {
            case .sqlite: try await withSQLite(limits, body)
            case .postgres: try await withPostgres(limits, body)
            }
        }
    }

    private func withSQLite<T>(_ limits: DatabaseLimits, _ body: (any Database) async throws -> T) async throws -> T {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        let database = try await SQLiteDatabase(path: folder.path("test.sqlite"), limits: limits)
        return try await closing(database, body)
    }

    private func withPostgres<T>(_ limits: DatabaseLimits, _ body: (any Database) async throws -> T) async throws -> T {
        let server = try Self.postgresServer()
        let name = "t\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        let admin = try await PostgresDatabase(conninfo: server, limits: DatabaseLimits(connections: 1))
        try await admin.write { try $0.script("CREATE SCHEMA \(name)") }
        let database = try await PostgresDatabase(conninfo: "\(server)?options=-csearch_path%3D\(name)", limits: limits)
        let result: Result<T, any Error>
        do {
            result = .success(try await closing(database, body))
        } catch {
            result = .failure(error)
        }
        try await admin.write { try $0.script("DROP SCHEMA \(name) CASCADE") }
        try await admin.close()
        return try result.get()
    }

    private func closing<T>(_ database: any Database, _ body: (any Database) async throws -> T) async throws -> T {
        do {
            let result = try await body(database)
            try await database.close()
            return result
        } catch {
            try await database.close()
            throw error
        }
    }

    /// The address of the private PostgreSQL of the tests.
    ///
    /// - Throws: where `MELDLOKET_TEST_POSTGRES` is not set; `make test` starts it.
    package static func postgresServer() throws -> String {
        guard let address = ProcessInfo.processInfo.environment["MELDLOKET_TEST_POSTGRES"] else { throw MissingServer() }
        return address
    }

    struct MissingServer: Error, CustomStringConvertible {
        let description = "set MELDLOKET_TEST_POSTGRES to what `Tools/postgres.sh start` prints"
    }
}
