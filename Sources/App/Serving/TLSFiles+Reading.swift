import NIOSSL

extension TLSFiles {
    /// TLS 1.2 and 1.3, with HTTP/1.1 over it.
    ///
    /// - Throws: `SettingsRefusal.fileMissing` where a file cannot be read or is not of that form.
    func configuration() throws -> TLSConfiguration {
        guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate), !chain.isEmpty else {
            throw SettingsRefusal.fileMissing(certificate)
        }
        guard let key = try? NIOSSLPrivateKey(file: key, format: .pem) else { throw SettingsRefusal.fileMissing(self.key) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }
}
