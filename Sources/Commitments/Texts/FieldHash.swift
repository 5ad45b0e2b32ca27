import Crypto

/// A hash over fields, each with its length, so that no two lists of fields run into each other.
struct FieldHash {
    private var hash = SHA256()

    mutating func take(_ field: String) {
        hash.update(data: Array("\(field.utf8.count):".utf8))
        hash.update(data: Array(field.utf8))
    }

    /// 32 bytes.
    func finish() -> [UInt8] { Array(hash.finalize()) }

    /// Hexadecimal, 64 digits.
    func finishAsText() -> String { Self.text(finish()) }

    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
