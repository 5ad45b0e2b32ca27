import Access
import App
import ArgumentParser
import Kernel
import ReportingDesk

/// `meldloket officer`: officers and their appointments.
package struct OfficerCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "officer", abstract: "Add, appoint, invite and let go officers.",
        subcommands: [Add.self, List.self, Appoint.self, End.self, Invite.self, Leave.self])

    package init() {}

    struct Add: PlainSpokenCommand {
        static let configuration = CommandConfiguration(abstract: "Add an officer and print the enrolment code.")

        @OptionGroup var installation: InstallationOptions
        @Option var userName: String
        @Option var name: String

        func perform() async throws {
            let userName = try UserName(orProblem: userName)
            try await installation.withRegisters { registers in
                let officer = try await registers.access.addOfficer(userName, name: name)
                let code = try await registers.access.invite(officer)
                print("\(officer.userName)  enrolment code \(code.text)  (valid for \(EnrolmentCode.days) days)")
            }
        }
    }

    struct List: PlainSpokenCommand {
        static let configuration = CommandConfiguration(abstract: "List officers with their appointments.")

        @OptionGroup var installation: InstallationOptions

        func perform() async throws {
            try await installation.withRegisters { registers in
                let roster = try await registers.access.roster()
                for officer in roster.officers.values.sorted(by: { $0.userName.text < $1.userName.text }) {
                    print("\(officer.userName)  \(officer.name)\(officer.leftOn.map { "  left \($0)" } ?? "")")
                    for appointment in roster.appointments where appointment.officer == officer.id {
                        let state =
                            !appointment.role.carriesKeys
                            ? "" : roster.confirmedSince[appointment.id].map { "  confirmed \($0)" } ?? "  waits for confirmation"
                        let until = appointment.period.until.map { " until \($0)" } ?? ""
                        print(
                            "    \(appointment.role.rawValue) at \(appointment.organisation) from \(appointment.period.from)\(until)\(state)"
                        )
                    }
                }
            }
        }
    }

    struct Appoint: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Appoint an officer. A role that carries keys takes effect when a keyholder confirms it.")

        @OptionGroup var installation: InstallationOptions
        @Option var userName: String
        @Option(help: "The code of an organisation, such as bzk.")
        var organisation: String
        @Option(help: "\(OfficerRole.allCases.map(\.rawValue).joined(separator: ", ")).")
        var role: OfficerRole
        @Option(help: "The first day; today by default.")
        var from: String?
        @Option(help: "The last day; without an end by default.")
        var until: String?
        @Option(help: "The user name of the officer for whom this one stands in.")
        var substituteFor: String?

        func perform() async throws {
            let (userName, organisation) = (try UserName(orProblem: userName), try Organisation.ID(orProblem: organisation))
            let (from, until) = (try from.map { try Day(orProblem: $0) }, try until.map { try Day(orProblem: $0) })
            try await installation.withRegisters { registers in
                let officer = try await registers.access.officer(named: userName)
                var absent: Officer?
                if let substituteFor { absent = try await registers.access.officer(named: UserName(orProblem: substituteFor)) }
                _ = try await registers.access.appoint(
                    officer, as: role, at: organisation, in: Period(from: from ?? registers.clock.today(), until: until),
                    substituteFor: absent?.id)
                try await registers.desk.enforceExclusions()
                print("Appointed \(officer.userName) as \(role.rawValue) at \(organisation).")
            }
        }
    }

    struct End: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "End an appointment before its time. The officer keeps other roles; what they read of a case ends with it.")

        @OptionGroup var installation: InstallationOptions
        @Option var userName: String
        @Option(help: "The code of an organisation, such as bzk.")
        var organisation: String
        @Option(help: "administrator, integrityCoordinator, reportHandler or recoveryOfficer.")
        var role: OfficerRole
        @Option(help: "The last day; yesterday by default, so that it is over now.")
        var lastDay: String?
        @Option(help: "The user name of the officer for whom this one stands in.")
        var substituteFor: String?

        func perform() async throws {
            let (userName, organisation) = (try UserName(orProblem: userName), try Organisation.ID(orProblem: organisation))
            let lastDay = try lastDay.map { try Day(orProblem: $0) }
            try await installation.withRegisters { registers in
                let officer = try await registers.access.officer(named: userName)
                let day = lastDay ?? registers.clock.today() - 1
                var absent: Officer?
                if let substituteFor { absent = try await registers.access.officer(named: UserName(orProblem: substituteFor)) }
                try await registers.access.endAppointment(
                    of: officer, as: role, at: organisation, substituteFor: absent?.id, after: day)
                print("\(officer.userName) is \(role.rawValue) at \(organisation) until \(day).")
            }
        }
    }

    struct Invite: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an officer enrol again, after a lost passphrase or device. New keys are made; they open nothing old.")

        @OptionGroup var installation: InstallationOptions
        @Option var userName: String

        func perform() async throws {
            let userName = try UserName(orProblem: userName)
            try await installation.withRegisters { registers in
                let code = try await registers.access.invite(registers.access.officer(named: userName))
                print("\(userName)  enrolment code \(code.text)  (valid for \(EnrolmentCode.days) days)")
            }
        }
    }

    struct Leave: PlainSpokenCommand {
        static let configuration = CommandConfiguration(abstract: "Let an officer go: sessions end, and no plan counts on them.")

        @OptionGroup var installation: InstallationOptions
        @Option var userName: String

        func perform() async throws {
            let userName = try UserName(orProblem: userName)
            try await installation.withRegisters { registers in
                try await registers.access.leave(registers.access.officer(named: userName))
                print("\(userName) has left.")
            }
        }
    }
}

extension OfficerRole: ExpressibleByArgument {}
