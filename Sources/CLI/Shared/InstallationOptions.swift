import Access
import App
import ArgumentParser
import Database
import Kernel
import Sealing

/// The database and the secrets that a command works on.
struct InstallationOptions: ParsableArguments {
    @Option(help: "A SQLite file, or postgres://user@host/name. Also MELDLOKET_DATABASE; default meldloket.sqlite.")
    var database: String?

    @Option(help: "The file of the server's secrets. Also MELDLOKET_SECRETS; default meldloket.secrets.json.")
    var secrets: String?

    func settings(_ more: [String: String?] = [:]) -> Settings {
        Settings(more.merging(["database": database, "secrets": secrets]) { first, _ in first })
    }

    /// Opens an installation that exists, and closes it after the body.
    func withRegisters<T>(_ body: (Registers) async throws -> T) async throws -> T {
        let settings = settings()
        let secrets = try SecretsFile(settings.secrets).read()
        let database = try await settings.database.open()
        do {
            try await database.migrate(Registers.migrations)
            guard let installation = try await Registers(database: database, secrets: secrets, kind: .real).access.installation()
            else {
                throw CommandProblem.noInstallation
            }
            let registers = Registers(database: database, secrets: secrets, kind: installation.kind)
            guard installation.name == secrets.installation else { throw InstallationRefusal.secretsOfAnotherInstallation }
            let result = try await body(registers)
            try await registers.access.derivations.close()
            try await database.close()
            return result
        } catch {
            try await database.close()
            throw error
        }
    }
}

/// A command that says in a plain sentence why it did not do what was asked.
protocol PlainSpokenCommand: AsyncParsableCommand {
    func perform() async throws
}

extension PlainSpokenCommand {
    package func run() async throws {
        do {
            try await perform()
        } catch let error where error is ValidationError || error is ExitCode || error is CleanExit {
            throw error
        } catch {
            Output.warn("meldloket: " + CommandProblem.sentence(for: error))
            throw ExitCode(1)
        }
    }
}
