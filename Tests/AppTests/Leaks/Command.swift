import Foundation

/// Another program, run to its end.
struct Command {
    struct Failure: Error {
        let program: String
        let code: Int32
    }

    let program: String
    let arguments: [String]

    init(_ program: String, _ arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    /// - Returns: what it wrote on its standard output.
    func run(_ input: [UInt8] = []) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (sent, received) = (Pipe(), Pipe())
        process.standardInput = sent
        process.standardOutput = received
        try process.run()
        try sent.fileHandleForWriting.write(contentsOf: Data(input))
        try sent.fileHandleForWriting.close()
        let output = try received.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(program: program, code: process.terminationStatus) }
        return Array(output)
    }
}
