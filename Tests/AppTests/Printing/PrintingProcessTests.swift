import Documents
import Foundation
import Kernel
import TestSupport
import Testing

@testable import App

struct PrintingProcessTests {
    /// Longer than what fits between two processes.
    private let document = Document(
        title: "Stand", day: day("2026-11-20"), issuer: "BZK",
        blocks: Array(repeating: .text("Er komt nog 1 brief."), count: 20_000))

    /// A printer whose program is a line of Python.
    private func print(with line: String) async throws -> [UInt8] {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        let script = folder.path("program.py")
        try Data("import os, sys; \(line)".utf8).write(to: URL(filePath: script))
        return try await PDFPrinter(PrintingConfiguration(python: "/usr/bin/python3", script: script)).pdf(of: document)
    }

    @Test(arguments: [
        ("sys.exit(3)", PrintingRefusal.printerMissing), ("sys.exit(4)", .tooLong), ("sys.exit(1)", .failed),
        ("os.kill(os.getpid(), 9)", .tooLong),
    ])
    func `how the program ends says why there is no PDF`(line: String, refusal: PrintingRefusal) async throws {
        await #expect(throws: refusal) { try await print(with: line) }
    }

    @Test func `the program gets the document, and what it writes is the PDF`() async throws {
        let written = try await print(with: "sys.stdout.write('%PDF ' + sys.stdin.read())")

        #expect(written.starts(with: Array("%PDF ".utf8)))
        #expect(String(decoding: written, as: UTF8.self).contains("Er komt nog 1 brief."))
    }

    @Test(arguments: [nil, "/nowhere/python"])
    func `a Python that is not there is a printer that is not there`(python: String?) async throws {
        let printer = PDFPrinter(PrintingConfiguration(python: python, script: "print_document.py"))

        await #expect(throws: PrintingRefusal.printerMissing) { try await printer.pdf(of: document) }
    }
}
