import ArgumentParser
import CLI

@main struct Meldloket: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meldloket",
        abstract: "A reporting desk for racism, discrimination and unsafe conduct at work.",
        subcommands: Commands.all
    )
}
