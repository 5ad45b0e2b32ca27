import Foundation
import Kernel
import Testing

/// `Cases/worked.csv`: terms with both ends, worked out independently of this program.
struct WorkedCasesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let id: String
        let from: Day
        let length: TermLength
        let regime: TermRegime
        let nominal: Day
        let legal: Day
        var testDescription: String { id }
    }

    static let cases: [Case] = {
        let url = Bundle.module.url(forResource: "worked", withExtension: "csv", subdirectory: "Cases")!
        return try! String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
            let field = line.split(separator: ",").map(String.init)
            return Case(
                id: field[0], from: Day(field[1])!, length: TermLength(field[2])!, regime: TermRegime(rawValue: field[3])!,
                nominal: Day(field[4])!, legal: Day(field[5])!)
        }
    }()

    @Test func `the file holds its 384 cases`() {
        #expect(Self.cases.count == 384)
    }

    @Test(arguments: cases)
    func `a worked case ends where it was worked out to end`(_ worked: Case) throws {
        let reckoning = try #require(
            TermReckoning(from: worked.from, length: worked.length, regime: worked.regime, calendar: OfficeCalendar()))

        #expect(reckoning.nominalEnd == worked.nominal)
        #expect(reckoning.legalEnd == worked.legal)
    }
}
