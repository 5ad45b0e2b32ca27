/// Builds GIF files (GIF89a).
enum GIFSample {
    static let head = [UInt8].text("GIF89a") + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    static let control: [UInt8] = [0x21, 0xF9, 4, 4, 10, 0, 0, 0]
    static let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0]
    static let imageWithTable: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 9, 9, 9, 8, 8, 8, 2, 2, 0x44, 0x01, 0]
    static let trailer: [UInt8] = [0x3B]
    static let loop: [UInt8] = [0x21, 0xFF, 11] + .text("NETSCAPE2.0") + [3, 1, 5, 0, 0]

    static func blocks(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + .text(text) + [0] }

    static let comment = [0x21, 0xFE] + blocks(Sample.maker)
    static let plainText = [0x21, 0x01, 12] + .zeros(12) + blocks(Sample.maker)
    static let xmp = [0x21, 0xFF, 11] + .text("XMP DataXMP") + blocks(Sample.maker)
    static let unknown = [0x21, 0x77] + blocks(Sample.maker)
    /// A loop count followed by a second block that has nothing to do with it.
    static let longLoop: [UInt8] = loop.dropLast() + blocks(Sample.maker)

    static let moving =
        head + comment + longLoop + xmp + control + image + unknown + control + plainText + control + comment + imageWithTable
        + comment
        + trailer + .text(Sample.maker)
}
