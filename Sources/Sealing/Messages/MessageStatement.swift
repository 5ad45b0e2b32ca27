import Crypto
import Foundation

/// From whom to whom a message goes.
package enum MessageDirection: String, Sendable, Codable {
    case toReporter, fromReporter
}

/// What a message proves: this text, in this case, in this direction, as number so many. Elsewhere it is not genuine.
package struct MessageStatement: Sendable {
    private let bytes: [UInt8]

    package init(subject: String, direction: MessageDirection, number: Int, text: String) {
        var bytes: [UInt8] = []
        for part in ["message/1", subject, direction.rawValue, String(number), text] {
            bytes.append(lengthPrefixed: Array(part.utf8))
        }
        self.bytes = bytes
    }

    /// An officer signs.
    package func signature(by pair: SigningKeyPair) -> [UInt8] { pair.sign(bytes, for: .message) }

    package func isSigned(_ signature: [UInt8], by key: SigningPublicKey) -> Bool {
        key.isSignature(signature, of: bytes, for: .message)
    }

    /// The reporter's mailbox makes a code, which proves nothing to anyone outside the case.
    package func code(with key: AuthenticityKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key.key))
    }

    package func isCoded(_ code: [UInt8], with key: AuthenticityKey) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: bytes, using: key.key)
    }
}
