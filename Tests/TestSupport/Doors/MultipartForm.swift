/// A form with files, as a browser sends it (RFC 7578).
package struct MultipartForm: Sendable {
    package static let boundary = "----meldloket-test-4f1c0b"

    package let body: [UInt8]
    package var contentType: String { "multipart/form-data; boundary=\(Self.boundary)" }

    package init(fields: KeyValuePairs<String, String>, files: [UploadedFile]) {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Self.part("form-data; name=\"\(name)\"", Array(value.utf8))
        }
        for file in files {
            let name = file.name.replacing("\"", with: "%22")
            body += Self.part("form-data; name=\"bestand\"; filename=\"\(name)\"", file.bytes)
        }
        self.body = body + Array("--\(Self.boundary)--\r\n".utf8)
    }

    private static func part(_ disposition: String, _ content: [UInt8]) -> [UInt8] {
        Array("--\(boundary)\r\nContent-Disposition: \(disposition)\r\n\r\n".utf8) + content + [13, 10]
    }
}
