import Access
import AuditLog
import Database
import Kernel
import Logging
import ReportingDesk
import Sealing
import ServiceLifecycle
import Web

/// What must run without anyone's session. No job holds a key.
///
/// All of it runs at every start; after that every hour, the witness on every node and the rest on one of them. Failures of the reporter's door are told every
/// quarter of an hour.
package struct Jobs: Service {
    let registers: Registers
    let witness: WitnessFolder?
    let failures: FailureLog?
    let record: JobRecord
    let logger: Logger
    private let lease: JobLease

    private static let hourly = "hourly"

    package init(
        registers: Registers, witness: WitnessFolder?, failures: FailureLog? = nil, record: JobRecord = JobRecord(),
        logger: Logger
    ) {
        self.registers = registers
        self.witness = witness
        self.failures = failures
        self.record = record
        self.logger = logger
        lease = JobLease(
            database: registers.database, clock: registers.clock,
            node: Base32.encode(registers.access.sealer.entropy.bytes(10)))
    }

    package func run() async throws {
        defer { failures?.tell() }
        await runOnce()
        await attempt("lease") {
            if try await lease.take(Self.hourly, for: .seconds(600)) { try await lease.done(Self.hourly, dueIn: .seconds(3600)) }
        }
        for minute in 1... {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }
            } catch is CancellationError {
                return
            }
            if minute % 15 == 0 { failures?.tell() }
            if minute % 60 == 0 { await handToWitness() }
            await runWhereDue()
        }
    }

    /// The hourly jobs, where no other node does them or did them within the hour. What failed is due again after some minutes.
    package func runWhereDue() async {
        await attempt("lease") {
            guard try await lease.take(Self.hourly, for: .seconds(600)) else { return }
            if await runHourly() { try await lease.done(Self.hourly, dueIn: .seconds(3600)) }
        }
    }

    /// All jobs of this node, each on its own: what fails is logged and does not hold up the others.
    package func runOnce() async {
        await handToWitness()
        _ = await runHourly()
    }

    /// Every node does it: not every one may reach the folder.
    private func handToWitness() async {
        guard let witness else { return }
        await attempt("witness") {
            if let head = try await registers.audit.head() { try witness.hand(head) }
        }
    }

    /// - Returns: whether all came off.
    private func runHourly() async -> Bool {
        let swept = await attempt("sweep") { try await registers.desk.sweep() }
        let excluded = await attempt("exclusions") { try await registers.desk.enforceExclusions() }
        return swept && excluded
    }

    /// - Returns: whether it came off.
    @discardableResult private func attempt(_ name: String, _ body: () async throws -> Void) async -> Bool {
        do {
            try await body()
            record.succeeded(name, at: registers.clock.now())
            return true
        } catch {
            record.failed(name)
            logger.error("job.failed", metadata: ["job": "\(name)", "kind": "\(FailureKind.of(error))"])
            return false
        }
    }
}
