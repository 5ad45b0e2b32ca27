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
}
