import Kernel
import Markup

/// The styles of a text, by names that a word processor shows, so that a whole document can be changed by one of them.
enum OpenDocumentTextStyles {
    static func document(_ language: Language, isLandscape: Bool) -> Node {
        Element("office:document-styles")(OpenDocument.names) {
            Element("office:styles")() {
                usual(language)
                paragraph("Text_20_body", "Text body", [Attribute("fo:margin-bottom", "3mm")])
                paragraph(
                    "Title", "Title", [Attribute("fo:margin-bottom", "5mm"), Attribute("fo:keep-with-next", "always")],
                    [Attribute("fo:font-size", "17pt"), Attribute("fo:font-weight", "bold")])
                heading(1, "13pt")
                heading(2, "11pt")
                paragraph("List_20_item", "List item", [Attribute("fo:margin-bottom", "1mm")])
                particular
                paragraph(
                    "Table_20_caption", "Table caption",
                    [
                        Attribute("fo:margin-top", "4mm"), Attribute("fo:margin-bottom", "1mm"),
                        Attribute("fo:keep-with-next", "always"),
                    ],
                    [Attribute("fo:font-weight", "bold")])
                paragraph("Table_20_heading", "Table heading", [], [Attribute("fo:font-weight", "bold"), small])
                paragraph("Table_20_text", "Table text", [], [small])
                paragraph("Footnote", "Footnote", [], [Attribute("fo:font-size", "8.5pt")])
                Element("style:style")(Attribute("style:name", "Strong"), Attribute("style:family", "text")) {
                    Element("style:text-properties")(Attribute("fo:font-weight", "bold")) {}
                }
                list
            }
            Element("office:automatic-styles")() {
                Element("style:page-layout")(Attribute("style:name", "A4")) {
                    Element("style:page-layout-properties")(
                        Attribute("fo:page-width", isLandscape ? "297mm" : "210mm"),
                        Attribute("fo:page-height", isLandscape ? "210mm" : "297mm"),
                        Attribute("style:print-orientation", isLandscape ? "landscape" : "portrait"),
                        Attribute("fo:margin", "25mm")
                    ) {}
                }
            }
            Element("office:master-styles")() {
                Element("style:master-page")(
                    Attribute("style:name", "Standard"), Attribute("style:page-layout-name", "A4")
                ) {}
            }
        }
    }

    /// What the tables of a text look like.
    static func automatic(isLandscape: Bool) -> Node {
        .fragment([
            Element("style:style")(Attribute("style:name", "Table"), Attribute("style:family", "table")) {
                Element("style:table-properties")(
                    Attribute("style:width", isLandscape ? "247mm" : "160mm"), Attribute("table:align", "left")
                ) {}
            },
            Element("style:style")(Attribute("style:name", "Cell"), Attribute("style:family", "table-cell")) {
                Element("style:table-cell-properties")(
                    Attribute("fo:padding", "1mm"), Attribute("fo:border-bottom", "0.5pt solid #808080")
                ) {}
            },
        ])
    }

    private static let small = Attribute("fo:font-size", "9.5pt")

    private static func usual(_ language: Language) -> Node {
        Element("style:default-style")(Attribute("style:family", "paragraph")) {
            Element("style:paragraph-properties")(Attribute("fo:line-height", "135%")) {}
            Element("style:text-properties")(
                Attribute("fo:font-family", OpenDocument.font), Attribute("fo:font-size", "10.5pt"),
                Attribute("fo:language", language.rawValue), Attribute("fo:country", OpenDocument.country(of: language))
            ) {}
        }
    }

    private static func heading(_ level: Int, _ size: String) -> Node {
        Element("style:style")(
            Attribute("style:name", "Heading_20_\(level)"), Attribute("style:display-name", "Heading \(level)"),
            Attribute("style:family", "paragraph"), Attribute("style:default-outline-level", String(level))
        ) {
            Element("style:paragraph-properties")(
                Attribute("fo:margin-top", "5mm"), Attribute("fo:margin-bottom", "2mm"),
                Attribute("fo:keep-with-next", "always")
            ) {}
            Element("style:text-properties")(Attribute("fo:font-size", size), Attribute("fo:font-weight", "bold")) {}
        }
    }

    private static func paragraph(
        _ name: String, _ shown: String, _ paragraph: [Attribute], _ text: [Attribute] = []
    ) -> Node {
        Element("style:style")(
            Attribute("style:name", name), Attribute("style:display-name", shown), Attribute("style:family", "paragraph")
        ) {
            if !paragraph.isEmpty { Element("style:paragraph-properties")(paragraph) {} }
            if !text.isEmpty { Element("style:text-properties")(text) {} }
        }
    }

    /// A name, and its value at one distance.
    private static var particular: Node {
        Element("style:style")(
            Attribute("style:name", "Particular"), Attribute("style:display-name", "Particular"),
            Attribute("style:family", "paragraph")
        ) {
            Element("style:paragraph-properties")(
                Attribute("fo:margin-left", "40mm"), Attribute("fo:text-indent", "-40mm"), Attribute("fo:margin-bottom", "1mm")
            ) {
                Element("style:tab-stops")() {
                    Element("style:tab-stop")(Attribute("style:position", "0mm")) {}
                }
            }
        }
    }

    private static var list: Node {
        Element("text:list-style")(Attribute("style:name", "List")) {
            Element("text:list-level-style-bullet")(Attribute("text:level", "1"), Attribute("text:bullet-char", "•")) {
                Element("style:list-level-properties")(
                    Attribute("text:space-before", "2mm"), Attribute("text:min-label-width", "5mm")
                ) {}
            }
        }
    }
}
