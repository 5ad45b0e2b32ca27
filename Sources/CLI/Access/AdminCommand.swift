import Access
import App
import ArgumentParser
import Kernel

/// `meldloket admin create`: the first two administrators.
package struct AdminCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Make the first administrators.", subcommands: [Create.self])

    package init() {}

    struct Create: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the first two administrators, once.",
            discussion: "meldloket admin create --user-name anna --name 'Anna Bos' --user-name bram --name 'Bram Kok'")

        @OptionGroup var installation: InstallationOptions

        @Option(help: "The user name of an administrator; give it twice.")
        var userName: [String] = []

        @Option(help: "The name of an administrator; give it twice, in the same order.")
        var name: [String] = []

        func perform() async throws {
            let people = try zip(userName, name).map { (try UserName(orProblem: $0), $1) }
            try await installation.withRegisters { registers in
                let officers = try await registers.access.createAdministrators(people.map { (userName: $0.0, name: $0.1) })
                for officer in officers {
                    let code = try await registers.access.invite(officer)
                    print("\(officer.userName)  enrolment code \(code.text)  (valid for \(EnrolmentCode.days) days)")
                }
            }
        }
    }
}

extension UserName {
    init(orProblem text: String) throws {
        guard let name = UserName(text) else { throw CommandProblem.notAUserName(text) }
        self = name
    }
}

extension Organisation.ID {
    init(orProblem text: String) throws {
        guard let id = Organisation.ID(text) else { throw CommandProblem.notAnOrganisation(text) }
        self = id
    }
}

extension Day {
    init(orProblem text: String) throws {
        guard let day = Day(text) else { throw CommandProblem.notADay(text) }
        self = day
    }
}
