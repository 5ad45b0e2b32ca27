import API
import Access
import Database
import Documents
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Kernel
import Logging
import ReportingDesk
import Sealing
import ServiceLifecycle
import UnixSignals
import Web

/// The server with its doors and jobs, until it is told to stop.
package struct Server: Sendable {
    package let registers: Registers
    package let doors: DoorConfiguration
    package let kind: Installation.Kind
    package let demo: DemoSignIn?
    package let witness: WitnessFolder?
    package let printer: PDFPrinter
    package let logger: Logger
    private let quiet: Logger
    private let reporterLimits: DoorLimits
    private let officerLimits: DoorLimits
    private let reporterFailures: FailureLog
    private let officerFailures: FailureLog
    private let jobs = JobRecord()

    /// - Parameters:
    ///   - holdsFailures: whether failures of the reporter's door are held back, so that the log tells no instants.
    ///   - logger: what failures are told to; the libraries below say little, and nothing of a request.
    package init(
        registers: Registers, doors: DoorConfiguration, kind: Installation.Kind, demo: DemoSignIn?, witness: WitnessFolder?,
        printer: PDFPrinter = .missing, holdsFailures: Bool = true, logger: Logger
    ) {
        self.registers = registers
        self.doors = doors
        self.kind = kind
        self.demo = demo
        self.witness = witness
        self.printer = printer
        self.logger = logger
        var quiet = logger
        quiet.logLevel = .error
        self.quiet = quiet
        reporterLimits = DoorLimits(beginningsPerMinute: doors.beginningsPerMinute)
        officerLimits = DoorLimits()
        reporterFailures = FailureLog(logger: logger, isHeld: holdsFailures)
        officerFailures = FailureLog(logger: logger, isHeld: false)
    }

    /// Serves until SIGTERM or SIGINT. What is in flight is finished.
    ///
    /// - Parameter started: told the name and the port of each door that listens.
    package func run(started: @escaping @Sendable (_ door: String, _ port: Int) -> Void) async throws {
        var services: [any Service] = [
            Jobs(registers: registers, witness: witness, failures: reporterFailures, record: jobs, logger: logger)
        ]
        let certificate = try doors.tls.map {
            try DoorCertificate($0, every: kind == .test ? .seconds(1) : DoorCertificate.interval, logger: logger)
        }
        if let certificate { services.append(certificate) }
        services += try applications(certificate: certificate, started: started)
        if let metrics = doors.metrics { services.append(metricsApplication(at: metrics, certificate: certificate)) }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], cancellationSignals: [.sigquit], logger: quiet))
        defer { reporterFailures.tell() }
        try await group.run()
        try await registers.access.derivations.close()
        try await registers.database.close()
    }

    /// The doors as services.
    package func applications(
        certificate: DoorCertificate? = nil, started: @escaping @Sendable (_ door: String, _ port: Int) -> Void
    ) throws -> [any Service] {
        let theme = try doors.themePath.map { path in
            guard let data = FileManager.default.contents(atPath: path) else { throw SettingsRefusal.fileMissing(path) }
            return Array(data)
        }
        func frame(_ other: ListenAddress?) -> SiteFrame {
            SiteFrame(
                theme: theme ?? [], neutralPage: doors.neutralPage, isDemo: kind == .demo,
                otherDoor: kind == .demo ? other.map { "http://localhost:\($0.port)/nl" } : nil)
        }
        var applications: [any Service] = []
        if doors.doors != .officer {
            let door = ReporterDoor(
                desk: registers.desk, frame: frame(doors.doors == .both ? doors.officer : nil),
                settings: settings(reporterLimits, reporterFailures, host: doors.reporterHost))
            applications.append(try application(door.router, at: doors.reporter, certificate) { started("reporter", $0) })
        }
        if doors.doors != .reporter {
            let door = OfficerDoor(
                desk: registers.desk, commitments: registers.commitments, printer: printer,
                frame: frame(doors.doors == .both ? doors.reporter : nil),
                settings: settings(officerLimits, officerFailures, host: doors.officerHost), demo: demo)
            applications.append(try application(door.router, at: doors.officer, certificate) { started("officer", $0) })
        }
        if let address = doors.openData {
            applications.append(try application(openDoor.router, at: address, certificate) { started("open", $0) })
        }
        return applications
    }

    private var openDoor: OpenDoor {
        let (failures, entropy) = (officerFailures, registers.access.sealer.entropy)
        return OpenDoor(
            commitments: registers.commitments,
            settings: OpenDoorSettings(isSecure: isSecure, contact: doors.openContact) { error in
                failures.record(error, entropy: entropy)
            })
    }

    private func settings(_ limits: DoorLimits, _ failures: FailureLog, host: String?) -> DoorSettings {
        DoorSettings(
            isSecure: isSecure, securityContact: doors.securityContact, failures: failures, limits: limits,
            trustedProxies: doors.trustedProxies, host: host, isReady: isReady)
    }

    private var isReady: @Sendable () async -> Bool {
        let database = registers.database
        return {
            do {
                return try await database.read { db in try db.rosterVersion() > 0 }
            } catch {
                return false
            }
        }
    }

    private func metricsApplication(at address: ListenAddress, certificate: DoorCertificate?) -> some Service {
        let (registers, logs) = (registers, [reporterFailures, officerFailures])
        let limits = [("reporter", reporterLimits), ("officer", officerLimits)]
        let page = MetricsPage(
            waiting: {
                limits.flatMap { door, limits in limits.waiting.map { ("\(door) \($0.what)", $0.count) } } + [
                    ("derivations", registers.access.derivations.load.waiting), ("database", registers.database.waiting),
                ]
            }, isReady: isReady,
            failures: { logs.reduce(into: [:]) { all, log in all.merge(log.counts) { $0 + $1 } } }, jobs: jobs,
            freeDisk: { doors.diskFolder.flatMap { DiskSpace.free(at: $0) } }, certificateEnd: { certificate?.validUntil })
        let router = Router()
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: await page.text())))
        }
        return Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
            logger: quiet)
    }

    private var isSecure: Bool { kind == .real || doors.isBehindTLS || doors.tls != nil }

    private func application<Context: RequestContext>(
        _ router: Router<Context>, at address: ListenAddress, _ certificate: DoorCertificate?,
        started: @escaping @Sendable (Int) -> Void
    ) throws -> some Service where Context.Source == ApplicationRequestContextSource {
        let http = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [UnreadableRequests(isSecure: isSecure), ClientPace()], idleTimeout: .seconds(600),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
        return Application(
            router: router, server: try certificate.map { try .tls(http, tlsConfiguration: try $0.configuration()) } ?? http,
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(DoorLimits.connections, logger: quiet)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? address.port) }, logger: quiet)
    }
}
