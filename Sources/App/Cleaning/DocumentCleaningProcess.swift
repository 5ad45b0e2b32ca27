import FileCleaning
import Foundation
import Kernel
import ReportingDesk
import Subprocess
import SystemPackage

extension DocumentCleaning {
    /// Cleans documents in a process of its own, which sees nothing but the document on its standard input, and ends with it.
    /// Two at a time, for each may take half a gigabyte.
    package init(_ configuration: CleaningConfiguration) {
        guard let python = configuration.python else {
            self = .missing
            return
        }
        let script = URL(filePath: configuration.script).path
        let admission = Admission<Bool>(atOnce: 2, waiting: 32, patience: .seconds(2 * DocumentCleaner.longestSeconds))
        self.init { kind, document in
            try await admission.run(from: true) { try await Self.run(python, script, kind, document) }
        }
    }

    private static func run(_ python: String, _ script: String, _ kind: DocumentKind, _ document: [UInt8]) async throws -> [UInt8]
    {
        let result = try await withThrowingTaskGroup(of: ExecutionResult<Void, BytesOutput, DiscardedOutput>?.self) { group in
            group.addTask {
                try await Subprocess.run(
                    .path(.init(python)), arguments: ["-I", "-B", script, kind.rawValue],
                    environment: .custom(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]), input: .array(document),
                    output: .bytes(limit: DocumentCleaner.longestCopy), error: .discarded)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(DocumentCleaner.longestSeconds))
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let result else { throw CleaningRefusal.tooComplexToClean }
        switch result.terminationStatus {
        case .exited(let code):
            if let refusal = DocumentCleaner.refusal(exitCode: Int32(code)) { throw refusal }
            return Array(result.standardOutput)
        case .signaled(let signal): throw DocumentCleaner.refusal(signal: Int32(signal))
        }
    }
}
