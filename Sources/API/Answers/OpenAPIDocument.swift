import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Whom to ask about the data.
package struct OpenContact: Sendable, Equatable {
    package let name, mail, page: String

    package init(name: String, mail: String, page: String) {
        self.name = name
        self.mail = mail
        self.page = page
    }

    /// As the description has them until the host gives their own.
    package static let example = OpenContact(
        name: "Beheerder van dit meldloket", mail: "opendata@example.nl", page: "https://example.nl/opendata")
}

/// The description of the interface, with the contact of the host in it.
struct OpenAPIDocument {
    private let bytes: [UInt8]

    init(contact: OpenContact) {
        let example = OpenContact.example
        let text = [(example.name, contact.name), (example.mail, contact.mail), (example.page, contact.page)].reduce(
            String(decoding: PackageResources.openapi_json, as: UTF8.self)
        ) { text, change in text.replacing("\"\(change.0)\"", with: Self.quoted(change.1)) }
        bytes = Array(text.utf8)
    }

    private static func quoted(_ text: String) -> String {
        (try? JSONText.bytes(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    /// Every site may read it (NL API Design Rules: publish-openapi).
    var answer: Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .accessControlAllowOrigin: "*"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
