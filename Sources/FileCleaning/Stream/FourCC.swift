/// Four characters that name a chunk, a box or a tag, read as a big-endian number.
struct FourCC: Hashable, Sendable, ExpressibleByStringLiteral {
    let code: UInt32

    init(_ code: UInt32) { self.code = code }

    init(_ code: Int) { self.code = UInt32(truncatingIfNeeded: code) }

    init(stringLiteral text: String) {
        precondition(text.utf8.count == 4)
        code = text.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    var bytes: [UInt8] { .big32(Int(code)) }

    var isAsciiLetters: Bool { bytes.allSatisfy { (65...90).contains($0) || (97...122).contains($0) } }
}
