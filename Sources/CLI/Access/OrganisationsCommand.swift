import Access
import App
import ArgumentParser
import Foundation
import Kernel

/// `meldloket organisations`: the tree of organisations.
package struct OrganisationsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "organisations", abstract: "List or import organisations.", subcommands: [List.self, Import.self])

    package init() {}

    struct List: PlainSpokenCommand {
        static let configuration = CommandConfiguration(abstract: "List the organisations of a day with where they belong.")

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The day; today by default.")
        var on: String?

        func perform() async throws {
            let on = try on.map { try Day(orProblem: $0) }
            try await installation.withRegisters { registers in
                let (tree, day) = (try await registers.access.roster().tree, on ?? registers.clock.today())
                for organisation in tree.existing(on: day, language: .en) {
                    let parent = tree.parent(of: organisation.id, on: day).map { " in \($0)" } ?? ""
                    print(
                        "\(organisation.id)  \(organisation.name(on: day).full.en) (\(organisation.name(on: day).abbreviation))\(parent)"
                    )
                }
            }
        }
    }

    struct Import: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in a JSON file of organisations: new ones are added, known ones changed, none removed.")

        @OptionGroup var installation: InstallationOptions
        @Argument(help: "A file of the form of docs/organisations.md.")
        var file: String

        func perform() async throws {
            guard let data = FileManager.default.contents(atPath: file) else { throw CommandProblem.cannotRead(file) }
            let list: [Organisation]
            do {
                list = try JSONDecoder().decode(OrganisationFile.self, from: data).read()
            } catch {
                throw ValidationError("'\(file)' is not of the form of docs/organisations.md: \(Self.place(error))")
            }
            try await installation.withRegisters { registers in
                try await registers.access.importOrganisations(list)
                print("Took in \(list.count) organisations.")
            }
        }

        private static func place(_ error: any Error) -> String {
            switch error {
            case DecodingError.dataCorrupted(let context), DecodingError.keyNotFound(_, let context),
                DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
                let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
                return "\(context.debugDescription) at \(path.isEmpty ? "the start" : path)"
            default: return "it cannot be read"
            }
        }
    }
}
