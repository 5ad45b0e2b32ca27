import Access
import App
import ArgumentParser
import AuditLog
import Kernel

/// `meldloket keyholder confirm-first`: the first keyholder of an organisation, before two administrators.
package struct KeyholderCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "keyholder", abstract: "Confirm the first keyholder of an organisation.", subcommands: [ConfirmFirst.self])

    package init() {}

    struct ConfirmFirst: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm-first",
            abstract: "Confirm the first keyholder of an organisation; two administrators sign in for it here.",
            discussion: "Asks twice for user name, passphrase and code, or reads six lines from standard input.")

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The officer who becomes the first keyholder.")
        var userName: String
        @Option(help: "The code of the organisation.")
        var organisation: String

        func perform() async throws {
            let (userName, organisation) = (try UserName(orProblem: userName), try Organisation.ID(orProblem: organisation))
            try await installation.withRegisters { registers in
                let waiting = try await registers.access.waitingForConfirmation(at: organisation)
                guard
                    let holder = waiting.first(where: {
                        $0.officer.userName == userName && $0.appointment.role.confirmsKeyholders
                    })
                else {
                    throw CommandProblem.noAppointment
                }
                var administrators: [ProvenIdentity] = []
                for place in ["First", "Second"] {
                    let name = try Prompt.ask("\(place) administrator, user name")
                    let passphrase = try Prompt.askSecretly("Passphrase")
                    let code = try Prompt.ask("Code")
                    administrators.append(
                        try await registers.access.signIn(
                            userName: name, passphrase: passphrase, code: code, device: nil, at: .commandLine
                        ).identity)
                }
                try await registers.access.confirmFirst(holder.appointment.id, before: administrators)
                print("\(userName) is the first keyholder of \(organisation).")
            }
        }
    }
}
