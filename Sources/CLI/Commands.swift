import ArgumentParser

/// The commands of the program, in the order in which the help lists them.
package enum Commands {
    package static let all: [any ParsableCommand.Type] = [
        ServeCommand.self, TermCommand.self, AuditCommand.self, BackupCommand.self, RestoreCommand.self, AdminCommand.self,
        OfficerCommand.self, KeyholderCommand.self, OrganisationsCommand.self, CommitmentsCommand.self, SecretsCommand.self,
        MigrateCommand.self,
        RoutesCommand.self,
    ]
}
