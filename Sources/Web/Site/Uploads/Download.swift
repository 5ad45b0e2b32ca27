import HTTPTypes
import Hummingbird
import NIOCore
import ReportingDesk

extension Response {
    /// A file as a download, a chunk at a time. The browser may not show it or run anything in it.
    static func download(_ file: OutgoingFile, named name: String) -> Response {
        var headers: HTTPFields = [
            .contentType: "application/octet-stream", .contentLength: String(file.attachment.count),
            .contentSecurityPolicy: "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ]
        headers[.contentDisposition] =
            "attachment; filename=\"\(name.asciiFileName)\"; filename*=UTF-8''\(name.percentEncodedFileName)"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: file.attachment.count) { writer in
                var file = file
                while let bytes = try await file.next() { try await writer.write(ByteBuffer(bytes: bytes)) }
                try await writer.finish(nil)
            })
    }
}

extension String {
    fileprivate var asciiFileName: String {
        String(
            unicodeScalars.map { $0.isASCII && $0.value >= 32 && !"\"\\/;%".unicodeScalars.contains($0) ? Character($0) : "_" })
    }

    fileprivate var percentEncodedFileName: String {
        utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
