import NIOPosix
import Synchronization

/// Threads with a connection each. Work that runs finds a free connection, for there are as many of one as of the other;
/// work that waits is bounded in number and in time.
package final class ConnectionPool<Connection: AnyObject>: Sendable {
    private struct Idle: @unchecked Sendable {
        var connections: [Connection] = []
    }

    private let idle = Mutex(Idle())
    private let waiting = Atomic<Int>(0)
    private let threads: NIOThreadPool
    private let size: Int
    private let limits: DatabaseLimits
    private let open: @Sendable () throws -> Connection
    private let isHealthy: @Sendable (Connection) -> Bool

    package init(
        size: Int, limits: DatabaseLimits, open: @escaping @Sendable () throws -> Connection,
        isHealthy: @escaping @Sendable (Connection) -> Bool
    ) {
        threads = NIOThreadPool(numberOfThreads: size)
        threads.start()
        self.size = size
        self.limits = limits
        self.open = open
        self.isHealthy = isHealthy
    }

    /// Runs `body` on a connection that is not used elsewhere.
    ///
    /// - Parameter begin: runs first. Where it breaks a connection that lay idle, such as after a restart of the server, it
    ///   runs again on a new one.
    package func run<T: Sendable>(
        begin: @escaping @Sendable (Connection) throws -> Void = { _ in },
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        guard waiting.wrappingAdd(1, ordering: .relaxed).newValue <= limits.waiting + size else {
            waiting.wrappingSubtract(1, ordering: .relaxed)
            throw SQLFailure(.overloaded, "too much work waits for the database")
        }
        defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
        let deadline = ContinuousClock.now + limits.patience
        return try await threads.runIfActive { [self] in
            guard ContinuousClock.now < deadline else { throw SQLFailure(.overloaded, "waited too long for the database") }
            let connection = try started(begin)
            defer { if isHealthy(connection) { give(connection) } }
            return try body(connection)
        }
    }

    package func close() async throws {
        try await threads.shutdownGracefully()
        idle.withLock { $0.connections = [] }
    }

    private func started(_ begin: (Connection) throws -> Void) throws -> Connection {
        if let idle = take() {
            do {
                try begin(idle)
                return idle
            } catch  where !isHealthy(idle) {
                // It died while it lay idle; the others may have too.
                self.idle.withLock { $0.connections = [] }
            }
        }
        let connection = try open()
        try begin(connection)
        return connection
    }

    private func take() -> Connection? {
        nonisolated(unsafe) var connection: Connection?
        idle.withLock { connection = $0.connections.popLast() }
        return connection
    }

    private func give(_ connection: Connection) {
        nonisolated(unsafe) let connection = connection
        idle.withLock { $0.connections.append(connection) }
    }
}
