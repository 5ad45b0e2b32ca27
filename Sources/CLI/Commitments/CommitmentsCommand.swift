import Access
import App
import ArgumentParser
import Commitments
import Foundation
import Kernel

/// `meldloket commitments`: what departments owe Parliament.
package struct CommitmentsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "commitments",
        abstract: "Read in the House's list, list what is overdue or due soon, and write out the planning overview.",
        subcommands: [Import.self, Fetch.self, Overdue.self, Reminders.self, Export.self])

    package init() {}

    struct Import: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Read in saved pages of the open data of the Tweede Kamer (SyncFeed, or OData 4 and 5). A second run changes nothing."
        )

        @OptionGroup var installation: InstallationOptions
        @Argument(help: "Files, in the order in which the House gave them.")
        var files: [String]
        @Option(
            name: .customLong("of"),
            help:
                "What rows of OData are that do not show it by their fields: promise, matter or decision. They are passed over without."
        )
        var category: HouseRecord.Category?
        @Flag(help: "Say what would change, and change nothing.")
        var dryRun = false

        func perform() async throws {
            var incomplete: [String] = []
            try await installation.withRegisters { registers in
                var trial = HouseTrial()
                for file in files {
                    guard FileManager.default.isReadableFile(atPath: file) else { throw CommandProblem.cannotRead(file) }
                    let bar = ProgressLine(file)
                    let report =
                        try await dryRun
                        ? registers.commitments.tryHouseList(.path(file), of: category, after: &trial, progress: bar.show)
                        : registers.commitments.importHouseList(.path(file), of: category, progress: bar.show)
                    bar.clear()
                    for line in HouseImportWording.lines(report, file: file, isTrial: dryRun) { say(line) }
                    if !report.faults.isEmpty { incomplete.append(file) }
                }
            }
            // What could be read was kept; that the rest was not must not pass for success.
            guard incomplete.isEmpty else { throw CommandProblem.notAllRead(incomplete) }
        }
    }

    struct Overdue: PlainSpokenCommand {
        static let configuration = CommandConfiguration(abstract: "List what is overdue, of all departments.")

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The day; today by default.")
        var on: String?

        func perform() async throws {
            let on = try on.map { try Day(orProblem: $0) }
            try await installation.withRegisters { registers in
                let day = on ?? registers.clock.today()
                let roster = try await registers.access.roster()
                for (department, item) in try await registers.commitments.overdue(on: day) {
                    let owner = item.owner.flatMap { roster.officers[$0]?.name } ?? "nobody"
                    say("\(item.day?.iso ?? "")  \(department)  \(item.title)  (\(owner))")
                }
            }
        }
    }
}

extension HouseRecord.Category: ExpressibleByArgument {}

/// What an import did, as lines.
enum HouseImportWording {
    static func lines(_ report: HouseImportReport, file: String, isTrial: Bool) -> [String] {
        let counts =
            "\(report.added) new, \(report.changed) changed, \(report.unchanged) unchanged, \(report.removed) removed at the source, \(report.others) of other kinds, \(report.faults.count) unreadable"
        var lines = ["\(file): \(counts)\(isTrial ? " (nothing was kept: dry run)" : "")"]
        lines += report.changes.flatMap(changed)
        if report.changes.count < report.changed {
            lines.append("  and \(report.changed - report.changes.count) more that changed")
        }
        lines += report.faults.map { "  line \($0.line): \(reason($0.reason))" }
        if let next = report.next { lines.append("  the next page: \(next)") }
        return lines
    }

    /// What a record says now, beside what it said.
    private static func changed(_ change: HouseChange) -> [String] {
        guard !change.isRemoved else { return ["  \(change.name): removed at the source"] }
        guard !change.fields.isEmpty else { return ["  \(change.name): there again at the source"] }
        return change.fields.map { field in
            "  \(change.name): \(field.name) \(quoted(field.before)) -> \(quoted(field.after))"
        }
    }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "nothing" }
        return text.count > longestQuote ? "'\(text.prefix(longestQuote))…'" : "'\(text)'"
    }

    private static let longestQuote = 80

    private static func reason(_ reason: HouseListFault.Reason) -> String {
        switch reason {
        case .notXML: "no valid XML"
        case .endsTooSoon: "the file ends too soon; what came before was read"
        case .encoding: "signs that do not belong to the stated encoding"
        case .documentType: "a document type, which is not allowed"
        case .notJSON: "no valid JSON; this row was passed over"
        case .unknownForm: "no page of SyncFeed or OData"
        case .empty: "the file is empty"
        case .notUTF8: "JSON in another encoding than UTF-8; save it as UTF-8"
        case .withoutID: "no identifier; this record was passed over"
        }
    }
}
