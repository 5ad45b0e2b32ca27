import Crypto
import Foundation
import Kernel

/// What the cookie of a session holds: 32 random bytes. The database knows only their hash, so that it opens no session.
package struct SessionToken: Sendable {
    package let text: String
    private let bytes: [UInt8]

    package init(from entropy: EntropySource) {
        bytes = entropy.bytes(32)
        text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Returns: nil where a cookie holds something else.
    package init?(text: String) {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/") + "="
        guard text.utf8.count == 43, let data = Data(base64Encoded: base64), data.count == 32 else { return nil }
        self.text = text
        bytes = Array(data)
    }

    /// The row of the session.
    package var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// A key that only whoever has the cookie has.
    package func key<Use>(_ label: String, as _: Use.Type = Use.self) -> Secret<Use> {
        (try! Secret<UnlockUse>(bytes: bytes)).derived("session/\(label)", as: Use.self)
    }

    /// A token for the forms of this session, that another site cannot know.
    package var formToken: String { Base32.encode(Array(key("form", as: AuthenticityUse.self).bytes.prefix(15))) }
}
