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
    /// The document in a form. As separated values it is its first table.
    ///
    /// - Throws: `PrintingRefusal` for a PDF.
    package func written(as form: DocumentForm, printer: PDFPrinter) async throws -> [UInt8] {
        switch form {
        case .odt: openDocumentText()
        case .pdf: try await printer.pdf(of: self)
        case .ods: openDocumentSheet()
        case .csv: tables.first?.csv() ?? []
        }
    }
}
