import Documents
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A document as a download.
    ///
    /// - Parameter name: of letters, digits and hyphens, without its ending.
    static func download(_ bytes: [UInt8], named name: String, as form: DocumentForm) -> Response {
        download(bytes, named: "\(name).\(form.rawValue)", type: form.mediaType)
    }

    /// - Parameter name: of letters, digits and hyphens, with its ending.
    static func download(_ bytes: [UInt8], named name: String, type: String) -> Response {
        var headers: HTTPFields = [
            .contentType: type,
            .contentSecurityPolicy: "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ]
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// The name of a document in an address: `planningsoverzicht.odt`.
struct DocumentName {
    let base: String
    let form: DocumentForm

    init?(_ text: String?) {
        guard let text, let dot = text.lastIndex(of: "."),
            let form = DocumentForm(rawValue: String(text[text.index(after: dot)...]))
        else { return nil }
        base = String(text[..<dot])
        self.form = form
    }
}
