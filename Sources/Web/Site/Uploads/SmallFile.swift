import Hummingbird
import NIOCore

/// A file of a form that is small enough to be held in memory.
enum SmallFile {
    /// Bytes of a whole form.
    static let limit = 8 * 1024 * 1024

    /// Reads the form of a request. The proof that the form is ours comes before the file.
    ///
    /// - Returns: nil where no file was chosen.
    /// - Throws: `SiteProblem.tooLarge`, `.malformed`, `.formNotOurs`.
    static func read(_ request: Request, formToken: String) async throws -> [UInt8]? {
        var parser = try MultipartParser(contentType: request.headers[.contentType] ?? "")
        var (total, token, value) = (0, "", [UInt8]())
        var (part, file): (MultipartPart?, [UInt8]?) = (nil, nil)
        try await request.forEachPiece { piece in
            total += piece.readableBytes
            guard total <= limit else { throw SiteProblem.tooLarge(limit: limit) }
            for event in try parser.feed(piece.readableBytesView) {
                switch event {
                case .begin(let begun):
                    guard begun.fileName == nil || token == formToken else { throw SiteProblem.formNotOurs }
                    (part, value) = (begun, [])
                case .data(let bytes): value += bytes
                case .end:
                    if part?.name == "formulier" { token = String(decoding: value, as: UTF8.self) }
                    if let name = part?.fileName, !name.isEmpty, file == nil { file = value }
                    (part, value) = (nil, [])
                }
            }
        }
        guard parser.isComplete else { throw SiteProblem.malformed }
        guard token == formToken else { throw SiteProblem.formNotOurs }
        return file
    }
}
