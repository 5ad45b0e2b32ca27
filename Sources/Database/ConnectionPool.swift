import Kernel
import NIOPosix
import Synchronization

/// Threads with a connection each. Work that runs finds a free connection, for there are as many of one as of the other;
/// work that waits is bounded in number and in time.
package final class ConnectionPool<Connection: AnyObject>: Sendable {
    private struct Idle: @unchecked Sendable {
        var connections: [Connection] = []
    }

    private let idle = Mutex(Idle())
    private let admission: Admission<Int>
    private let threads: NIOThreadPool
    private let open: @Sendable () throws -> Connection
    private let isHealthy: @Sendable (Connection) -> Bool

    package init(
        size: Int, limits: DatabaseLimits, open: @escaping @Sendable () throws -> Connection,
        isHealthy: @escaping @Sendable (Connection) -> Bool
    ) {
        threads = NIOThreadPool(numberOfThreads: size)
        threads.start()
        admission = Admission(atOnce: size, waiting: limits.waiting, patience: limits.patience)
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
        do {
            return try await admission.run(from: 0) {
                try await threads.runIfActive { [self] in
                    let connection = try started(begin)
                    defer { if isHealthy(connection) { give(connection) } }
                    return try body(connection)
                }
            }
        } catch is AdmissionRefused {
            throw SQLFailure(.overloaded, "too much work waits for the database")
        }
    }

    /// How many pieces of work go on, and how many wait.
    package var load: (going: Int, waiting: Int) { admission.load }

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
