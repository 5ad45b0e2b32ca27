/// Takes hidden data out of documents whose form is too rich to do it while they stream by: PDF and office documents. It runs
/// outside this process.
package struct DocumentCleaner: Sendable {
    /// The name of the kind and the whole document in; the cleaned document out.
    package let clean: @Sendable (_ kind: String, _ document: [UInt8]) async throws -> [UInt8]

    package init(_ clean: @escaping @Sendable (_ kind: String, _ document: [UInt8]) async throws -> [UInt8]) {
        self.clean = clean
    }
}

extension DocumentCleaner {
    /// For an installation without the program that cleans documents.
    package static let missing = DocumentCleaner { _, _ in throw DocumentCleanerMissing() }
}

/// The program that cleans documents is not installed.
package struct DocumentCleanerMissing: Error {
    package init() {}
}
