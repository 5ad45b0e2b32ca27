import Access
import App
import Database
import Logging
import ReportingDesk
import Sealing
import ServiceLifecycle
import Synchronization
import TestSupport

/// The real doors at ports of their own, over a database with the whole cast.
struct ServedDesk: Sendable {
    let base: AccessHouse
    let registers: Registers
    let logs: LogBook
    let reporterPort: Int
    let officerPort: Int
    /// The door of open data, where it was asked for.
    let openPort: Int?

    var reporter: Browser { Browser(port: reporterPort) }
    var officer: Browser { Browser(port: officerPort) }
    var open: Browser? { openPort.map { Browser(port: $0) } }

    /// An officer at the worklist.
    func signedIn(_ member: CastMember) async throws -> Browser {
        let browser = officer
        try await browser.signIn(member, in: base)
        return browser
    }

    /// Builds an installation in an empty database, and serves it while the body runs.
    static func serve<T: Sendable>(
        _ database: any Database, sealer: Sealer = Sealer(), cleaning: DocumentCleaning = .missing, isBehindTLS: Bool = false,
        options: [String: String] = [:], _ body: (ServedDesk) async throws -> T
    ) async throws -> T {
        let base = AccessHouse(database: database, sealer: sealer)
        try await base.build(Registers.migrations)
        try await base.populate()
        let registers = Registers(
            database: database, secrets: base.secrets, kind: .test, clock: base.clock.wall, sealer: sealer, cleaning: cleaning)
        let logs = LogBook()
        let given = [
            "reporter": "127.0.0.1:0", "officer": "127.0.0.1:0", "behindtls": isBehindTLS ? "true" : "false",
            "neutralpage": "https://neutral.example/",
        ]
        let settings = Settings(given.merging(options) { $1 })
        _ = LogBook.ofLibraries
        let server = Server(
            registers: registers, doors: try settings.doors(), kind: .test, demo: nil, witness: nil, holdsFailures: false,
            logger: logs.logger)
        let (opened, opening) = AsyncStream.makeStream(of: (String, Int).self)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: try server.applications { opening.yield(($0, $1)) }, logger: Logger(label: "doors")))
        async let running: Void = group.run()
        var ports: [String: Int] = [:]
        for await (door, port) in opened {
            ports[door] = port
            if ports.count == (options["opendata"] == nil ? 2 : 3) { break }
        }
        let desk = ServedDesk(
            base: base, registers: registers, logs: logs, reporterPort: ports["reporter"]!, officerPort: ports["officer"]!,
            openPort: ports["open"])
        let result: Result<T, any Error>
        do {
            result = .success(try await body(desk))
        } catch {
            result = .failure(error)
        }
        await group.triggerGracefulShutdown()
        try await running
        try await registers.access.derivations.close()
        return try result.get()
    }
}

extension Engine {
    /// The real doors over an empty database of this engine.
    func withDoors(isBehindTLS: Bool = false, _ body: (ServedDesk) async throws -> Void) async throws {
        try await withDatabase { database in
            try await ServedDesk.serve(database, isBehindTLS: isBehindTLS, body)
        }
    }
}
