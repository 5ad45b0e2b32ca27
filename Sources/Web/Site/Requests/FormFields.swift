import Foundation
import Hummingbird
import NIOCore

/// How much a form may hold.
enum FormLimits {
    /// Bytes of a whole form without files.
    static let body = 512 * 1024
    static let fields = 200
}

/// The fields of a form, as they were typed.
struct FormFields: Sendable {
    private let values: [String: [String]]

    init(_ values: [String: [String]] = [:]) {
        self.values = values
    }

    /// The first value of a field; empty where there is none.
    subscript(_ name: String) -> String { values[name]?.first ?? "" }

    /// The first value without white space at either end.
    func line(_ name: String) -> String { self[name].trimmingCharacters(in: .whitespacesAndNewlines) }

    func all(_ name: String) -> [String] { values[name] ?? [] }
    func has(_ name: String) -> Bool { values[name] != nil }

    /// Every field with its values, by name.
    var pairs: [(name: String, value: String)] {
        values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
    }

    /// The value of a choice among the cases of an enumeration.
    func choice<Choice: RawRepresentable>(_ name: String, as _: Choice.Type = Choice.self) -> Choice?
    where Choice.RawValue == String {
        Choice(rawValue: self[name])
    }

    func choices<Choice: RawRepresentable>(_ name: String, as _: Choice.Type = Choice.self) -> [Choice]
    where Choice.RawValue == String {
        all(name).compactMap { Choice(rawValue: $0) }
    }

    /// Reads `application/x-www-form-urlencoded`.
    ///
    /// - Throws: `SiteProblem.malformed` where it is not of that form.
    init(urlEncoded bytes: some Sequence<UInt8>) throws {
        var values: [String: [String]] = [:]
        var count = 0
        for pair in String(decoding: Array(bytes), as: UTF8.self).split(separator: "&", omittingEmptySubsequences: true) {
            count += 1
            guard count <= FormLimits.fields else { throw SiteProblem.malformed }
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(parts[0]), let value = Self.decode(parts.count == 2 ? parts[1] : "") else {
                throw SiteProblem.malformed
            }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    private static func decode(_ text: Substring) -> String? { text.replacing("+", with: " ").removingPercentEncoding }
}

extension Request {
    /// Whether the body is a form without files.
    private var isForm: Bool { headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true }
    /// Whether the body is a form with files.
    var hasFiles: Bool { headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true }
    /// Whether the body is a form with files, and larger than a form without.
    var isUpload: Bool { hasFiles && !(headers[.contentLength].flatMap { Int($0) }.map { $0 <= FormLimits.body } ?? false) }

    /// Reads the form of this request.
    ///
    /// - Throws: `SiteProblem.tooLarge`, `.malformed`.
    func form() async throws -> FormFields {
        guard isForm else { throw SiteProblem.malformed }
        return try FormFields(urlEncoded: try await formBody().readableBytesView)
    }

    /// The same request with the body of its form in memory, so that it can be read again and keeps nothing waiting.
    ///
    /// - Throws: `SiteProblem.tooLarge`, `.malformed`.
    func withFormRead() async throws -> Request {
        guard isForm || hasFiles && !isUpload else { return self }
        var request = self
        request.body = RequestBody(buffer: try await formBody())
        return request
    }

    private func formBody() async throws -> ByteBuffer {
        var body = ByteBuffer()
        try await forEachPiece { piece in
            guard body.readableBytes + piece.readableBytes <= FormLimits.body else {
                throw SiteProblem.tooLarge(limit: FormLimits.body)
            }
            body.writeImmutableBuffer(piece)
        }
        return body
    }

    /// Takes the body piece by piece.
    ///
    /// - Throws: `SiteProblem.malformed` where it breaks off or is built wrongly, and what the taker throws.
    func forEachPiece(_ take: (ByteBuffer) async throws -> Void) async throws {
        var pieces = body.makeAsyncIterator()
        while let piece = try await Self.next(&pieces) { try await take(piece) }
    }

    private static func next(_ pieces: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await pieces.next()
        } catch {
            throw SiteProblem.malformed
        }
    }
}
