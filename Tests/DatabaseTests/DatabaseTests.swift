import Database
import TestSupport
import Testing

struct DatabaseTests {
    static let migrations = [
        Migration(
            "0001",
            sql: Array(
                """
                CREATE TABLE person (
                    name {text} NOT NULL PRIMARY KEY, age {int} NOT NULL CHECK (age >= 0), weight {real}, photo {blob}, is_known {flag} NOT NULL
                ) {table};
                CREATE TABLE pet (
                    name {text} NOT NULL PRIMARY KEY, owner {text} NOT NULL REFERENCES person (name)
                ) {table};
                """.utf8))
    ]

    static func withPeople(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
        try await engine.withDatabase { database in
            try await database.migrate(migrations)
            try await database.write { db in
                try db.execute(
                    "INSERT INTO person (name, age, weight, photo, is_known) VALUES ($1, $2, $3, $4, $5)", "Vera", 41, 61.5,
                    [UInt8](0...255), true)
                try db.execute(
                    "INSERT INTO person (name, age, weight, photo, is_known) VALUES ($1, $2, $3, $4, $5)", "Éva 'x' ☂", 7,
                    Double?.none, [UInt8](), false)
            }
            try await body(database)
        }
    }

    @Test(arguments: Engine.all)
    func `every kind of value comes back as it was stored`(engine: Engine) async throws {
        try await Self.withPeople(engine) { database in
            let rows = try await database.read { try $0.query("SELECT * FROM person ORDER BY name") }

            #expect(rows.count == 2)
            #expect(try rows[0].get("name") == "Vera")
            #expect(try rows[0].get("age") == 41)
            #expect(try rows[0].get("weight") == 61.5)
            #expect(try rows[0].get("photo") == [UInt8](0...255))
            #expect(try rows[0].get("is_known") == true)
            #expect(try rows[1].get("name") == "Éva 'x' ☂")
            #expect(try rows[1].get("weight") == Double?.none)
            #expect(try rows[1].get("photo") == [UInt8]())
        }
    }

    @Test(arguments: Engine.all)
    func `a placeholder may come twice and out of order`(engine: Engine) async throws {
        try await Self.withPeople(engine) { database in
            let row = try await database.read {
                try $0.first("SELECT name FROM person WHERE age = $2 AND $1 = name AND $2 > 0", "Vera", 41)
            }

            #expect(try row?.get("name", as: String.self) == "Vera")
        }
    }

    @Test(arguments: Engine.all)
    func `a body that throws leaves nothing behind`(engine: Engine) async throws {
        struct Stop: Error {}
        try await Self.withPeople(engine) { database in
            await #expect(throws: Stop.self) {
                try await database.write { db in
                    try db.execute("UPDATE person SET age = 99")
                    throw Stop()
                }
            }

            let count = try await database.read {
                try $0.first("SELECT count(*) AS n FROM person WHERE age = 99")?.get("n", as: Int.self)
            }
            #expect(count == 0)
        }
    }

    @Test(
        arguments: Engine.all,
        [
            ("INSERT INTO person (name, age, is_known) VALUES ('Vera', 1, 0)", SQLFailure.Kind.uniqueViolation),
            ("INSERT INTO person (name, age, is_known) VALUES ('X', -1, 0)", .checkViolation),
            ("INSERT INTO person (name, is_known) VALUES ('X', 0)", .notNullViolation),
            ("INSERT INTO pet (name, owner) VALUES ('Rex', 'nobody')", .foreignKeyViolation),
            ("SELECT nonsense FROM person", .other),
        ])
    func `a failure has the same kind on both engines, and no value of a row`(
        engine: Engine, statement: (sql: String, kind: SQLFailure.Kind)
    ) async throws {
        try await Self.withPeople(engine) { database in
            let failure = await #expect(throws: SQLFailure.self) { try await database.write { try $0.execute(statement.sql) } }

            #expect(failure?.kind == statement.kind)
            #expect(failure?.description.contains("Vera") == false)
        }
    }

    @Test(arguments: Engine.all)
    func `a read cannot write`(engine: Engine) async throws {
        try await Self.withPeople(engine) { database in
            let failure = await #expect(throws: SQLFailure.self) {
                try await database.read { try $0.execute("UPDATE person SET age = 1") }
            }

            #expect(failure?.kind == .readOnly)
        }
    }

    @Test(arguments: Engine.all)
    func `migrations run once, also when four nodes start at once`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await database.migrate(Self.migrations) } }
                try await group.waitForAll()
            }

            let count = try await database.read {
                try $0.first("SELECT count(*) AS n FROM schema_migration")?.get("n", as: Int.self)
            }
            #expect(count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `a database of a later release is not touched`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await database.migrate(Self.migrations)

            await #expect(throws: MigrationRefusal.databaseIsNewer(["0001"])) { try await database.migrate([]) }
        }
    }

    @Test(arguments: Engine.all)
    func `transactions under the audit lock come one after the other`(engine: Engine) async throws {
        try await Self.withPeople(engine) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await database.write(.audit) { db in
                            let age = try db.first("SELECT age FROM person WHERE name = 'Vera'")!.get("age", as: Int.self)
                            try db.execute("UPDATE person SET age = $1 WHERE name = 'Vera'", age + 1)
                        }
                    }
                }
                try await group.waitForAll()
            }

            let age = try await database.read {
                try $0.first("SELECT age FROM person WHERE name = 'Vera'")?.get("age", as: Int.self)
            }
            #expect(age == 81)
        }
    }

    @Test(arguments: Engine.all)
    func `text is ordered byte by byte`(engine: Engine) async throws {
        try await Self.withPeople(engine) { database in
            try await database.write { db in
                for name in ["b", "B", "a", "é"] {
                    try db.execute("INSERT INTO person (name, age, is_known) VALUES ($1, 3, 0)", name)
                }
            }

            let names = try await database.read { db in
                try db.query("SELECT name FROM person WHERE age = 3 ORDER BY name").map { try $0.get("name", as: String.self) }
            }
            #expect(names == ["B", "a", "b", "é"])
        }
    }
}
