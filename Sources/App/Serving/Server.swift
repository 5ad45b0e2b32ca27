import Access
import Database
import Foundation
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import ReportingDesk
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
    package let logger: Logger

    package init(
        registers: Registers, doors: DoorConfiguration, kind: Installation.Kind, demo: DemoSignIn?, witness: WitnessFolder?,
        logger: Logger
    ) {
        self.registers = registers
        self.doors = doors
        self.kind = kind
        self.demo = demo
        self.witness = witness
        self.logger = logger
    }

    /// Serves until SIGTERM or SIGINT. What is in flight is finished.
    ///
    /// - Parameter started: told the name and the port of each door that listens.
    package func run(started: @escaping @Sendable (_ door: String, _ port: Int) -> Void) async throws {
        var services: [any Service] = [Jobs(registers: registers, witness: witness, logger: logger)]
        services += try applications(started: started)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], cancellationSignals: [.sigquit], logger: quiet))
        try await group.run()
        try await registers.access.derivations.close()
        try await registers.database.close()
    }

    /// The doors as services.
    package func applications(started: @escaping @Sendable (_ door: String, _ port: Int) -> Void) throws -> [any Service] {
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
                desk: registers.desk, frame: frame(doors.doors == .both ? doors.officer : nil), settings: doorSettings,
                logger: logger)
            applications.append(application(door.router, at: doors.reporter) { started("reporter", $0) })
        }
        if doors.doors != .reporter {
            let door = OfficerDoor(
                desk: registers.desk, frame: frame(doors.doors == .both ? doors.reporter : nil), settings: doorSettings,
                demo: demo,
                logger: logger)
            applications.append(application(door.router, at: doors.officer) { started("officer", $0) })
        }
        return applications
    }

    /// With limits that belong to one door alone.
    private var doorSettings: DoorSettings {
        let database = registers.database
        return DoorSettings(
            isSecure: isSecure, securityContact: doors.securityContact,
            limits: DoorLimits(beginningsPerMinute: doors.beginningsPerMinute), trustedProxies: doors.trustedProxies
        ) {
            do {
                return try await database.read { db in try db.rosterVersion() > 0 }
            } catch {
                return false
            }
        }
    }

    private var isSecure: Bool { kind == .real || doors.isBehindTLS }

    private func application<Context: SiteContext>(
        _ router: Router<Context>, at address: ListenAddress, started: @escaping @Sendable (Int) -> Void
    ) -> some Service {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [UnreadableRequests(isSecure: isSecure), ClientPace()],
                    idleTimeout: .seconds(30),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(DoorLimits.connections, logger: quiet)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? address.port) }, logger: quiet)
    }

    /// The libraries below say little, and nothing of a request.
    private var quiet: Logger {
        var quiet = Logger(label: "meldloket.server")
        quiet.logLevel = .error
        return quiet
    }
}
