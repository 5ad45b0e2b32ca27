import Foundation
import Kernel
import Logging
import NIOCertificateReloading
import NIOSSL
import ServiceLifecycle
import Synchronization

/// The certificate with which the doors speak TLS themselves. Its files are read anew every minute, so that a renewed one is
/// taken up without a restart; where they cannot be read or do not belong together, the one before stays.
package struct DoorCertificate: Service {
    private let reloader: TimedCertificateReloader
    private let reading: Reading

    static let interval = Duration.seconds(60)

    /// - Throws: `SettingsRefusal.fileMissing`, `.secretsReadableByOthers`, `.notOneCertificate`.
    init(_ files: TLSFiles, every interval: Duration, logger: Logger) throws(SettingsRefusal) {
        let reading = Reading(logger: logger)
        let configuration = TimedCertificateReloader.Configuration(
            refreshInterval: interval, certificateSource: .init(location: .memory { try files.readCertificate() }, format: .pem),
            privateKeySource: .init(location: .memory { try files.readKey() }, format: .pem)
        ) { configuration in
            configuration.onCertificateLoaded = { reading.succeeded($0) }
            configuration.onCertificateLoadFailed = { _ in reading.failed() }
        }
        do {
            reloader = try TimedCertificateReloader.makeReloaderValidatingSources(configuration: configuration)
        } catch let refusal as SettingsRefusal {
            throw refusal
        } catch {
            throw .notOneCertificate(files.certificate, key: files.key)
        }
        self.reading = reading
    }

    /// Until when the certificate in use is valid.
    var validUntil: Instant? { reading.validUntil }

    /// TLS 1.2 and 1.3, with HTTP/1.1 over it.
    func configuration() throws -> TLSConfiguration {
        var configuration = try TLSConfiguration.makeServerConfiguration(certificateReloader: reloader)
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }

    package func run() async throws { try await reloader.run() }

    /// How the files were read the last time.
    private final class Reading: Sendable {
        private struct State {
            var validUntil: Instant?
            var isBroken = false
        }

        private let state = Mutex(State())
        private let logger: Logger

        init(logger: Logger) { self.logger = logger }

        var validUntil: Instant? { state.withLock { $0.validUntil } }

        func succeeded(_ pair: TimedCertificateReloader.CertificateChainAndKeyPairReloadDiff) {
            guard case .certificate(let own)? = pair.currentCertificateChain.first else { return }
            let wasBroken = state.withLock { state in
                defer { state = State(validUntil: Instant(microseconds: Int64(own.notValidAfter) * 1_000_000)) }
                return state.isBroken
            }
            let isAnother = pair.previousCertificateChain.map { $0 != pair.currentCertificateChain } ?? false
            if isAnother || wasBroken { logger.notice(isAnother ? "certificate.renewed" : "certificate.readable") }
        }

        /// Told once, and not every minute until someone mends it. At the start the command says it.
        func failed() {
            let isNew = state.withLock { state in
                defer { state.isBroken = true }
                return state.validUntil != nil && !state.isBroken
            }
            if isNew { logger.error("certificate.unreadable") }
        }
    }
}

extension TLSFiles {
    /// - Throws: `SettingsRefusal.fileMissing`.
    func readCertificate() throws(SettingsRefusal) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: certificate) else { throw .fileMissing(certificate) }
        return Array(data)
    }

    /// The bytes of the key.
    ///
    /// - Throws: `SettingsRefusal.fileMissing`, `.secretsReadableByOthers`.
    func readKey() throws(SettingsRefusal) -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: key)
        guard let mode = attributes?[.posixPermissions] as? Int, let data = FileManager.default.contents(atPath: key) else {
            throw .fileMissing(key)
        }
        guard mode & 0o007 == 0 else { throw .secretsReadableByOthers(key) }
        return Array(data)
    }
}
