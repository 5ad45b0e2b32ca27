/// A ZIP archive whose entries are stored as they are, in their order: the form that OpenDocument asks of its first entry and allows
/// for the others (OpenDocument 1.3, part 2, 3.3).
struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// 1 January 1980, so that the same document gives the same bytes.
    private static let day: UInt16 = 0x0021

    mutating func add(_ name: String, _ content: [UInt8]) {
        let (name, start) = (Array(name.utf8), body.count)
        var facts: [UInt8] = []
        facts.append(little: UInt16(20))
        facts.append(little: UInt16(0x0800))
        facts.append(little: UInt16(0))
        facts.append(little: UInt16(0))
        facts.append(little: Self.day)
        facts.append(little: Checksum.crc32(content))
        facts.append(little: UInt32(content.count))
        facts.append(little: UInt32(content.count))
        facts.append(little: UInt16(name.count))
        facts.append(little: UInt16(0))
        body.append(little: UInt32(0x0403_4B50))
        body += facts + name + content
        directory.append(little: UInt32(0x0201_4B50))
        directory.append(little: UInt16(20))
        directory += facts
        directory.append(little: UInt16(0))
        directory.append(little: UInt16(0))
        directory.append(little: UInt16(0))
        directory.append(little: UInt32(0))
        directory.append(little: UInt32(start))
        directory += name
        count += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = []
        end.append(little: UInt32(0x0605_4B50))
        end.append(little: UInt32(0))
        end.append(little: UInt16(count))
        end.append(little: UInt16(count))
        end.append(little: UInt32(directory.count))
        end.append(little: UInt32(body.count))
        end.append(little: UInt16(0))
        return body + directory + end
    }
}

/// The checksum of ZIP entries (ISO 3309, as in PNG and gzip).
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
