import FileCleaning
import Kernel
import ReportingDesk

extension DocumentCleaning {
    /// Cleans documents in a process of its own. Two at a time, for each may take half a gigabyte.
    package init(_ configuration: CleaningConfiguration) {
        guard let python = configuration.python else {
            self = .missing
            return
        }
        let program = OutsideProgram(
            python: python, script: configuration.script, seconds: DocumentCleaner.longestSeconds,
            longestOutput: DocumentCleaner.longestCopy)
        self.init { kind, document in
            switch try await program.run([kind.rawValue], input: document) {
            case .done(let copy): return copy
            case .exited(let code): throw DocumentCleaner.refusal(exitCode: code) ?? CleaningRefusal.damaged
            case .signaled(let signal): throw DocumentCleaner.refusal(signal: signal)
            case .tookTooLong: throw CleaningRefusal.tooComplexToClean
            case .cannotStart: throw CleaningRefusal.cleanerMissing
            }
        }
    }
}
