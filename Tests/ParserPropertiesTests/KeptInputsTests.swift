import FileCleaning
import Foundation
import ParserProperties
import Testing

/// Inputs that were chosen, and those that the fuzzers thought of (`make fuzz`): each goes through its parser again.
struct KeptInputsTests {
    /// A file with an input in base64 on every line.
    private func inputs(_ name: String) throws -> [[UInt8]] {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Inputs"))
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            Array(try #require(Data(base64Encoded: String($0)), "not base64: \($0)"))
        }
    }

    @Test(arguments: OutsideParser.allCases)
    func `what must hold of a parser holds for every input that was kept`(parser: OutsideParser) throws {
        let (chosen, found) = (try inputs("\(parser.rawValue)-chosen"), try inputs(parser.rawValue))

        #expect(!chosen.isEmpty && !found.isEmpty)
        for input in chosen + found {
            if let fault = parser.fault(for: input) { Issue.record("\(Data(input).base64EncodedString()): \(fault)") }
        }
    }

    @Test func `a whole file of every kind is among the chosen ones`() throws {
        let kinds = Set(try inputs("file-chosen").compactMap { FileProperty.cleaned($0) })

        #expect(kinds == Set(StreamedKind.allCases))
    }
}
