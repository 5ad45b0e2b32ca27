import Database
import DatabasePostgres
import TestSupport
import Testing

struct LimitsTests {
    static let endless =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS n FROM n WHERE i < 0"

    @Test(arguments: Engine.all)
    func `a statement that takes too long is stopped`(engine: Engine) async throws {
        try await engine.withDatabase(limits: DatabaseLimits(connections: 1, statement: .seconds(1))) { database in
            let failure = await #expect(throws: SQLFailure.self) { _ = try await database.read { try $0.query(Self.endless) } }

            #expect(failure?.kind == .tooSlow)
            let rows = try await database.read { try $0.query("SELECT 1 AS one").count }
            #expect(rows == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `more work than may wait is refused at once, and the rest is done`(engine: Engine) async throws {
        try await engine.withDatabase(limits: DatabaseLimits(connections: 1, waiting: 3, statement: .seconds(1))) { database in
            let results = await withTaskGroup(of: SQLFailure.Kind?.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        do {
                            _ = try await database.read { try $0.query(Self.endless) }
                            return nil
                        } catch {
                            return (error as? SQLFailure)?.kind
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(results.count { $0 == .overloaded } == 8)
            #expect(results.count { $0 == .tooSlow } == 4)
        }
    }

    @Test(arguments: Engine.all)
    func `work that waited too long is refused`(engine: Engine) async throws {
        try await engine.withDatabase(
            limits: DatabaseLimits(connections: 1, patience: .milliseconds(200), statement: .seconds(1))
        ) { database in
            async let slow: Void = {
                _ = try? await database.read { try $0.query(Self.endless) }
            }()
            try await Task.sleep(for: .milliseconds(100))
            let failure = await #expect(throws: SQLFailure.self) {
                _ = try await database.read { try $0.query("SELECT 1 AS one") }
            }
            await slow

            #expect(failure?.kind == .overloaded)
        }
    }

    @Test func `a server that is not there is a failure to connect`() async throws {
        let failure = await #expect(throws: SQLFailure.self) {
            let database = try await PostgresDatabase(conninfo: "postgres://x@127.0.0.1:1/x?connect_timeout=2")
            _ = try await database.read { try $0.query("SELECT 1 AS one") }
        }

        #expect(failure?.kind == .connection)
    }

    @Test func `a connection that the server closed is replaced before the work starts`() async throws {
        try await Engine.postgres.withDatabase(limits: DatabaseLimits(connections: 1)) { database in
            let pid = try await database.read { try $0.first("SELECT pg_backend_pid() AS pid")!.get("pid", as: Int.self) }
            try await Engine.postgres.withDatabase { other in
                _ = try await other.write { try $0.query("SELECT pg_terminate_backend($1::int)", pid) }
            }

            let rows = try await database.read { try $0.query("SELECT 1 AS one").count }
            #expect(rows == 1)
        }
    }
}
