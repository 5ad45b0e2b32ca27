import API
import Configuration
import Foundation
import Kernel
import ReportingDesk
import Web

/// Where the rows are.
package struct DatabaseConfiguration: Sendable, Equatable {
    package let address: String

    package init(address: String) {
        self.address = address
    }
}

/// Where the server's secrets are.
package struct SecretsConfiguration: Sendable, Equatable {
    package let path: String

    package init(path: String) {
        self.path = path
    }
}

/// At which addresses the doors listen.
package struct DoorConfiguration: Sendable, Equatable {
    package enum Doors: String, Sendable, CaseIterable { case both, reporter, officer }

    package let doors: Doors
    package let reporter: ListenAddress
    package let officer: ListenAddress
    /// Whether people reach the doors by TLS, ended before this process.
    package let isBehindTLS: Bool
    package let neutralPage: String
    package let securityContact: String
    package let themePath: String?
    /// The proxies whose word is taken for where a request comes from.
    package let trustedProxies: TrustedProxies
    /// Reports that may be begun in a minute, by all together.
    package let beginningsPerMinute: Int
    /// The host names of the doors; nil for any.
    package let reporterHost, officerHost: String?
    /// Where metrics are told, on this machine alone; nil for nowhere.
    package let metrics: ListenAddress?
    /// Where what Parliament was told is open to everyone; nil for nowhere.
    package let openData: ListenAddress?
    /// Whom to ask about it.
    package let openContact: OpenContact
    /// The folder of an embedded database.
    package let diskFolder: String?
    /// With which the doors speak TLS themselves; nil where they do not.
    package let tls: TLSFiles?
}

/// The files of a certificate, both in PEM.
package struct TLSFiles: Sendable, Equatable {
    /// The certificate and those between it and the root.
    package let certificate: String
    package let key: String
}

/// A host and a port.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    package let host: String
    package let port: Int

    /// Reads `127.0.0.1:8080` and `[::1]:8080`.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else {
            return nil
        }
        host = String(text[..<colon]).replacing("[", with: "").replacing("]", with: "")
        guard !host.isEmpty else { return nil }
        self.port = port
    }

    package var description: String { "\(host):\(port)" }

    package var isLoopback: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return host == "localhost" || host == "::1" || parts.count == 4 && parts.allSatisfy { $0 != nil } && parts[0] == 127
    }
}

/// Where copies of the signed end of the audit chain go.
package struct WitnessConfiguration: Sendable, Equatable {
    package let folder: String?
}

/// The program that takes hidden data out of documents.
package struct CleaningConfiguration: Sendable, Equatable {
    /// A Python that has the libraries of the cleaner; nil where documents are refused.
    package let python: String?
    package let script: String
}

/// The program that makes PDFs.
package struct PrintingConfiguration: Sendable, Equatable {
    /// A Python that has the libraries of the printer; nil where no PDFs are made.
    package let python: String?
    package let script: String
}

