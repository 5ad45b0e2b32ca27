import Foundation
import Kernel
import Sealing

/// The file of the server's secrets: readable by the server alone, outside database and backup.
package struct SecretsFile: Sendable {
    package let path: String

    package init(_ configuration: SecretsConfiguration) {
        path = configuration.path
    }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Reads the file.
    ///
    /// - Throws: `SettingsRefusal` where it is missing or others may read it; `SealFailure` where it is of another form.
    package func read() throws -> ServerSecrets {
        guard let data = FileManager.default.contents(atPath: path) else { throw SettingsRefusal.fileMissing(path) }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o077 == 0 else { throw SettingsRefusal.secretsReadableByOthers(path) }
        return try ServerSecrets(decoding: data)
    }

    /// Writes the file anew, whole or not at all.
    package func write(_ secrets: ServerSecrets) throws {
        let next = path + ".new"
        try? FileManager.default.removeItem(atPath: next)
        guard
            FileManager.default.createFile(atPath: next, contents: try secrets.encoded(), attributes: [.posixPermissions: 0o600])
        else {
            throw SettingsRefusal.fileMissing(next)
        }
        guard rename(next, path) == 0 else { throw SettingsRefusal.fileMissing(path) }
    }

    /// Reads the file, or makes new secrets for a new installation.
    package func readOrCreate() throws -> ServerSecrets {
        if exists { return try read() }
        let secrets = ServerSecrets(from: .system)
        try write(secrets)
        return secrets
    }
}
