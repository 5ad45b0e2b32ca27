import Kernel

/// The one way to the rows. SQLite and PostgreSQL implement it; the SQL text is the same for both.
///
/// The body of a transaction is synchronous: it cannot wait for a network or for another lock, and the connection cannot
/// leave its thread.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// A snapshot that cannot write.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// A transaction: commits when the body returns, rolls back when it throws. With the audit lock, such transactions come
    /// one after the other, on all nodes.
    @discardableResult func write<T: Sendable>(
        _ lock: WriteLock, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T

    /// How many pieces of work wait for a connection.
    var waiting: Int { get }

    func close() async throws
}

extension Database {
    /// A transaction without the audit lock: sessions, drafts, upload chunks.
    @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
        -> T
    {
        try await write(.none, body)
    }
}

package enum WriteLock: Sendable {
    case none
    case audit
}

/// A connection inside a transaction. Placeholders are written `$1`, `$2`.
package protocol SQLConnection: AnyObject {
    var dialect: Dialect { get }

    /// - Returns: how many rows changed.
    @discardableResult func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int
    func query(_ sql: String, _ values: [any SQLBindable]) throws -> [Row]
    /// Statements without values, one after the other.
    func script(_ sql: String) throws
}

extension SQLConnection {
    @discardableResult package func execute(_ sql: String, _ values: any SQLBindable...) throws -> Int {
        try execute(sql, values)
    }
    package func query(_ sql: String, _ values: any SQLBindable...) throws -> [Row] { try query(sql, values) }
    package func first(_ sql: String, _ values: any SQLBindable...) throws -> Row? { try query(sql, values).first }
}

/// How much work a database takes on at once.
package struct DatabaseLimits: Sendable {
    /// Connections that read (SQLite) or work (PostgreSQL) at the same time.
    package var connections: Int
    /// Pieces of work that may wait for a connection; one more is refused at once.
    package var waiting: Int
    /// How long a piece of work may wait before it is refused.
    package var patience: Duration
    /// How long one statement may take.
    package var statement: Duration

    package init(
        connections: Int = 8, waiting: Int = 512, patience: Duration = .seconds(10), statement: Duration = .seconds(15)
    ) {
        self.connections = connections
        self.waiting = waiting
        self.patience = patience
        self.statement = statement
    }
}