/// All settings: from the command line, then from the environment (`MELDLOKET_…`), then the defaults.
package struct Settings: Sendable {
    private let reader: ConfigReader

    /// - Parameter given: what was given on the command line, by the name of the setting.
    package init(_ given: [String: String?] = [:]) {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for case (let name, let value?) in given { values[["meldloket", name]] = ConfigValue(stringLiteral: value) }
        reader = ConfigReader(providers: [
            InMemoryProvider(name: "command line", values: values), EnvironmentVariablesProvider(),
        ])
    }

    private func text(_ name: String) -> String? { reader.string(forKey: ["meldloket", name]) }

    package var database: DatabaseConfiguration { DatabaseConfiguration(address: text("database") ?? "meldloket.sqlite") }
    package var secrets: SecretsConfiguration { SecretsConfiguration(path: text("secrets") ?? "meldloket.secrets.json") }

    /// - Throws: `SettingsRefusal.notAChoice`.
    package func logForm() throws -> LogForm {
        let text = text("logformat") ?? LogForm.text.rawValue
        guard let form = LogForm(rawValue: text) else { throw SettingsRefusal.notAChoice("log-format", text) }
        return form
    }

    package var witness: WitnessConfiguration { WitnessConfiguration(folder: text("witness")) }

    package var cleaning: CleaningConfiguration {
        CleaningConfiguration(python: text("cleanerpython"), script: text("cleaner") ?? "Tools/clean_document.py")
    }

    package var printing: PrintingConfiguration {
        PrintingConfiguration(
            python: text("printerpython") ?? text("cleanerpython"), script: text("printer") ?? "Tools/print_document.py")
    }

    /// - Throws: `SettingsRefusal`.
    package func doors() throws -> DoorConfiguration {
        func address(_ name: String, _ usual: String) throws -> ListenAddress {
            guard let address = ListenAddress(text(name) ?? usual) else {
                throw SettingsRefusal.notAnAddress(name, text(name) ?? usual)
            }
            return address
        }
        guard let doors = DoorConfiguration.Doors(rawValue: text("doors") ?? "both") else {
            throw SettingsRefusal.notAChoice("doors", text("doors") ?? "")
        }
        let behindTLS = text("behindtls") ?? "false"
        guard ["true", "false"].contains(behindTLS) else { throw SettingsRefusal.notAChoice("behind-tls", behindTLS) }
        let configuration = DoorConfiguration(
            doors: doors, reporter: try address("reporter", "127.0.0.1:8080"), officer: try address("officer", "127.0.0.1:8081"),
            isBehindTLS: behindTLS == "true",
            neutralPage: text("neutralpage") ?? "https://www.knmi.nl/nederland-nu/weer/verwachtingen",
            securityContact: text("securitycontact") ?? "https://www.ncsc.nl/contact/kwetsbaarheid-melden",
            themePath: text("theme"), trustedProxies: try trustedProxies(), beginningsPerMinute: try beginningsPerMinute(),
            reporterHost: text("reporterhost")?.lowercased(), officerHost: text("officerhost")?.lowercased(),
            metrics: try text("metrics").map { try address("metrics", $0) },
            openData: try text("opendata").map { try address("open-data", $0) }, openContact: openContact, diskFolder: diskFolder,
            tls: try tls())
        let doorAddresses = [configuration.reporter, configuration.officer, configuration.openData]
        let isOpen = doorAddresses.contains { $0?.isLoopback == false }
        guard configuration.metrics?.isLoopback ?? true else { throw SettingsRefusal.metricsBeyondThisMachine }
        guard configuration.isBehindTLS || configuration.tls != nil || !isOpen else { throw SettingsRefusal.openWithoutTLS }
        return configuration
    }

    private var openContact: OpenContact {
        let example = OpenContact.example
        return OpenContact(
            name: text("opendataname") ?? example.name, mail: text("opendatamail") ?? example.mail,
            page: text("opendatapage") ?? example.page)
    }

    /// Room for files, with what is kept free on the disk of an embedded database.
    package func uploadRoom() throws -> UploadRoom {
        let (unsent, reserve) = (try megabytes("unsentfiles", 20_000), try megabytes("diskreserve", 500))
        guard let folder = diskFolder else { return UploadRoom(unsentLimit: unsent) }
        return UploadRoom(unsentLimit: unsent) { DiskSpace.free(at: folder).map { $0 > reserve } ?? true }
    }

    private func tls() throws -> TLSFiles? {
        switch (text("tlscertificate"), text("tlskey")) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return TLSFiles(certificate: certificate, key: key)
        default: throw SettingsRefusal.halfOfTLS
        }
    }

    private var diskFolder: String? {
        database.isPostgres ? nil : URL(filePath: database.address).deletingLastPathComponent().path
    }

    private func megabytes(_ name: String, _ usual: Int) throws -> Int {
        let text = text(name) ?? String(usual)
        guard let number = Int(text), (0...100_000_000).contains(number) else { throw SettingsRefusal.notAChoice(name, text) }
        return number * 1_000_000
    }

    private func trustedProxies() throws -> TrustedProxies {
        guard let text = text("trustedproxies") else { return .none }
        guard let proxies = TrustedProxies(text) else { throw SettingsRefusal.notAnAddress("trusted-proxies", text) }
        return proxies
    }

    private func beginningsPerMinute() throws -> Int {
        guard let text = text("beginningsperminute") else { return 120 }
        guard let number = Int(text), (1...1_000_000).contains(number) else {
            throw SettingsRefusal.notAChoice("beginnings-per-minute", text)
        }
        return number
    }

    package func desk() throws -> DeskSettings {
        var settings = DeskSettings()
        if let text = text("receiptacknowledges") {
            guard text == "true" || text == "false" else { throw SettingsRefusal.notAChoice("receipt-acknowledges", text) }
            settings.receiptAcknowledges = text == "true"
        }
        if let text = text("wbkterms") {
            guard let reading = TermReadings.InternalProcedure(rawValue: text) else {
                throw SettingsRefusal.notAChoice("wbk-terms", text)
            }
            settings.readings.internalProcedure = reading
        }
        return settings
    }
}

/// Why the program does not start with these settings.
package enum SettingsRefusal: Error, Equatable {
    case notAnAddress(String, String)
    case notAChoice(String, String)
    /// A door would listen beyond this machine without TLS: reports would cross the network in the clear.
    case openWithoutTLS
    case fileMissing(String)
    /// A certificate without its key, or a key without its certificate.
    case halfOfTLS
    /// A file that is no certificate or no key in PEM, or two that do not belong together.
    case notOneCertificate(String, key: String)
    /// What operators watch is not for the network.
    case metricsBeyondThisMachine
    case secretsReadableByOthers(String)
}
