import Documents
import Kernel

extension PDFPrinter {
    /// Prints in a process of its own. Two at a time, for each may take some hundreds of megabytes.
    package init(_ configuration: PrintingConfiguration) {
        guard let python = configuration.python else {
            self = .missing
            return
        }
        let program = OutsideProgram(
            python: python, script: configuration.script, seconds: Self.longestSeconds, longestOutput: Self.longestResult)
        self.init { html in
            do {
                switch try await program.run(input: html) {
                case .done(let pdf): return pdf
                case .exited(3), .cannotStart: throw PrintingRefusal.printerMissing
                case .exited(4), .signaled, .tookTooLong: throw PrintingRefusal.tooLong
                case .exited: throw PrintingRefusal.failed
                }
            } catch is AdmissionRefused {
                throw PrintingRefusal.busy
            }
        }
    }
}
