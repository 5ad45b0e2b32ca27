import ArgumentParser

/// The commands of the program, in the order in which the help lists them.
package enum Commands {
    package static let all: [any ParsableCommand.Type] = [TermCommand.self]
}
