/// Makes deflated data with the fixed codes of RFC 1951, section 3.2.6: no text in it can be read any more, and every reader
/// unfolds it.
package enum FixedDeflation {
    package static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var (out, bits, count) = ([UInt8](), 0, 0)
        func put(_ value: Int, _ width: Int) {
            bits |= value << count
            count += width
            while count >= 8 {
                out.append(UInt8(bits & 0xFF))
                bits >>= 8
                count -= 8
            }
        }
        func code(_ value: Int, _ width: Int) {
            for place in (0..<width).reversed() { put(value >> place & 1, 1) }
        }
        put(1, 1)
        put(1, 2)
        for byte in bytes { byte < 144 ? code(0x30 + Int(byte), 8) : code(0x190 + Int(byte) - 144, 9) }
        code(0, 7)
        put(0, 7)
        return out
    }

    /// With the header and the checksum of RFC 1950.
    package static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        let sum = high << 16 | low
        return [0x78, 0x9C] + deflate(bytes) + [24, 16, 8, 0].map { UInt8(sum >> $0 & 0xFF) }
    }
}
