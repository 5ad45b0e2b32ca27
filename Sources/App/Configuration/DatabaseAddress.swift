import Database
import DatabasePostgres
import DatabaseSQLite

extension DatabaseConfiguration {
    package var isPostgres: Bool { address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") }

    /// Opens the database: a PostgreSQL server by its address, or a SQLite file by its path.
    package func open(limits: DatabaseLimits? = nil) async throws -> any Database {
        if isPostgres {
            return try await PostgresDatabase(conninfo: address, limits: limits ?? DatabaseLimits(connections: 16))
        }
        return try await SQLiteDatabase(path: address, limits: limits ?? DatabaseLimits())
    }
}
