import Database
import Kernel

/// Says which of several nodes does a job, and from when it is due again. A node that ends halfway loses its turn after a
/// while, and another takes it.
struct JobLease: Sendable {
    let database: any Database
    let clock: WallClock
    /// This node: a name that is new at every start.
    let node: String

    /// A lease that ends later than this was made by a clock that was wrong.
    private static let longest = Duration.seconds(2 * 3600)

    static let migrations = [Migration("jobs-0001", sql: PackageResources._001_jobs_sql)]

    /// Takes a job where it is due.
    ///
    /// - Returns: whether this node is to do it.
    func take(_ job: String, for duration: Duration) async throws -> Bool {
        let (node, now) = (node, clock.now())
        return try await database.write { db in
            try db.execute(
                """
                INSERT INTO job_lease (job, node, until_instant) VALUES ($1, $2, $3)
                ON CONFLICT (job) DO UPDATE SET node = excluded.node, until_instant = excluded.until_instant
                WHERE job_lease.until_instant <= $4 OR job_lease.until_instant > $5
                """, job, node, now + duration, now, now + Self.longest) == 1
        }
    }

    /// Notes when the job that this node did is due again.
    func done(_ job: String, dueIn duration: Duration) async throws {
        let (node, due) = (node, clock.now() + duration)
        try await database.write { db in
            try db.execute("UPDATE job_lease SET until_instant = $3 WHERE job = $1 AND node = $2", job, node, due)
        }
    }
}
