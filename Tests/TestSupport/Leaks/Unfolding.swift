/// What stands folded in bytes: members of zip files, zlib and gzip streams, and long runs of hexadecimal digits.
enum Unfolding {
    /// A run of digits is read from so many bytes on.
    private static let shortestRun = 32
    private static let zlibStarts: [[UInt8]] = [[0x78, 0x01], [0x78, 0x5E], [0x78, 0x9C], [0x78, 0xDA]]

    static func all(of bytes: [UInt8]) -> [(fold: String, bytes: [UInt8])] {
        var all: [(String, [UInt8])] = []
        for start in Bytes.places(of: [0x50, 0x4B, 3, 4], in: bytes) { add("zip", zipMember(bytes, at: start), to: &all) }
        for zlib in zlibStarts {
            for start in Bytes.places(of: zlib, in: bytes) { add("zlib", Inflation.inflate(bytes, from: start + 2), to: &all) }
        }
        for start in Bytes.places(of: [0x1F, 0x8B, 8], in: bytes) { add("gzip", gzip(bytes, at: start), to: &all) }
        // PostgreSQL writes bytes as \x and digits; in a dump the backslash stands twice.
        for start in Bytes.places(of: Array("\\x".utf8), in: bytes) { add("hex", run(bytes, from: start + 2), to: &all) }
        return all
    }

    private static func add(_ fold: String, _ bytes: [UInt8], to all: inout [(String, [UInt8])]) {
        if bytes.count >= 8 { all.append((fold, bytes)) }
    }

    private static func zipMember(_ bytes: [UInt8], at start: Int) -> [UInt8] {
        guard start + 30 <= bytes.count, bytes[start + 8] == 8, bytes[start + 9] == 0 else { return [] }
        func number(_ place: Int) -> Int { Int(bytes[start + place]) | Int(bytes[start + place + 1]) << 8 }
        return Inflation.inflate(bytes, from: start + 30 + number(26) + number(28))
    }

    /// RFC 1952, section 2.3: the header may hold a name and more.
    private static func gzip(_ bytes: [UInt8], at start: Int) -> [UInt8] {
        guard start + 10 <= bytes.count else { return [] }
        let flags = bytes[start + 3]
        var position = start + 10
        if flags & 4 != 0, position + 2 <= bytes.count { position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8 }
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else { return [] }
            position = end + 1
        }
        return Inflation.inflate(bytes, from: position + (flags & 2 == 0 ? 0 : 2))
    }

    private static func run(_ bytes: [UInt8], from start: Int) -> [UInt8] {
        var (out, position) = ([UInt8](), start)
        while position + 1 < bytes.count, let high = digit(bytes[position]), let low = digit(bytes[position + 1]) {
            out.append(high << 4 | low)
            position += 2
        }
        return out.count >= shortestRun ? out : []
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
