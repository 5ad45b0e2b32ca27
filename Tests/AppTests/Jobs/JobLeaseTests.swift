import Database
import Kernel
import TestSupport
import Testing

@testable import App

/// Of several nodes one does the hourly jobs.
struct JobLeaseTests {
    private func lease(_ database: any Database, _ clock: TestClock, _ node: String) -> JobLease {
        JobLease(database: database, clock: clock.wall, node: node)
    }

    private func withLeases(_ engine: Engine, _ body: (JobLease, JobLease, TestClock) async throws -> Void) async throws {
        try await engine.withDatabase { database in
            try await database.migrate(JobLease.migrations)
            let clock = TestClock()
            try await body(lease(database, clock, "one"), lease(database, clock, "two"), clock)
        }
    }

    @Test(arguments: Engine.all)
    func `one node does a job, and within the hour no other`(engine: Engine) async throws {
        try await withLeases(engine) { one, two, clock in
            let first = try await one.take("hourly", for: .seconds(600))
            let meanwhile = try await two.take("hourly", for: .seconds(600))
            try await one.done("hourly", dueIn: .seconds(3600))
            clock.move(by: .seconds(3599))
            let early = [try await one.take("hourly", for: .seconds(600)), try await two.take("hourly", for: .seconds(600))]
            clock.move(by: .seconds(2))
            let due = [try await two.take("hourly", for: .seconds(600)), try await one.take("hourly", for: .seconds(600))]

            #expect(first && !meanwhile)
            #expect(early == [false, false])
            #expect(due == [true, false])
        }
    }

    @Test(arguments: Engine.all)
    func `another takes over from a node that ended halfway, and that one cannot note it as done`(engine: Engine) async throws {
        try await withLeases(engine) { one, two, clock in
            _ = try await one.take("hourly", for: .seconds(600))
            clock.move(by: .seconds(601))
            let taken = try await two.take("hourly", for: .seconds(600))
            try await one.done("hourly", dueIn: .seconds(3600))
            clock.move(by: .seconds(601))
            let again = try await one.take("hourly", for: .seconds(600))

            #expect(taken && again, "what the first noted did not count")
        }
    }

    @Test(arguments: Engine.all)
    func `a lease of a clock that was wrong holds nobody up`(engine: Engine) async throws {
        try await withLeases(engine) { one, two, clock in
            clock.move(days: 30)
            _ = try await one.take("hourly", for: .seconds(600))
            clock.move(days: -30)
            let taken = try await two.take("hourly", for: .seconds(600))

            #expect(taken)
        }
    }

    @Test(arguments: Engine.all)
    func `of sixteen nodes at once one takes the job`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await database.migrate(JobLease.migrations)
            let clock = TestClock()
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for node in 0..<16 {
                    group.addTask { try await lease(database, clock, "node \(node)").take("hourly", for: .seconds(600)) }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }

            #expect(taken == 1)
        }
    }
}
