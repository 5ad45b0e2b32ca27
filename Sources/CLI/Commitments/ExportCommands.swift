import Access
import App
import ArgumentParser
import Commitments
import Documents
import Foundation
import Kernel

extension CommitmentsCommand {
    /// `meldloket commitments reminders`: for a program that sends mail.
    struct Reminders: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say who is to be reminded of what today: a line of JSON for each person.")

        @OptionGroup var installation: InstallationOptions

        private struct Line: Encodable {
            struct Item: Encodable {
                let title: String
                let due: String
                /// Negative where it is late.
                let days: Int
            }

            let userName, name: String
            let items: [Item]
        }

        func perform() async throws {
            try await installation.withRegisters { registers in
                let roster = try await registers.access.roster()
                let reminders = Dictionary(grouping: try await registers.commitments.allReminders(), by: \.to)
                let lines = reminders.compactMap { officer, reminders in
                    roster.officers[officer].map { officer in
                        Line(userName: officer.userName.text, name: officer.name, items: reminders.map(Self.item))
                    }
                }
                for line in lines.sorted(by: { $0.userName < $1.userName }) { say(Output.line(line)) }
            }
        }

        private static func item(_ reminder: Reminder) -> Line.Item {
            let days =
                switch reminder.reason {
                case .comes(let days): days
                case .isLate(let days): -days
                }
            return Line.Item(title: reminder.item.title, due: reminder.item.day?.iso ?? "", days: days)
        }
    }

    /// `meldloket commitments export`: the planning overview of today as a file.
    struct Export: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the planning overview of a department as it is today: odt, ods or csv.")

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The code of the department, such as bzk.")
        var department: String
        @Option(help: "tk or ek.")
        var house = House.tweedeKamer
        @Argument(help: "The file to write; its ending tells the form.")
        var file: String

        func perform() async throws {
            guard let form = DocumentForm(rawValue: URL(filePath: file).pathExtension.lowercased()), form != .pdf else {
                throw CommandProblem.unknownForm(file)
            }
            guard let department = Organisation.ID(department) else { throw CommandProblem.notAnOrganisation(department) }
            try await installation.withRegisters { registers in
                let roster = try await registers.access.roster()
                guard let found = roster.tree[department] else { throw CommandProblem.notAnOrganisation(department.code) }
                let overview = try await registers.commitments.planning(of: department, to: house)
                let document = overview.document(department: found.name(on: registers.clock.today()).full.nl)
                let bytes = try await document.written(as: form, printer: .missing)
                try Data(bytes).write(to: URL(filePath: file))
                say("\(file): \(overview.overview.rows.count) lines, \(overview.departures.count) gone since the last one")
            }
        }
    }
}

extension House: ExpressibleByArgument {}
