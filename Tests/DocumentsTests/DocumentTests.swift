import Foundation
import Kernel
import Markup
import Testing

@testable import Documents

struct DocumentTests {
    private static let document = Document(
        title: "Wat <er> komt & wanneer", day: Day("2025-04-14")!, issuer: "Ministerie",
        blocks: [
            .particulars([.init("Aan", "de Kamer")]), .heading(1, "Een kop"),
            .paragraph([.text("Zie "), .link("nr. 433", to: "https://voorbeeld.nl/433"), .note("Een noot"), .strong(" nu")]),
            .list([[.text("eerst")], [.text("dan")]]),
            .table(Table(caption: "Tabel", columns: ["Wat", "Wanneer"], rows: [[.text("a"), .day(Day("2025-01-27")!)]])),
        ])

    @Test func `the page has a language, a title, headings in order and a table with its heads`() {
        let html = String(decoding: Self.document.html(), as: UTF8.self)

        #expect(html.contains("<html lang=\"nl\">"))
        #expect(html.contains("<title>Wat &lt;er&gt; komt &amp; wanneer</title>"))
        #expect(html.contains("<h1>Wat &lt;er&gt; komt &amp; wanneer</h1>"))
        #expect(html.contains("<h2>Een kop</h2>"))
        #expect(html.contains("<th scope=\"col\">Wanneer</th>"))
        #expect(html.contains("<td>27 januari 2025</td>"))
    }

    @Test func `the style of the page has no sign that HTML would change`() {
        #expect(Document.style.contains("@page"))
        #expect(!Document.style.contains { "<>&\"'".contains($0) })
    }

    @Test func `the same document gives the same bytes`() {
        #expect(Self.document.openDocumentText() == Self.document.openDocumentText())
        #expect(Self.document.openDocumentSheet() == Self.document.openDocumentSheet())
    }

    @Test func `a page that is too long is not given to the printer`() async {
        let printer = PDFPrinter { _ in [1] }
        let long = Document(
            title: "Lang", day: Day("2025-04-14")!, issuer: "M",
            blocks: [.text(String(repeating: "a", count: PDFPrinter.longest))])

        await #expect(throws: PrintingRefusal.tooLong) { try await printer.pdf(of: long) }
        await #expect(throws: PrintingRefusal.printerMissing) { try await PDFPrinter.missing.pdf(of: Self.document) }
    }

    /// Written for the checks of the schema and of the PDF, which are made outside.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MELDLOKET_SAMPLES"] != nil))
    func `samples are written where they are asked for`() throws {
        let folder = URL(filePath: ProcessInfo.processInfo.environment["MELDLOKET_SAMPLES"]!)
        try Data(Self.document.openDocumentText()).write(to: folder.appending(path: "document.odt"))
        try Data(Self.document.openDocumentSheet()).write(to: folder.appending(path: "document.ods"))
        try Data(Self.document.html()).write(to: folder.appending(path: "document.html"))
    }
}
