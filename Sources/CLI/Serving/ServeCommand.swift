import Access
import App
import ArgumentParser
import Database
import Documents
import Foundation
import Kernel
import ReportingDesk
import Sealing
import Web

/// `meldloket serve`: the doors, until it is told to stop.
package struct ServeCommand: PlainSpokenCommand {
    package static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the reporter's door and the officers' door.",
        discussion: "Each option is also a variable of the environment, such as MELDLOKET_REPORTER."
    )

    @OptionGroup var installation: InstallationOptions

    @Option(help: "Where the reporter's door listens. Default 127.0.0.1:8080.")
    var reporter: String?

    @Option(help: "Where the officers' door listens. Default 127.0.0.1:8081.")
    var officer: String?

    @Option(help: "both, reporter or officer: one door can run as a process of its own.")
    var doors: String?

    @Flag(name: .customLong("behind-tls"), help: "A proxy before this process ends TLS: cookies are for TLS only.")
    var behindTLS = false

    @Option(
        name: .customLong("tls-certificate"), help: "A certificate with its chain, in PEM: the doors then speak TLS themselves.")
    var tlsCertificate: String?

    @Option(name: .customLong("tls-key"), help: "The key of that certificate, in PEM; not readable by others.")
    var tlsKey: String?

    @Option(help: "The host name of the reporter's door; pages are answered under it alone. Default any.")
    var reporterHost: String?

    @Option(help: "The host name of the officers' door. Default any.")
    var officerHost: String?

    @Option(
        help:
            "Where /metrics is told in the format of Prometheus, such as 127.0.0.1:9464; on this machine alone. Default nowhere.")
    var metrics: String?

    @Option(help: "Addresses or networks of proxies whose X-Forwarded-For is believed, with commas. Default none.")
    var trustedProxies: String?

    @Option(help: "How many reports may be begun in a minute, by all together; more wait their turn. Default 120.")
    var beginningsPerMinute: String?

    @Option(help: "Megabytes that files may take which are not sent yet, by all together. Default 20000.")
    var unsentFiles: String?

    @Option(help: "Megabytes that stay free on the disk of an embedded database: below it, files are refused. Default 500.")
    var diskReserve: String?

    @Option(help: "A folder outside to which signed heads of the audit chain go, at the start and every hour.")
    var witness: String?

    @Option(help: "text or json: how the log is written, on standard error. Default text.")
    var logFormat: String?

    @Option(help: "The page to which 'leave this page' goes.")
    var neutralPage: String?

    @Option(help: "A style sheet of the host, after ours.")
    var theme: String?

    @Option(help: "Where leaks are reported, for security.txt: an https or mailto address.")
    var securityContact: String?

    @Option(help: "The address of the open data on what Parliament was told. Default nowhere.")
    var openData: String?

    @Option(help: "Who is asked about the open data: a name.")
    var openDataName: String?

    @Option(help: "Their address of mail.")
    var openDataMail: String?

    @Option(help: "Their page on the web.")
    var openDataPage: String?

    @Option(help: "A Python with the libraries of the document cleaner. Without it, PDF and office documents are refused.")
    var cleanerPython: String?

    @Option(help: "The document cleaner. Default Tools/clean_document.py.")
    var cleaner: String?

    @Option(
        help:
            "A Python with the libraries that make PDFs. Default the one of the document cleaner; without it, there are no PDFs.")
    var printerPython: String?

    @Option(help: "The program that makes PDFs. Default Tools/print_document.py.")
    var printer: String?

    @Option(help: "true or false: whether the receipt of a report counts as its acknowledgement (Wbk 2(2)(h)). Default true.")
    var receiptAcknowledges: String?

    @Option(help: "termInAnAct or notATermInAnAct: whether the terms of Wbk 2 move to the next working day. Default termInAnAct.")
    var wbkTerms: String?

    @Flag(help: "Make and serve a demo: made-up people who sign in with one click, on this machine only.")
    var demo = false

    @Flag(help: .hidden)
    var test = false

    package init() {}

    func perform() async throws {
        umask(0o077)
        let settings = installation.settings([
            "reporter": reporter, "officer": officer, "doors": doors, "behindtls": behindTLS ? "true" : nil, "witness": witness,
            "neutralpage": neutralPage, "theme": theme, "securitycontact": securityContact, "cleanerpython": cleanerPython,
            "cleaner": cleaner, "printerpython": printerPython, "printer": printer, "receiptacknowledges": receiptAcknowledges,
            "wbkterms": wbkTerms,
            "trustedproxies": trustedProxies, "beginningsperminute": beginningsPerMinute,
            "tlscertificate": tlsCertificate, "tlskey": tlsKey, "reporterhost": reporterHost,
            "officerhost": officerHost, "metrics": metrics, "unsentfiles": unsentFiles, "diskreserve": diskReserve,
            "logformat": logFormat, "opendata": openData, "opendataname": openDataName, "opendatamail": openDataMail,
            "opendatapage": openDataPage,
        ])
        let kind: Installation.Kind = demo ? .demo : test ? .test : .real
        let (doors, desk, form) = (try settings.doors(), try settings.desk(), try settings.logForm())
        if demo, ![doors.reporter, doors.officer, doors.openData ?? doors.officer].allSatisfy(\.isLoopback) {
            throw SettingsRefusal.openWithoutTLS
        }
        let secrets = try SecretsFile(settings.secrets).readOrCreate()
        let database = try await settings.database.open()
        try await prepare(database, secrets, kind)
        let registers = Registers(
            database: database, secrets: secrets, kind: kind, settings: desk,
            cleaning: DocumentCleaning(settings.cleaning), uploadRoom: try settings.uploadRoom())
        let server = Server(
            registers: registers, doors: doors, kind: kind, demo: demo ? DemoSignIn(registers) : nil,
            witness: settings.witness.folder.map { WitnessFolder($0) },
            printer: PDFPrinter(settings.printing), logger: form.logger("meldloket", clock: registers.clock))
        try await server.run { door, port in
            say(Self.line(door, port, scheme: doors.tls == nil ? "http" : "https"))
        }
    }

    private static func line(_ door: String, _ port: Int, scheme: String) -> String {
        let place = "\(scheme)://localhost:\(port)"
        return switch door {
        case "reporter": "Reporter's door: \(place)/nl"
        case "officer": "Officers' door:  \(place)/nl"
        default: "Open data:       \(place)/api/v1/openapi.json"
        }
    }

    /// Brings the schema up to date and makes an empty database this installation's.
    private func prepare(_ database: any Database, _ secrets: ServerSecrets, _ kind: Installation.Kind) async throws {
        try await database.migrate(Registers.migrations)
        let access = Registers(database: database, secrets: secrets, kind: kind).access
        let isNew = try await access.installation() == nil
        if isNew, kind == .demo {
            try await DemoData(database: database, secrets: secrets, now: WallClock.system.now()).fill { step in
                say("Making the demo: \(step)")
            }
        }
        try await access.establish(kind)
        if isNew, kind != .demo { try await access.importOrganisations(OrganisationFile.centralGovernment()) }
    }
}
