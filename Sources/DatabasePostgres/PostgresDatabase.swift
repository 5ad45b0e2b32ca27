import Database

/// A database on a PostgreSQL server, for more than one machine. Every commit waits for the disk (synchronous_commit on).
package final class PostgresDatabase: Database {
    package let dialect = Dialect.postgres
    private let pool: ConnectionPool<PostgresConnection>

    /// - Parameter conninfo: a `postgres://` address or a connection string of libpq.
    package init(conninfo: String, limits: DatabaseLimits = DatabaseLimits(connections: 16)) async throws {
        pool = ConnectionPool(
            size: limits.connections, limits: limits,
            open: { try PostgresConnection(conninfo: conninfo, statementLimit: limits.statement) }, isHealthy: \.isHealthy)
        do {
            try await pool.run { _ in }
        } catch {
            try await pool.close()
            throw error
        }
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await pool.run(begin: { try $0.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") }) { try $0.finish(body) }
    }

    package func write<T: Sendable>(
        _ lock: WriteLock, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await pool.run(begin: { try $0.script("BEGIN ISOLATION LEVEL READ COMMITTED") }) { connection in
            try connection.finish { db in
                if lock == .audit { _ = try db.query("SELECT pg_advisory_xact_lock(7261646, hashtext(current_schema()))::text") }
                return try body(db)
            }
        }
    }

    package var waiting: Int { pool.load.waiting }

    package func close() async throws {
        try await pool.close()
    }
}

extension PostgresConnection {
    /// Runs the body of a transaction that has begun, and ends it.
    fileprivate func finish<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            let result = try body(self)
            try commit()
            return result
        } catch {
            try? script("ROLLBACK")
            throw error
        }
    }
}
