import Kernel
import Markup

extension Document {
    /// The document as a page of its own with its style, to be printed.
    package func html() -> [UInt8] {
        Element("html")(.lang(language.rawValue)) {
            head {
                VoidElement("meta")(Attribute("charset", "utf-8"))
                Element("title")(text: title)
                VoidElement("meta")(.name("author"), .content(issuer))
                VoidElement("meta")(.name("dcterms.created"), .content(day.iso))
                Element("style")(text: Self.style + (isLandscape ? "@page { size: A4 landscape; }" : ""))
            }
            body {
                h1(text: title)
                blocks.map { $0.node(language) }
            }
        }.document()
    }

    /// It holds no quotes: they would not stand for themselves here.
    static let style = String(decoding: PackageResources.print_css, as: UTF8.self)
}

extension Document.Block {
    /// The block as it stands on a page.
    package func node(_ language: Language) -> Node {
        switch self {
        case .heading(1, let text): return h2(text: text)
        case .heading(_, let text): return h3(text: text)
        case .paragraph(let inlines): return p { inlines.map(\.node) }
        case .list(let items): return ul { items.map { item in li { item.map(\.node) } } }
        case .particulars(let particulars):
            return dl(.class("facts")) {
                for particular in particulars {
                    dt(text: particular.name)
                    dd { HTMLLines.node(particular.value) }
                }
            }
        case .table(let table): return node(table, language)
        case .picture(let picture): return div(.class("picture")) { picture.drawing }
        }
    }

    private func node(_ table: Table, _ language: Language) -> Node {
        Markup.table {
            caption(text: table.caption)
            thead { tr { for column in table.columns { th(.scope("col"), text: column) } } }
            tbody {
                for row in table.rows {
                    tr {
                        th(.scope("row")) { row[0].node(language) }
                        for cell in row.dropFirst() { td { cell.node(language) } }
                    }
                }
            }
        }
    }
}

extension Document.Inline {
    fileprivate var node: Node {
        switch self {
        case .text(let text): HTMLLines.node(text)
        case .strong(let text): Markup.strong { HTMLLines.node(text) }
        case .link(let text, let address): a(.href(address), text: text)
        case .note(let text): span(.class("note-at-foot"), text: text)
        }
    }
}

extension Table.Cell {
    fileprivate func node(_ language: Language) -> Node {
        if case .link(let text, let address) = self { return a(.href(address), text: text) }
        return HTMLLines.node(written(in: language))
    }
}

private enum HTMLLines {
    /// Text with its line breaks.
    static func node(_ text: String) -> Node {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return .fragment(lines.enumerated().map { $0 == 0 ? .text(String($1)) : .fragment([br(), .text(String($1))]) })
    }
}
