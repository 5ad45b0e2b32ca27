/// Makes a PDF of a document. The program that does is outside; where it is missing, the other forms still work.
package struct PDFPrinter: Sendable {
    /// The longest page that is printed, in bytes of HTML.
    package static let longest = 16_000_000
    /// The longest PDF that is taken, in bytes.
    package static let longestResult = 64_000_000
    /// How long one document may take, in seconds.
    package static let longestSeconds = 120

    private let print: @Sendable ([UInt8]) async throws -> [UInt8]

    /// - Parameter print: takes HTML and gives a PDF; throws `PrintingRefusal`.
    package init(_ print: @escaping @Sendable ([UInt8]) async throws -> [UInt8]) {
        self.print = print
    }

    package static let missing = PDFPrinter { _ in throw PrintingRefusal.printerMissing }

    /// The document as a tagged PDF/A-2a.
    ///
    /// - Throws: `PrintingRefusal`.
    package func pdf(of document: Document) async throws -> [UInt8] {
        let html = document.html()
        guard html.count <= Self.longest else { throw PrintingRefusal.tooLong }
        return try await print(html)
    }
}

/// Why there is no PDF.
package enum PrintingRefusal: Error, Equatable, Sendable {
    /// The program that makes it is not installed on this server.
    case printerMissing
    /// It asks more time or memory than one document may take.
    case tooLong
    /// The program fell over this document.
    case failed
    /// Too many are being made.
    case busy
}
