import FileCleaning
import Foundation
import Testing

/// The document cleaner is written in Python: what both sides agreed to is read from its source.
struct DocumentCleanerAgreementTests {
    private static let tools = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Tools/document_cleaning")

    private func source(_ name: String) throws -> String {
        try String(contentsOf: Self.tools.appending(path: name), encoding: .utf8)
    }

    @Test func `both sides know the same exit codes`() throws {
        let codes = try source("refusal.py").matches(of: /class (\w+)\(Refusal\)[^:]*:\n(?:.*\n)*?    code = (\d+)/)
            .map { (name: String($0.1), code: Int32($0.2)!) }

        let expected: [String: DocumentCleaner.ExitCode] = [
            "Encrypted": .encrypted, "Damaged": .damaged, "TooLarge": .tooLarge, "TooComplex": .tooComplex,
            "UnknownKind": .unknownKind, "LibraryMissing": .missingLibrary,
        ]
        #expect(codes.count == DocumentCleaner.ExitCode.allCases.count - 1)
        for (name, code) in codes { #expect(expected[name]?.rawValue == code) }
    }

    @Test func `both sides know the same limits`() throws {
        let limits = try source("limits.py")

        #expect(limits.contains("LONGEST_DOCUMENT = \(DocumentCleaner.longestDocument >> 20) * MIB"))
        #expect(limits.contains("LONGEST_COPY = \(DocumentCleaner.longestCopy >> 20) * MIB"))
    }

    @Test func `both sides know the same kinds`() throws {
        let kinds = try source("dispatch.py").matches(of: /"(\w+)": (?:ooxml|odf)/).map { String($0.1) } + ["pdf"]

        #expect(Set(kinds) == Set(DocumentKind.allCases.map(\.rawValue)))
    }
}
