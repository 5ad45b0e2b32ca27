import Kernel
import Web

/// What an operator watches, in the text format of Prometheus. Nothing in it counts reports, reporters or their requests: what
/// waits is told, and that is nothing until the desk is full.
struct MetricsPage: Sendable {
    let waiting: @Sendable () -> [(what: String, count: Int)]
    let isReady: @Sendable () async -> Bool
    let failures: @Sendable () -> [String: Int]
    let jobs: JobRecord
    let freeDisk: @Sendable () -> Int?
    /// Until when the certificate of the doors is valid; nil where a proxy ends TLS.
    let certificateEnd: @Sendable () -> Instant?

    private struct Family {
        let name, help, kind: String
        let samples: [(labels: String, value: String)]
    }

    func text() async -> String {
        var families = [
            Family(
                name: "meldloket_ready", help: "Whether the node takes requests.", kind: "gauge",
                samples: [("", await isReady() ? "1" : "0")]),
            Family(
                name: "meldloket_waiting", help: "Pieces of work that wait for their turn.", kind: "gauge",
                samples: waiting().map { ("{for=\"\($0.what)\"}", String($0.count)) }),
            Family(
                name: "meldloket_failures_total", help: "Failures that were told in the log, by kind.", kind: "counter",
                samples: failures().sorted { $0.key < $1.key }.map { ("{kind=\"\($0.key)\"}", String($0.value)) }),
        ]
        families += jobFamilies
        if let free = freeDisk() {
            families.append(
                Family(
                    name: "meldloket_disk_free_bytes", help: "Room on the disk of the embedded database, by the 250 MB.",
                    kind: "gauge", samples: [("", String(free / 250_000_000 * 250_000_000))]))
        }
        if let end = certificateEnd() {
            families.append(
                Family(
                    name: "meldloket_certificate_end_seconds",
                    help: "Until when the certificate is valid, since 1970.",
                    kind: "gauge", samples: [("", String(end.microseconds / 1_000_000))]))
        }
        if let process = ProcessFigures.now() { families += Self.families(of: process) }
        return families.filter { !$0.samples.isEmpty }.map(Self.written).joined()
    }

    private var jobFamilies: [Family] {
        let entries = jobs.entries.sorted { $0.key < $1.key }
        return [
            Family(
                name: "meldloket_job_last_success_seconds", help: "When a job last came off on this node, since 1970.",
                kind: "gauge",
                samples: entries.compactMap { name, entry in
                    entry.succeededAt.map { ("{job=\"\(name)\"}", String($0.microseconds / 1_000_000)) }
                }),
            Family(
                name: "meldloket_job_failures_total", help: "How often a job failed on this node.", kind: "counter",
                samples: entries.map { ("{job=\"\($0.key)\"}", String($0.value.failures)) }),
        ]
    }

    private static func families(of process: ProcessFigures) -> [Family] {
        [
            Family(
                name: "process_cpu_seconds_total", help: "Processor time.", kind: "counter",
                samples: [("", String(process.cpuSeconds))]),
            Family(
                name: "process_resident_memory_bytes", help: "Resident memory, by the 64 MiB.", kind: "gauge",
                samples: [("", String((process.residentBytes + (64 << 20) - 1) / (64 << 20) * (64 << 20)))]),
        ]
    }

    private static func written(_ family: Family) -> String {
        "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) \(family.kind)\n"
            + family.samples.map { "\(family.name)\($0.labels) \($0.value)\n" }.joined()
    }
}
