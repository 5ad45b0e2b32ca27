import Foundation

/// Something that is kept sealed as a document: JSON with the number of its form, so that every later release can read it.
package protocol SealedDocument: Codable, Sendable {
    /// The name of the document in its envelope, such as "report".
    static var form: String { get }
    /// The number of the form that is written now.
    static var formVersion: Int { get }
    /// Reads an earlier form.
    ///
    /// - Returns: nil where that form never existed.
    static func read(formVersion: Int, json: Data) throws -> Self?
}

extension SealedDocument {
    package static var formVersion: Int { 1 }

    package static func read(formVersion: Int, json: Data) throws -> Self? {
        formVersion == Self.formVersion ? try JSONDecoder().decode(Self.self, from: json) : nil
    }
}

/// A sealed document. It has no description and no encoding: only its bytes go to a row.
package struct Sealed<Document: SealedDocument>: Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension Sealer {
    /// Seals a document, filled up to a whole number of kibibytes.
    package func seal<Document, Use>(
        _ document: Document, with key: Secret<Use>, at place: SealingPlace
    ) throws -> Sealed<Document> {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(document)
        let header = Array("\(Document.form)/\(Document.formVersion)\n".utf8)
        return Sealed(bytes: seal(Padding.pad(text: header + json), with: key, at: place))
    }

    /// Opens a document.
    ///
    /// - Throws: `SealFailure` where it is not genuine, or of a form that this release does not know.
    package func open<Document, Use>(
        _ sealed: Sealed<Document>, with key: Secret<Use>, at place: SealingPlace
    ) throws(SealFailure) -> Document {
        let bytes = try Padding.unpad(text: open(sealed.bytes, with: key, at: place))
        guard let end = bytes.firstIndex(of: 10), let slash = bytes[..<end].lastIndex(of: 47),
            String(decoding: bytes[..<slash], as: UTF8.self) == Document.form,
            let version = Int(String(decoding: bytes[(slash + 1)..<end], as: UTF8.self))
        else { throw .unreadableForm }
        guard let document = try? Document.read(formVersion: version, json: Data(bytes[(end + 1)...])) else {
            throw .unreadableForm
        }
        return document
    }
}
