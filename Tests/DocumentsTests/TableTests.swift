import Kernel
import Testing

@testable import Documents

struct TableTests {
    private static let table = Table(
        caption: "Wat er komt", columns: ["Onderwerp", "Dagen", "Uiterlijk"],
        rows: [
            [.text("Eén \"loket\", twee deuren"), .number(-3), .day(Day("2025-04-14")!)],
            [.text("=HYPERLINK(\"https://voorbeeld.nl\")"), .number(4), .empty],
            [.text("regel 1\nregel 2"), .empty, .link("nr. 451", to: "https://voorbeeld.nl/451")],
        ])

    @Test func `separated values quote what needs it, and keep numbers and days as such`() {
        let text = String(decoding: Self.table.csv(), as: UTF8.self)

        #expect(text.hasPrefix("Onderwerp,Dagen,Uiterlijk\r\n\"Eén \"\"loket\"\", twee deuren\",-3,2025-04-14\r\n"))
        #expect(text.hasSuffix("\"regel 1\nregel 2\",,nr. 451\r\n"))
    }

    @Test func `tables with the same columns are one list, each row with the table that it is from`() async throws {
        let document = Document(
            title: "Moties en toezeggingen", day: Day("2026-11-27")!, issuer: "M",
            blocks: ["Moties", "Toezeggingen"].map {
                .table(Table(caption: $0, columns: ["Wat"], rows: [[.text("iets")]]))
            })

        let text = String(decoding: try await document.written(as: .csv, printer: .missing), as: UTF8.self)

        #expect(text == "Tabel,Wat\r\nMoties,iets\r\nToezeggingen,iets\r\n")
    }

    @Test func `a text that a spreadsheet would run as a formula does not begin as one`() {
        let lines = String(decoding: Self.table.csv(), as: UTF8.self).split(separator: "\r\n")

        #expect(lines[2] == "\"'=HYPERLINK(\"\"https://voorbeeld.nl\"\")\",4,")
    }
}
