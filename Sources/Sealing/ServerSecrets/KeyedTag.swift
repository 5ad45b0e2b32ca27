import Crypto
import Foundation

/// A name for someone or something that only the server can make (HMAC-SHA256, cut to 16 bytes). A stolen database does not tell
/// whose it is.
package struct KeyedTag: Hashable, Sendable {
    package static let size = 16

    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    fileprivate init(key: AuthenticityKey, parts: [String]) {
        var message: [UInt8] = []
        for part in parts { message.append(lengthPrefixed: Array(part.utf8)) }
        bytes = Array(HMAC<SHA256>.authenticationCode(for: message, using: key.key).prefix(Self.size))
    }
}

/// Makes tags of one kind each.
package struct TagKey: Sendable {
    private let key: AuthenticityKey

    package init(_ key: AuthenticityKey) {
        self.key = key
    }

    /// - Parameters:
    ///   - kind: what the tag is for, such as "reader"; tags of different kinds cannot be compared.
    ///   - parts: whose tag it is.
    package func tag(_ kind: String, _ parts: String...) -> KeyedTag {
        KeyedTag(key: key, parts: [kind] + parts)
    }
}
