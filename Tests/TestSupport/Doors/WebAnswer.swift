import Foundation

/// What a door answered, as it came over the wire.
package struct WebAnswer: Sendable {
    package let status: Int
    /// The header fields in their order, their names in lower case.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// Reads one whole answer in HTTP/1.1.
    ///
    /// - Throws: `NoAnswer` where it is cut off or of another form.
    package init(wire bytes: [UInt8]) throws {
        let bytes = Data(bytes)
        guard let end = bytes.range(of: Data([13, 10, 13, 10])) else { throw NoAnswer(received: bytes.count) }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let first = lines[0].split(separator: " ", maxSplits: 2)
        guard first.count > 1, first[0] == "HTTP/1.1", let status = Int(first[1]) else { throw NoAnswer(received: bytes.count) }
        self.status = status
        headers = try lines.dropFirst().map { line in
            guard let colon = line.firstIndex(of: ":") else { throw NoAnswer(received: bytes.count) }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (line[..<colon].lowercased(), value)
        }
        let rest = Array(bytes[end.upperBound...])
        let isChunked = headers.contains { $0.name == "transfer-encoding" && $0.value == "chunked" }
        body = isChunked ? try Self.dechunked(rest) : rest
        if let length = header("content-length").flatMap({ Int($0) }), !body.isEmpty, body.count != length {
            throw NoAnswer(received: bytes.count)
        }
    }

    /// Takes the chunks of RFC 9112, section 7.1, together.
    private static func dechunked(_ bytes: [UInt8]) throws -> [UInt8] {
        var (body, position) = ([UInt8](), 0)
        while let end = bytes[position...].firstIndex(of: 13) {
            guard let size = Int(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16) else { break }
            if size == 0 { return body }
            guard end + 2 + size + 2 <= bytes.count else { break }
            body += bytes[(end + 2)..<(end + 2 + size)]
            position = end + 2 + size + 2
        }
        throw NoAnswer(received: bytes.count)
    }

    /// The first value of a field, by its name in lower case.
    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    package func headers(named name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }

    /// The page as a person reads it: its marks of text put back.
    package var text: String {
        String(decoding: body, as: UTF8.self).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// The value of the first field of a form with this name.
    package func value(of field: String) -> String? {
        text.firstMatch(of: try! Regex("name=\"\(field)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)).map {
            String($0.output.1)
        }
    }

    /// The token of the forms of this page; stops the test where there is none.
    package var formToken: String { value(of: "formulier")! }
}

/// What came back is no answer: nothing, or cut off.
package struct NoAnswer: Error {
    package let received: Int
}

/// An answer with another status than the step expects.
package struct UnexpectedAnswer: Error, CustomStringConvertible {
    let request: String
    let expected: Int
    let status: Int
    let page: String

    package var description: String { "\(request): \(status) instead of \(expected)\n\(page)" }
}
