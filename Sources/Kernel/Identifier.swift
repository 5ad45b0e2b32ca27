/// The identity of a row: 128 random bits, written as 26 characters of Crockford's base 32 in lower case.
///
/// It holds no time and no sequence, so that it tells nothing about when a person made the row.
package struct Identifier<Entity>: Hashable, Sendable, CustomStringConvertible {
    /// The written form, 26 characters.
    package let text: String

    package init(from entropy: EntropySource) {
        text = Base32.encode(entropy.bytes(16))
    }

    /// - Returns: nil where `text` is not 26 characters of the alphabet.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 26, text.utf8.allSatisfy(Base32.isDigit) else { return nil }
        self.text = String(text)
    }

    package var description: String { text }
}

/// Crockford's base 32 in lower case, without padding.
package enum Base32 {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    package static func isDigit(_ byte: UInt8) -> Bool { digits.contains(byte) }

    package static func encode(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer & 0xff) << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                out.append(digits[buffer >> bits & 31])
            }
        }
        if bits > 0 { out.append(digits[buffer << (5 - bits) & 31]) }
        return String(decoding: out, as: UTF8.self)
    }
}
