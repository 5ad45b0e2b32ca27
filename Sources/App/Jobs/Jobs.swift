import AuditLog
import Database
import Logging
import ReportingDesk
import ServiceLifecycle

/// What must run without anyone's session, at the start and every hour. No job holds a key.
package struct Jobs: Service {
    let registers: Registers
    let witness: WitnessFolder?
    let logger: Logger

    package init(registers: Registers, witness: WitnessFolder?, logger: Logger) {
        self.registers = registers
        self.witness = witness
        self.logger = logger
    }

    package func run() async throws {
        while !Task.isShuttingDownGracefully {
            await runOnce()
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3600)) }
            } catch is CancellationError {
                return
            }
        }
    }

    /// Each job on its own: what fails is logged and does not hold up the others.
    package func runOnce() async {
        await attempt("witness") {
            if let witness, let head = try await registers.audit.head() { try witness.hand(head) }
        }
        await attempt("sweep") { try await registers.desk.sweep() }
        await attempt("exclusions") { try await registers.desk.enforceExclusions() }
    }

    private func attempt(_ name: String, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            let kind = (error as? SQLFailure).map { "database.\($0.kind)" } ?? String(reflecting: type(of: error))
            logger.error("job.failed", metadata: ["job": "\(name)", "kind": "\(kind)"])
        }
    }
}
