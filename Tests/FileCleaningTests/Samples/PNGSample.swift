/// Builds PNG files (W3C PNG, third edition).
enum PNGSample {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let typed = [UInt8].text(type) + content
        return .big(content.count, 4) + typed + .big(crc(typed), 4)
    }

    /// The code of annex D, bit by bit, so that it shares nothing with the cleaner's.
    static func crc(_ bytes: [UInt8]) -> Int {
        var register: UInt32 = .max
        for byte in bytes {
            for bit in 0..<8 {
                let isSet = (register ^ UInt32(byte >> UInt8(bit))) & 1 == 1
                register = register >> 1 ^ (isSet ? 0xEDB8_8320 : 0)
            }
        }
        return Int(~register)
    }

    /// Bytes in a zlib stream with one stored block (RFC 1950, RFC 1951 3.2.4).
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var low = 1
        var high = 0
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return [0x78, 0x01, 1] + .little(bytes.count, 2) + .little(~bytes.count, 2) + bytes + .big(high << 16 | low, 4)
    }

    static let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
    /// One red pixel, after its filter byte.
    static let data = chunk("IDAT", stored([0, 255, 0, 0]))
    static let end = chunk("IEND", [])
    static let shown = [
        chunk("gAMA", .big(45_455, 4)), chunk("cHRM", [UInt8](repeating: 1, count: 32)), chunk("sRGB", [0]),
        chunk("sBIT", [8, 8, 8]),
        chunk("pHYs", .big(2835, 4) + .big(2835, 4) + [1]), chunk("PLTE", [255, 0, 0]), chunk("bKGD", [0, 0, 0, 0, 0, 0]),
        chunk("tRNS", [0, 1, 0, 1, 0, 1]), chunk("cICP", [12, 13, 0, 1]),
    ]
    static let traces = [
        chunk("tEXt", .text("Author\0" + Sample.maker)), chunk("zTXt", .text("Author\0\0") + stored(.text(Sample.maker))),
        chunk("iTXt", .text("XML:com.adobe.xmp\0\0\0\0\0<x>\(Sample.maker)</x>")), chunk("tIME", [7, 0xE8, 5, 6, 7, 8, 9]),
        chunk("caBX", .text(Sample.maker)), chunk("iDOT", .text(Sample.maker)), chunk("sPLT", .text(Sample.maker + "\0")),
    ]

    static let screenshot =
        signature + header + traces.flatMap { $0 } + chunk("iCCP", .text("\(Sample.maker)\0\0") + stored(ProfileSample.screen))
        + chunk("eXIf", JPEGSample.tiff(orientation: 3)) + shown.flatMap { $0 } + data + data + traces.flatMap { $0 } + end
        + .text("the uncropped image of \(Sample.maker)")

    static let moving =
        signature + header + chunk("acTL", .big(2, 4) + .big(0, 4)) + chunk("fcTL", .zeros(26)) + data + traces[0]
        + chunk("fcTL", .zeros(26)) + chunk("fdAT", .big(2, 4) + stored([0, 0, 255, 0])) + end
}
