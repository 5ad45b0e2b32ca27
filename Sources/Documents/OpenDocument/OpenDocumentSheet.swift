import Kernel
import Markup

extension Document {
    /// The tables of the document as an OpenDocument spreadsheet (`.ods`), one sheet each. Numbers and days are such, so that they
    /// can be sorted and counted with.
    package func openDocumentSheet() -> [UInt8] {
        let names = OpenDocumentSheetContent.names(of: tables)
        return OpenDocumentPackage(
            kind: .spreadsheet, title: title, language: language, day: day, issuer: issuer,
            content: Element("office:document-content")(OpenDocument.names) {
                Element("office:automatic-styles")() { OpenDocumentSheetContent.styles }
                Element("office:body")() {
                    Element("office:spreadsheet")() {
                        zip(tables, names).map { OpenDocumentSheetContent.node($0, named: $1) }
                    }
                }
            },
            styles: Element("office:document-styles")(OpenDocument.names) { Element("office:styles")() {} }
        ).bytes
    }

    package var tables: [Table] {
        blocks.compactMap { block in
            guard case .table(let table) = block else { return nil }
            return table
        }
    }
}

private enum OpenDocumentSheetContent {
    /// Names of sheets: without the signs that spreadsheets forbid, at most 31 long, and each once.
    static func names(of tables: [Table]) -> [String] {
        tables.enumerated().map { index, table in
            let plain = table.caption.filter { !"[]*?:/\\'".contains($0) }.prefix(26).trimmed
            return tables.count == 1 ? plain : "\(index + 1) \(plain)"
        }
    }

    static var styles: Node {
        .fragment([
            Element("number:date-style")(Attribute("style:name", "Day")) {
                Element("number:day")(Attribute("number:style", "long")) {}
                Element("number:text")(text: "-")
                Element("number:month")(Attribute("number:style", "long")) {}
                Element("number:text")(text: "-")
                Element("number:year")(Attribute("number:style", "long")) {}
            },
            Element("style:style")(Attribute("style:name", "Column"), Attribute("style:family", "table-column")) {
                Element("style:table-column-properties")(Attribute("style:column-width", "45mm")) {}
            },
            Element("style:style")(Attribute("style:name", "Heading"), Attribute("style:family", "table-cell")) {
                Element("style:table-cell-properties")(Attribute("fo:border-bottom", "1pt solid #808080")) {}
                Element("style:text-properties")(Attribute("fo:font-weight", "bold")) {}
            },
            Element("style:style")(Attribute("style:name", "Text"), Attribute("style:family", "table-cell")) {
                Element("style:table-cell-properties")(
                    Attribute("fo:wrap-option", "wrap"), Attribute("style:vertical-align", "top")
                ) {}
            },
            Element("style:style")(
                Attribute("style:name", "DayCell"), Attribute("style:family", "table-cell"),
                Attribute("style:data-style-name", "Day")
            ) { Element("style:table-cell-properties")(Attribute("style:vertical-align", "top")) {} },
        ])
    }

    static func node(_ table: Table, named name: String) -> Node {
        Element("table:table")(Attribute("table:name", name)) {
            Element("table:table-column")(
                Attribute("table:style-name", "Column"), Attribute("table:number-columns-repeated", String(table.columns.count))
            ) {}
            Element("table:table-header-rows")() {
                Element("table:table-row")() { table.columns.map { text($0, style: "Heading") } }
            }
            table.rows.map { row in Element("table:table-row")() { row.map(node) } }
        }
    }

    private static func node(_ cell: Table.Cell) -> Node {
        switch cell {
        case .text(let text): return self.text(text, style: "Text")
        case .link(let text, let address):
            return Element("table:table-cell")(
                Attribute("table:style-name", "Text"), Attribute("office:value-type", "string")
            ) { Element("text:p")() { OpenDocument.link(text, to: address) } }
        case .number(let number):
            return Element("table:table-cell")(
                Attribute("office:value-type", "float"), Attribute("office:value", String(number))
            ) { Element("text:p")(text: String(number)) }
        case .day(let day):
            return Element("table:table-cell")(
                Attribute("table:style-name", "DayCell"), Attribute("office:value-type", "date"),
                Attribute("office:date-value", day.iso)
            ) { Element("text:p")(text: day.iso) }
        case .empty: return Element("table:table-cell")() {}
        }
    }

    private static func text(_ text: String, style: String) -> Node {
        Element("table:table-cell")(Attribute("table:style-name", style), Attribute("office:value-type", "string")) {
            Element("text:p")() { OpenDocument.lines(text) }
        }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
