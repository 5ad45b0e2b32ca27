import HTTPTypes
import Hummingbird
import Markup
import NIOCore

extension Response {
    /// A page.
    static func page(_ node: Node, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: node.document())))
    }

    /// Sends the browser on with GET.
    static func seeOther(_ address: String) -> Response { Response(status: .seeOther, headers: [.location: address]) }

    static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
