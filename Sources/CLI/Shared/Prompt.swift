import Foundation

/// Asks at the terminal, or reads the next line of standard input.
enum Prompt {
    static func ask(_ question: String) throws -> String {
        FileHandle.standardError.write(Data("\(question): ".utf8))
        guard let line = readLine(strippingNewline: true) else { throw CommandProblem.cannotRead("standard input") }
        return line
    }

    /// Asks without showing what is typed.
    static func askSecretly(_ question: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try ask(question) }
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &shown)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return try ask(question)
    }
}
