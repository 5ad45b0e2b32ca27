import Kernel
import Markup

extension Document {
    /// The document as OpenDocument text (`.odt`).
    package func openDocumentText() -> [UInt8] {
        var content = OpenDocumentTextContent()
        let nodes = blocks.map { content.node($0, language) }
        return OpenDocumentPackage(
            kind: .text, title: title, language: language, day: day, issuer: issuer,
            content: Element("office:document-content")(OpenDocument.names) {
                Element("office:automatic-styles")() { OpenDocumentTextStyles.automatic(isLandscape: isLandscape) }
                Element("office:body")() {
                    Element("office:text")() {
                        Element("text:p")(Attribute("text:style-name", "Title")) { title }
                        Node.fragment(nodes)
                    }
                }
            }, styles: OpenDocumentTextStyles.document(language, isLandscape: isLandscape), pictures: content.pictures
        ).bytes
    }
}

/// The body of a text, with what is numbered throughout.
private struct OpenDocumentTextContent {
    private(set) var pictures: [(name: String, drawing: Node)] = []
    private var (notes, tables) = (0, 0)

    mutating func node(_ block: Document.Block, _ language: Language) -> Node {
        switch block {
        case .heading(let level, let text):
            return Element("text:h")(
                Attribute("text:style-name", level == 1 ? "Heading_20_1" : "Heading_20_2"),
                Attribute("text:outline-level", String(level))
            ) { text }
        case .paragraph(let inlines): return paragraph(inlines, "Text_20_body")
        case .list(let items):
            return Element("text:list")(Attribute("text:style-name", "List")) {
                items.map { item in Element("text:list-item")() { paragraph(item, "List_20_item") } }
            }
        case .particulars(let particulars):
            return .fragment(
                particulars.map { particular in
                    Element("text:p")(Attribute("text:style-name", "Particular")) {
                        particular.name
                        Element("text:tab")() {}
                        OpenDocument.lines(particular.value)
                    }
                })
        case .table(let table): return node(table, language)
        case .picture(let picture): return node(picture)
        }
    }

    private mutating func paragraph(_ inlines: [Document.Inline], _ style: String) -> Node {
        let nodes = inlines.map { node($0) }
        return Element("text:p")(Attribute("text:style-name", style)) { nodes }
    }

    private mutating func node(_ inline: Document.Inline) -> Node {
        switch inline {
        case .text(let text): return OpenDocument.lines(text)
        case .strong(let text):
            return Element("text:span")(Attribute("text:style-name", "Strong")) { OpenDocument.lines(text) }
        case .link(let text, let address): return OpenDocument.link(text, to: address)
        case .note(let text):
            notes += 1
            let number = notes
            return Element("text:note")(Attribute("text:id", "ftn\(number)"), Attribute("text:note-class", "footnote")) {
                Element("text:note-citation")(text: String(number))
                Element("text:note-body")() {
                    Element("text:p")(Attribute("text:style-name", "Footnote")) { OpenDocument.lines(text) }
                }
            }
        }
    }

    private mutating func node(_ table: Table, _ language: Language) -> Node {
        tables += 1
        let (number, columns) = (tables, table.columns)
        func cell(_ style: String, @HTMLBuilder _ content: () -> [Node]) -> Node {
            let content = content()
            return Element("table:table-cell")(
                Attribute("table:style-name", "Cell"), Attribute("office:value-type", "string")
            ) { Element("text:p")(Attribute("text:style-name", style)) { content } }
        }
        return .fragment([
            Element("text:p")(Attribute("text:style-name", "Table_20_caption")) { table.caption },
            Element("table:table")(Attribute("table:name", "Table\(number)"), Attribute("table:style-name", "Table")) {
                Element("table:table-column")(Attribute("table:number-columns-repeated", String(columns.count))) {}
                Element("table:table-header-rows")() {
                    Element("table:table-row")() { columns.map { name in cell("Table_20_heading") { name } } }
                }
                table.rows.map { row in
                    Element("table:table-row")() {
                        row.map { value in cell("Table_20_text") { Self.node(value, language) } }
                    }
                }
            },
        ])
    }

    private static func node(_ cell: Table.Cell, _ language: Language) -> Node {
        if case .link(let text, let address) = cell { return OpenDocument.link(text, to: address) }
        return OpenDocument.lines(cell.written(in: language))
    }

    private mutating func node(_ picture: Document.Picture) -> Node {
        let name = "Pictures/\(pictures.count + 1).svg"
        pictures.append((name, picture.drawing))
        return Element("text:p")(Attribute("text:style-name", "Text_20_body")) {
            Element("draw:frame")(
                Attribute("draw:name", picture.title), Attribute("text:anchor-type", "as-char"),
                Attribute("svg:width", "\(picture.width)mm"), Attribute("svg:height", "\(picture.height)mm")
            ) {
                Element("draw:image")(
                    Attribute("xlink:type", "simple"), Attribute("xlink:href", name), Attribute("xlink:show", "embed"),
                    Attribute("xlink:actuate", "onLoad"), Attribute("draw:mime-type", "image/svg+xml")
                ) {}
                Element("svg:title")(text: picture.title)
                Element("svg:desc")(text: picture.description)
            }
        }
    }
}
