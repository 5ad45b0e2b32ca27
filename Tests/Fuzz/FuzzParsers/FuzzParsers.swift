import CFuzzer
import Foundation
import ParserProperties

/// libFuzzer, with its own words on the command line: gives inputs to the parser that `MELDLOKET_FUZZED` names, and ends where
/// something does not hold for one.
@main
struct FuzzParsers {
    private static let parser: OutsideParser = {
        let name = ProcessInfo.processInfo.environment["MELDLOKET_FUZZED"] ?? ""
        guard let parser = OutsideParser(rawValue: name) else {
            fatalError("MELDLOKET_FUZZED is one of \(OutsideParser.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return parser
    }()

    static func main() {
        _ = parser
        var (count, words): (CInt, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) = (
            CommandLine.argc, CommandLine.unsafeArgv
        )
        exit(
            LLVMFuzzerRunDriver(&count, &words) { start, count in
                if let fault = parser.fault(for: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
                return 0
            })
    }
}
