import Access
import App
import ArgumentParser
import Database
import Foundation
import Kernel
import Sealing

/// `meldloket backup`: a consistent picture of all rows, while the desk works.
package struct BackupCommand: PlainSpokenCommand {
    package static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a backup while the desk works. The secrets are not in it.",
        discussion: "meldloket backup --to /backups/2026-11-22.meldloket --secrets-to /vault/meldloket.secrets.json")

    @OptionGroup var installation: InstallationOptions

    @Option(help: "The file to write.")
    var to: String

    @Option(help: "Where to copy the secrets, in another folder than the backup.")
    var secretsTo: String?

    package init() {}

    func perform() async throws {
        umask(0o077)
        if let secretsTo {
            let folders = [to, secretsTo].map { URL(filePath: $0).standardizedFileURL.deletingLastPathComponent().path }
            guard folders[0] != folders[1] else { throw BackupRefusal.secretsBesideBackup }
            guard !FileManager.default.fileExists(atPath: secretsTo) else { throw BackupRefusal.fileExists(secretsTo) }
        }
        let rows = try await installation.withRegisters { registers in
            try await Backup(database: registers.database).write(
                to: to, installation: registers.secrets.installation, day: registers.clock.today()
            ) { Output.warn("\($0) rows…") }
        }
        print("Wrote \(rows) rows to \(to).")
        if let secretsTo {
            let secrets = try SecretsFile(installation.settings().secrets).read()
            try SecretsFile(SecretsConfiguration(path: secretsTo)).write(secrets)
            print("Copied the secrets to \(secretsTo). Without them the backup opens for nobody.")
        }
    }
}

/// `meldloket restore`: a backup into an empty database of either engine.
package struct RestoreCommand: PlainSpokenCommand {
    package static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Restore a backup into an empty database, SQLite or PostgreSQL.")

    @OptionGroup var installation: InstallationOptions

    @Option(help: "The backup.")
    var from: String

    package init() {}

    func perform() async throws {
        umask(0o077)
        let settings = installation.settings()
        let secrets = try SecretsFile(settings.secrets).read()
        let database = try await settings.database.open()
        do {
            let (header, rows) = try await Backup(database: database).restore(from: from, into: secrets.installation) {
                Output.warn("\($0) rows…")
            }
            try await database.close()
            print("Restored \(rows) rows of \(header.day).")
        } catch {
            try await database.close()
            throw error
        }
    }
}

/// `meldloket migrate`: brings the schema up to date without serving.
package struct MigrateCommand: PlainSpokenCommand {
    package static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the schema of the database up to date.")

    @OptionGroup var installation: InstallationOptions

    package init() {}

    func perform() async throws {
        umask(0o077)
        let database = try await installation.settings().database.open()
        try await database.migrate(Registers.migrations)
        try await database.close()
        print("The schema is up to date.")
    }
}
