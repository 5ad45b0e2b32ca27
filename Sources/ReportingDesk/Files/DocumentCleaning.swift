import FileCleaning

/// Takes hidden data out of documents whose form is too rich to do it while they stream by: PDF and office documents. It runs
/// outside this process.
package struct DocumentCleaning: Sendable {
    /// The kind and the whole document in; the cleaned document out.
    package let clean: @Sendable (_ kind: DocumentKind, _ document: [UInt8]) async throws -> [UInt8]

    /// - Parameter clean: throws `CleaningRefusal`.
    package init(_ clean: @escaping @Sendable (_ kind: DocumentKind, _ document: [UInt8]) async throws -> [UInt8]) {
        self.clean = clean
    }

    /// For an installation without the program that cleans documents.
    package static let missing = DocumentCleaning { _, _ in throw CleaningRefusal.cleanerMissing }
}
