import Kernel
import Synchronization

/// When each job last came off on this node, and how often it failed, for those who watch over it.
package final class JobRecord: Sendable {
    package struct Entry: Sendable {
        package var succeededAt: Instant?
        package var failures = 0
    }

    private let jobs = Mutex<[String: Entry]>([:])

    package init() {}

    package var entries: [String: Entry] { jobs.withLock { $0 } }

    func succeeded(_ job: String, at instant: Instant) { jobs.withLock { $0[job, default: Entry()].succeededAt = instant } }
    func failed(_ job: String) { jobs.withLock { $0[job, default: Entry()].failures += 1 } }
}
