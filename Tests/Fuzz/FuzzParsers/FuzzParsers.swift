import Foundation
import ParserProperties

/// Which parser is tried: `MELDLOKET_FUZZED`.
private let parser: OutsideParser = {
    let name = ProcessInfo.processInfo.environment["MELDLOKET_FUZZED"] ?? ""
    guard let parser = OutsideParser(rawValue: name) else {
        fatalError("MELDLOKET_FUZZED is one of \(OutsideParser.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return parser
}()

/// Called by libFuzzer, which has the main of this program, with each input that it thinks of. Ends the process where something
/// does not hold for one.
@c(LLVMFuzzerTestOneInput)
func fuzzed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let fault = parser.fault(for: Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
    return 0
}
