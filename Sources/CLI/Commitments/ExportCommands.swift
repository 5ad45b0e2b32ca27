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

    /// `meldloket commitments export`: what stands in the register of today, as a file.
    struct Export: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Write the planning overview of a department, its yearly annex or its whole register as it is today: odt, ods, csv or pdf."
        )

        enum What: String, ExpressibleByArgument, CaseIterable {
            case overview, annex, register
        }

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The code of the department, such as bzk.")
        var department: String
        @Option(help: "The House that the overview is for: tk or ek.")
        var house = House.tweedeKamer
        @Option(help: "What to write.")
        var what = What.overview
        @Option(help: "The parliamentary year of the annex, such as 2025-2026. Default the one of today.")
        var year: String?
        @Option(help: "A Python with the libraries that make PDFs, for a file that ends in .pdf.")
        var printerPython: String?
        @Option(help: "The program that makes PDFs. Default Tools/print_document.py.")
        var printer: String?
        @Argument(help: "The file to write; its ending tells the form.")
        var file: String

        func perform() async throws {
            guard let form = DocumentForm(rawValue: URL(filePath: file).pathExtension.lowercased()) else {
                throw CommandProblem.unknownForm(file)
            }
            guard let department = Organisation.ID(department) else { throw CommandProblem.notAnOrganisation(department) }
            let printing = installation.settings(["printerpython": printerPython, "printer": printer]).printing
            try await installation.withRegisters { registers in
                let roster = try await registers.access.roster()
                guard let found = roster.tree[department] else { throw CommandProblem.notAnOrganisation(department.code) }
                let name = found.name(on: registers.clock.today()).full.nl
                let (document, told) = try await document(of: department, called: name, roster, registers)
                let bytes = try await document.written(as: form, printer: PDFPrinter(printing))
                try Data(bytes).write(to: URL(filePath: file))
                say("\(file): \(told)")
            }
        }

        /// What to write, and how to tell of it.
        private func document(
            of department: Organisation.ID, called name: String, _ roster: Roster, _ registers: Registers
        ) async throws -> (Document, String) {
            let (commitments, today) = (registers.commitments, registers.clock.today())
            switch what {
            case .overview:
                let overview = try await commitments.planning(of: department, to: house)
                let told = "\(overview.overview.rows.count) lines, \(overview.departures.count) gone since the last one"
                return (overview.document(department: name), told)
            case .annex:
                let year = try year.map { text in
                    guard let year = ParliamentaryYear(text) else { throw CommandProblem.notAYear(text) }
                    return year
                }
                let annex = try await commitments.yearlyAnnex(of: department, in: year ?? ParliamentaryYear(of: today))
                let told = "\(annex.motions.count) motions, \(annex.commitments.count) commitments"
                return (annex.document(department: name, on: today), told)
            case .register:
                let register = try await commitments.register(of: department)
                let owners = roster.officers.mapValues(\.name)
                return (register.document(department: name, owners: owners, on: today), "\(register.count) entries")
            }
        }
    }
}

extension House: ExpressibleByArgument {}
