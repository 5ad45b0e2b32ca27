import Kernel
import Markup

/// What makes a package of OpenDocument 1.3 out of its content: the manifest, what is said of it, and its styles.
struct OpenDocumentPackage {
    enum Kind {
        case text, spreadsheet

        var mediaType: String {
            switch self {
            case .text: "application/vnd.oasis.opendocument.text"
            case .spreadsheet: "application/vnd.oasis.opendocument.spreadsheet"
            }
        }
    }

    let kind: Kind
    let title: String
    let language: Language
    let day: Day
    let issuer: String
    let content: Node
    let styles: Node
    /// Drawings by their name in the package.
    var pictures: [(name: String, drawing: Node)] = []

    var bytes: [UInt8] {
        var archive = ZipArchive()
        archive.add("mimetype", Array(kind.mediaType.utf8))
        archive.add("content.xml", content.xml())
        archive.add("styles.xml", styles.xml())
        archive.add("meta.xml", meta.xml())
        for picture in pictures { archive.add(picture.name, picture.drawing.xml()) }
        archive.add("META-INF/manifest.xml", manifest.xml())
        return archive.bytes
    }

    private var manifest: Node {
        func entry(_ path: String, _ type: String) -> Node {
            Element("manifest:file-entry")(
                Attribute("manifest:full-path", path), Attribute("manifest:media-type", type)
            ) {}
        }
        return Element("manifest:manifest")(
            Attribute("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
            Attribute("manifest:version", "1.3")
        ) {
            Element("manifest:file-entry")(
                Attribute("manifest:full-path", "/"), Attribute("manifest:version", "1.3"),
                Attribute("manifest:media-type", kind.mediaType)
            ) {}
            entry("content.xml", "text/xml")
            entry("styles.xml", "text/xml")
            entry("meta.xml", "text/xml")
            for picture in pictures { entry(picture.name, "image/svg+xml") }
        }
    }

    private var meta: Node {
        Element("office:document-meta")(OpenDocument.names) {
            Element("office:meta")() {
                Element("meta:generator")(text: "Meldloket")
                Element("dc:title")(text: title)
                Element("meta:initial-creator")(text: issuer)
                Element("dc:date")(text: "\(day.iso)T00:00:00")
                Element("dc:language")(text: language.rawValue)
            }
        }
    }
}

/// Names and attributes that the parts of a package share.
enum OpenDocument {
    /// The version, and the name spaces that every part declares.
    static let names = [
        Attribute("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        Attribute("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        Attribute("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        Attribute("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        Attribute("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
        Attribute("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        Attribute("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        Attribute("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
        Attribute("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        Attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/"), Attribute("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        Attribute("office:version", "1.3"),
    ]

    static let font = "'Liberation Sans', 'Noto Sans', Arial, sans-serif"

    static func country(of language: Language) -> String {
        switch language {
        case .nl: "NL"
        case .en: "GB"
        }
    }

    /// A link out of the document.
    static func link(_ text: String, to address: String) -> Node {
        Element("text:a")(Attribute("xlink:type", "simple"), Attribute("xlink:href", address)) { text }
    }

    /// Text with its line breaks.
    static func lines(_ text: String) -> Node {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return .fragment(
            lines.enumerated().map { index, line in
                index == 0 ? .text(String(line)) : .fragment([Element("text:line-break")() {}, .text(String(line))])
            })
    }
}
