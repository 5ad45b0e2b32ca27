import Foundation
import ParserProperties
import Testing

/// What the fuzzers thought of (`make fuzz`), kept: each input goes through its parser again.
struct KeptInputsTests {
    /// A file for each parser, with an input in base64 on every line.
    private func inputs(of parser: OutsideParser) throws -> [[UInt8]] {
        let file = try #require(Bundle.module.url(forResource: parser.rawValue, withExtension: "txt", subdirectory: "Inputs"))
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            Array(try #require(Data(base64Encoded: String($0)), "not base64: \($0)"))
        }
    }

    @Test(arguments: OutsideParser.allCases)
    func `what must hold of a parser holds for every input that was kept`(parser: OutsideParser) throws {
        let inputs = try inputs(of: parser)

        #expect(!inputs.isEmpty)
        for input in inputs {
            if let fault = parser.fault(for: input) { Issue.record("\(Data(input).base64EncodedString()): \(fault)") }
        }
    }
}
