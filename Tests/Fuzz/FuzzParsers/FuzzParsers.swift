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

/// Called by libFuzzer with each input that it thinks of.
@c(LLVMFuzzerTestOneInput)
func fuzzed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    if let fault = parser.fault(for: input) { fatalError(fault) }
    return 0
}
