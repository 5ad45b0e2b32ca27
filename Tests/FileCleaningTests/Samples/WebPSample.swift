/// Builds WebP files (RFC 9649).
enum WebPSample {
    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        .text(name) + .little(content.count, 4) + content + .zeros(content.count & 1)
    }

    static func file(_ chunks: [[UInt8]]) -> [UInt8] {
        let content = [UInt8].text("WEBP") + chunks.flatMap { $0 }
        return .text("RIFF") + .little(content.count, 4) + content
    }

    static func features(_ flags: UInt8) -> [UInt8] { chunk("VP8X", [flags, 0, 0, 0, 15, 0, 0, 15, 0, 0]) }

    static let picture = chunk("VP8 ", [0x30, 1, 0, 0x9D, 1, 0x2A, 16, 0, 16])
    static let alpha = chunk("ALPH", [0, 1, 2, 3])
    static let profile = chunk("ICCP", ProfileSample.screen + [0])
    static let exif = chunk("EXIF", JPEGSample.tiff(orientation: 8, isLittle: true))
    static let xmp = chunk("XMP ", .text("<x:xmpmeta>\(Sample.maker)</x:xmpmeta>"))
    static let unknown = chunk("note", .text(Sample.maker))

    /// Profile, alpha, Exif, XMP.
    static let sticker = file([features(0x3C), profile, unknown, alpha, picture, exif, xmp]) + .text(Sample.maker)

    static func frame(_ chunks: [[UInt8]]) -> [UInt8] { chunk("ANMF", .zeros(16) + chunks.flatMap { $0 }) }

    /// Animation, XMP.
    static let moving = file([
        features(0x06), chunk("ANIM", .zeros(6)), frame([alpha, picture, unknown]), frame([picture]), xmp,
    ])
}
