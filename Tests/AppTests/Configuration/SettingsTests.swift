import App
import Database
import Foundation
import Glibc
import Kernel
import TestSupport
import Testing

@testable import CLI

/// What the program is told, and what it refuses to start with.
struct SettingsTests {
    private func refused(_ given: [String: String], _ expected: SettingsRefusal, _ sentence: String) {
        let refusal = #expect(throws: SettingsRefusal.self) {
            _ = try Settings(given).doors()
            _ = try Settings(given).desk()
        }
        #expect(refusal == expected)
        #expect(refusal.map { CommandProblem.sentence(for: $0) } == sentence)
    }

    @Test(arguments: ["8080", ":8080", "host:", "host:x", "host:65536", "host:-1", ""])
    func `what is no address is refused for either door`(text: String) {
        for door in ["reporter", "officer"] {
            refused(
                [door: text], .notAnAddress(door, text),
                "'\(text)' is no address for \(door). Write a host and a port, such as 127.0.0.1:8080.")
        }
    }

    @Test func `a choice that is none of those there are is refused`() {
        refused(["doors": "all"], .notAChoice("doors", "all"), "'all' is no value for doors. `--help` names them.")
        refused(
            ["receiptacknowledges": "yes"], .notAChoice("receipt-acknowledges", "yes"),
            "'yes' is no value for receipt-acknowledges. `--help` names them.")
        refused(["wbkterms": "x"], .notAChoice("wbk-terms", "x"), "'x' is no value for wbk-terms. `--help` names them.")
    }

    @Test(arguments: ["0.0.0.0:80", "[::]:80", "192.0.2.1:80", "meld.example:443"])
    func `a door that listens beyond this machine needs TLS before it`(address: String) throws {
        for door in ["reporter", "officer"] {
            refused(
                [door: address], .openWithoutTLS,
                "A door would listen beyond this machine without TLS, and reports would cross the network in the clear. Put a proxy with TLS before it and add --behind-tls, or listen on 127.0.0.1."
            )
            let behind = try Settings([door: address, "behindtls": "true"]).doors()
            #expect(behind.isBehindTLS)
        }
    }

    @Test func `metrics are told on this machine alone, also behind a proxy`() throws {
        refused(
            ["metrics": "0.0.0.0:9464", "behindtls": "true"], .metricsBeyondThisMachine,
            "Metrics are told on this machine alone. Write an address such as 127.0.0.1:9464 for --metrics.")
        let doors = try Settings(["metrics": "127.0.0.1:9464"]).doors()
        #expect(doors.metrics?.port == 9464)
    }

    @Test(arguments: ["proxy.example", "10.0.0.0/33", "10.0.0"])
    func `a proxy is trusted by its address or network`(text: String) {
        refused(
            ["trustedproxies": text], .notAnAddress("trusted-proxies", text),
            "'\(text)' is no address for trusted-proxies. Write a host and a port, such as 127.0.0.1:8080.")
    }

    @Test(arguments: ["0", "-1", "many", "1000001"])
    func `how many reports may be begun is a number of at least one`(text: String) {
        refused(
            ["beginningsperminute": text], .notAChoice("beginnings-per-minute", text),
            "'\(text)' is no value for beginnings-per-minute. `--help` names them.")
    }

    @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "127.1.2.3:8080"])
    func `this machine alone needs no TLS`(address: String) throws {
        let doors = try Settings(["reporter": address, "officer": address]).doors()

        #expect(doors.reporter.isLoopback && doors.reporter.port == 8080 && !doors.isBehindTLS)
    }

    @Test func `without a word the doors listen on this machine, on ports of their own, over a file`() throws {
        let settings = Settings()
        let doors = try settings.doors()

        #expect(doors.reporter.description == "127.0.0.1:8080" && doors.officer.description == "127.0.0.1:8081")
        #expect(doors.doors == .both && doors.themePath == nil)
        #expect(settings.database == DatabaseConfiguration(address: "meldloket.sqlite"))
        #expect(settings.secrets == SecretsConfiguration(path: "meldloket.secrets.json"))
        #expect(settings.cleaning.python == nil && settings.cleaning.script == "Tools/clean_document.py")
    }

    @Test func `the command line goes before the environment, and that before the default`() {
        setenv("MELDLOKET_WITNESS", "/from/the/environment", 1)
        let (environment, line) = (Settings().witness.folder, Settings(["witness": "/from/the/line"]).witness.folder)
        unsetenv("MELDLOKET_WITNESS")

        #expect(environment == "/from/the/environment" && line == "/from/the/line")
        #expect(Settings().witness.folder == nil)
    }

    @Test(arguments: [
        ("postgres://u@h/d", true), ("postgresql://u@h/d", true), ("meldloket.sqlite", false), ("/var/postgres/x", false),
        ("./postgres:x", false),
    ])
    func `an address says which engine it is for`(address: String, isPostgres: Bool) {
        #expect(DatabaseConfiguration(address: address).isPostgres == isPostgres)
    }

    @Test func `a path opens SQLite and an address PostgreSQL`() async throws {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        let limits = DatabaseLimits(connections: 1)
        for (address, dialect) in [(folder.path("x.sqlite"), Dialect.sqlite), (try Engine.postgresServer(), .postgres)] {
            let database = try await DatabaseConfiguration(address: address).open(limits: limits)
            let one = try await database.read { try $0.first("SELECT 1 AS one")?.get("one", as: Int.self) }
            try await database.close()

            #expect(one == 1 && database.dialect == dialect)
        }
    }

    @Test(arguments: ["postgres://nobody@127.0.0.1:1/x?connect_timeout=2", "/nowhere/at/all.sqlite"])
    func `an address where nothing answers is a failure that says so`(address: String) async throws {
        let failure = await #expect(throws: SQLFailure.self) {
            _ = try await DatabaseConfiguration(address: address).open(limits: DatabaseLimits(connections: 1))
        }

        #expect(failure?.kind == .connection)
    }
}
