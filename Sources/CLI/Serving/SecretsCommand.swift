import App
import ArgumentParser
import Kernel
import Sealing

/// `meldloket secrets`: makes the server's secrets, or puts a new key in front.
package struct SecretsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "secrets", abstract: "Make or rotate the server's secrets.", subcommands: [Create.self, Rotate.self])

    package init() {}

    struct Create: PlainSpokenCommand {
        static let configuration = CommandConfiguration(abstract: "Make the file of secrets of a new installation.")

        @OptionGroup var installation: InstallationOptions

        func perform() async throws {
            let file = SecretsFile(installation.settings().secrets)
            guard !file.exists else { throw BackupRefusal.fileExists(file.path) }
            try file.write(ServerSecrets(from: .system))
            print("Made \(file.path). Keep it apart from the database and its backups, the same on every node.")
        }
    }

    struct Rotate: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a new key in front; what was made with the old one stays valid. Stop every node first.")

        enum Key: String, ExpressibleByArgument, CaseIterable { case signing, pepper }

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "signing or pepper.")
        var key: Key

        func perform() async throws {
            let file = SecretsFile(installation.settings().secrets)
            let secrets = try file.read()
            try file.write(key == .signing ? secrets.rotatingSigningKey(from: .system) : secrets.rotatingPepper(from: .system))
            print("Rotated the \(key.rawValue) key. Copy \(file.path) to every node.")
        }
    }
}
