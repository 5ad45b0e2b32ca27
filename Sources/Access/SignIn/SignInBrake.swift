import Database
import Kernel
import Sealing

/// Slows down whoever guesses. It never locks: after many failures each try waits, at most half a minute.
///
/// Failures from a device that this officer signed in on before count apart, so that others' failures do not slow the officer down.
struct SignInBrake: Sendable {
    /// Failures that cost nothing: people mistype.
    static let free = 4
    static let longest = Duration.seconds(30)
    /// After so long without a failure the count starts again.
    static let memory = Duration.seconds(3600)

    static func wait(after failures: Int) -> Duration {
        guard failures > free else { return .zero }
        return min(longest, .seconds(1 << min(failures - free - 1, 6)))
    }
}

extension SQLConnection {
    /// Counts a try before it is judged, so that many at once do not slip through.
    ///
    /// - Returns: how many failures there were before.
    func countTry(_ tag: KeyedTag, at now: Instant) throws -> Int {
        let forgotten = now - SignInBrake.memory
        let row = try first(
            """
            INSERT INTO sign_in_brake (tag, failures, last) VALUES ($1, 1, $2)
            ON CONFLICT (tag) DO UPDATE
            SET failures = CASE WHEN sign_in_brake.last < $3 THEN 1 ELSE sign_in_brake.failures + 1 END, last = $2
            RETURNING failures
            """, tag.bytes, now, forgotten)
        return (try row?.get("failures") ?? 1) - 1
    }

    func forgetTries(_ tag: KeyedTag) throws {
        try execute("DELETE FROM sign_in_brake WHERE tag = $1", tag.bytes)
    }
}
