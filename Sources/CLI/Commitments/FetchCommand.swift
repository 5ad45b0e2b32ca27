import App
import ArgumentParser
import Commitments
import Kernel

extension CommitmentsCommand {
    /// `meldloket commitments fetch`: the House's list over the network.
    struct Fetch: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read in the House's feed over the network, from where it was read last. It needs curl.")

        @OptionGroup var installation: InstallationOptions
        @Option(name: .customLong("of"), help: "What to read: promise, matter or decision.")
        var category = HouseRecord.Category.promise
        @Option(help: "At most so many pages.")
        var pages = 1000
        @Option(help: "The first page of all, instead of the House's own; it counts as long as nothing was read.")
        var feed: String?

        func perform() async throws {
            try await installation.withRegisters { registers in
                let commitments = registers.commitments
                let beginning = feed ?? HouseFeed.address + HouseFeed.name(of: category)
                var address: String? = try await commitments.feedPage(of: category) ?? beginning
                for _ in 0..<max(pages, 1) {
                    guard let page = address else { break }
                    let report = try await FeedDownload.page(at: page) { path in
                        try await commitments.importHouseList(.path(path), of: category)
                    }
                    for line in HouseImportWording.lines(report, file: page, isTrial: false) { say(line) }
                    try await commitments.goOn(at: page, of: category)
                    // What could not be read is read again the next time.
                    guard !report.faults.contains(where: \.endsReading) else { throw CommandProblem.pageUnreadable(page) }
                    address = HouseFeed.following(report.next, on: page)
                    if let address { try await commitments.goOn(at: address, of: category) }
                }
            }
        }
    }
}
