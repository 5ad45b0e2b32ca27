import Kernel

extension Table {
    /// The table as comma-separated values (RFC 4180) in UTF-8. Days are written `2026-11-27`.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it.
    package func csv() -> [UInt8] {
        let lines = [columns.map(Self.field)] + rows.map { $0.map(Self.field) }
        return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    private static func field(_ cell: Cell) -> String {
        switch cell {
        case .text(let text), .link(let text, _): field(text)
        case .number(let number): String(number)
        case .day(let day): day.iso
        case .empty: ""
        }
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } == true
        let safe = isFormula ? "'\(text)" : text
        let needsQuotes = safe.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
        return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
    }
}
