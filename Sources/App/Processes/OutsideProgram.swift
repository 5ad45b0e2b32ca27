import Foundation
import Kernel
import Subprocess
import SystemPackage

/// A Python program outside this process: it sees nothing but its standard input, gives its standard output, and ends with this
/// process or after its time. A few at a time.
struct OutsideProgram: Sendable {
    enum Outcome: Sendable {
        case done([UInt8])
        case exited(Int32)
        case signaled(Int32)
        case tookTooLong
        /// There is no such Python on this server.
        case cannotStart
    }

    private let python: String
    private let script: String
    private let seconds: Int
    private let longestOutput: Int
    private let admission: Admission<Bool>

    /// - Parameters:
    ///   - python: a Python that has the libraries of the script.
    ///   - seconds: the longest that one run may take.
    ///   - longestOutput: in bytes.
    init(python: String, script: String, seconds: Int, longestOutput: Int) {
        self.python = python
        self.script = URL(filePath: script).path
        self.seconds = seconds
        self.longestOutput = longestOutput
        // Writing to a program that ended is a failure to write, and no end of this process.
        signal(SIGPIPE, SIG_IGN)
        admission = Admission(atOnce: 2, waiting: 32, patience: .seconds(2 * seconds))
    }

    /// - Throws: `AdmissionRefused` where too many wait.
    func run(_ arguments: [String] = [], input: [UInt8]) async throws -> Outcome {
        try await admission.run(from: true) {
            do {
                return try await runNow(arguments, input: input)
            } catch let error as SubprocessError where [.executableNotFound, .spawnFailed].contains(error.code) {
                return .cannotStart
            }
        }
    }

    private func runNow(_ arguments: [String], input: [UInt8]) async throws -> Outcome {
        let result = try await withThrowingTaskGroup(of: ExecutionResult<Void, BytesOutput, DiscardedOutput>?.self) { group in
            group.addTask {
                try await Subprocess.run(
                    .path(.init(python)), arguments: .init(["-I", "-B", script] + arguments),
                    environment: .custom(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]), input: .inputWriter,
                    output: .bytes(limit: longestOutput), error: .discarded
                ) { execution in
                    // A program that ends before it has read everything says why by its exit code.
                    _ = try? await execution.standardInputWriter.write(input)
                    try? await execution.standardInputWriter.finish()
                }
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let result else { return .tookTooLong }
        switch result.terminationStatus {
        case .exited(0): return .done(Array(result.standardOutput))
        case .exited(let code): return .exited(Int32(code))
        case .signaled(let signal): return .signaled(Int32(signal))
        }
    }
}
