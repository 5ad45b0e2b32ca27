import Database

/// A database in one file: one thread that writes, some that read. Every commit is on the disk before it is acknowledged
/// (write-ahead log, synchronous FULL).
package final class SQLiteDatabase: Database {
    package let dialect = Dialect.sqlite
    private let writer: ConnectionPool<SQLiteConnection>
    private let readers: ConnectionPool<SQLiteConnection>
    private let statementLimit: Duration

    package init(path: String, limits: DatabaseLimits = DatabaseLimits()) async throws {
        statementLimit = limits.statement
        writer = ConnectionPool(
            size: 1, limits: limits, open: { try SQLiteConnection(path: path, readOnly: false) }, isHealthy: \.isHealthy)
        readers = ConnectionPool(
            size: max(1, limits.connections), limits: limits, open: { try SQLiteConnection(path: path, readOnly: true) },
            isHealthy: \.isHealthy)
        do {
            try await writer.run { _ in }
        } catch {
            try await close()
            throw error
        }
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await readers.run(begin: { [statementLimit] in try $0.begin("BEGIN DEFERRED", statementLimit) }) {
            try $0.finish(body)
        }
    }

    package func write<T: Sendable>(
        _ lock: WriteLock, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await writer.run(begin: { [statementLimit] in try $0.begin("BEGIN IMMEDIATE", statementLimit) }) {
            try $0.finish(body)
        }
    }

    package var waiting: Int { writer.load.waiting + readers.load.waiting }

    package func close() async throws {
        try await readers.close()
        try await writer.close()
    }
}

extension SQLiteConnection {
    fileprivate func begin(_ statement: String, _ limit: Duration) throws {
        statementLimit = limit
        try execute(statement, [])
    }

    /// Runs the body of a transaction that has begun, and ends it.
    fileprivate func finish<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            let result = try body(self)
            try execute("COMMIT", [])
            return result
        } catch {
            statementLimit = .seconds(60)
            try? script("ROLLBACK")
            throw error
        }
    }
}
