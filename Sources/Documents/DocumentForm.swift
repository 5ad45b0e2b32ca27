/// The forms in which a document leaves the program.
package enum DocumentForm: String, Sendable, CaseIterable {
    case odt, pdf, ods, csv

    package var mediaType: String {
        switch self {
        case .odt: "application/vnd.oasis.opendocument.text"
        case .pdf: "application/pdf"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .csv: "text/csv; charset=utf-8; header=present"
        }
    }
}

extension Document {
    /// The document in a form. As separated values its tables are one after the other, where they have the same columns, with what each
    /// is called before them; else the first.
    ///
    /// - Throws: `PrintingRefusal` for a PDF.
    package func written(as form: DocumentForm, printer: PDFPrinter) async throws -> [UInt8] {
        switch form {
        case .odt: openDocumentText()
        case .pdf: try await printer.pdf(of: self)
        case .ods: openDocumentSheet()
        case .csv: joinedTable?.csv() ?? []
        }
    }

    private var joinedTable: Table? {
        guard let first = tables.first, tables.count > 1, tables.allSatisfy({ $0.columns == first.columns }) else {
            return tables.first
        }
        return Table(
            caption: title, columns: ["Tabel"] + first.columns,
            rows: tables.flatMap { table in table.rows.map { [.text(table.caption)] + $0 } })
    }
}
