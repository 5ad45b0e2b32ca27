/// Builds JPEG files (ITU-T T.81, annex B). The entropy-coded bytes are arbitrary: no cleaner decodes them.
enum JPEGSample {
    static let start: [UInt8] = [0xFF, 0xD8]
    static let end: [UInt8] = [0xFF, 0xD9]

    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] { [0xFF, marker] + .big(content.count + 2, 2) + content }

    static let tables = segment(0xDB, [0] + [UInt8](repeating: 16, count: 64)) + segment(0xC4, [0] + [UInt8](0..<16) + [1, 2, 3])
    static let frame = segment(0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0])
    static let progressiveFrame = segment(0xC2, [8, 0, 16, 0, 16, 1, 1, 0x11, 0])
    static let scanHead = segment(0xDA, [1, 1, 0, 0, 63, 0])
    /// With a stuffed byte, a restart marker and a fill byte before the next marker.
    static let scanData: [UInt8] = [0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78, 0xFF, 0x00, 0x9A]

    static let density = segment(0xE0, .text("JFIF\0") + [1, 2, 1, 0, 72, 0, 72, 0, 0])
    static let densityWithThumbnail = segment(
        0xE0, .text("JFIF\0") + [1, 2, 1, 0, 72, 0, 72, 4, 1] + .text("\(Sample.maker) "))
    static let thumbnail = segment(0xE0, .text("JFXX\0") + [0x10] + .text(Sample.maker))
    static let colourTransform = segment(0xEE, .text("Adobe") + [0, 100, 0x80, 0, 0, 0, 1])
    static let comment = segment(0xFE, .text(Sample.maker))
    static let photoshop = segment(0xED, .text("Photoshop 3.0\08BIM" + Sample.maker))
    static let xmp = segment(0xE1, .text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>\(Sample.maker)</x:xmpmeta>"))
    static let secondImages = segment(0xE2, .text("MPF\0MM\0*" + Sample.maker))

    /// An Exif segment (CIPA DC-008) with a maker's name, an orientation, and a place in the sub-directory of GPS.
    static func exif(orientation: Int, isLittle: Bool = false) -> [UInt8] {
        segment(0xE1, .text("Exif\0\0") + tiff(orientation: orientation, isLittle: isLittle))
    }

    static func tiff(orientation: Int, isLittle: Bool = false) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] { isLittle ? .little(value, width) : .big(value, width) }
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            number(tag, 2) + number(type, 2) + number(count, 4) + value + .zeros(4 - value.count)
        }
        let name = [UInt8].text(Sample.maker + "\0")
        let entries = [
            entry(0x010F, 2, name.count, number(50, 4)), entry(0x0112, 3, 1, number(orientation, 2)),
            entry(0x8825, 4, 1, number(50, 4)),
        ]
        return .text(isLittle ? "II" : "MM") + number(42, 2) + number(8, 4) + number(3, 2) + entries.flatMap { $0 } + .zeros(4)
            + name
    }

    /// What a cleaned photo may say of its orientation.
    static func minimalExif(orientation: UInt8) -> [UInt8] {
        segment(0xE1, .text("Exif\0\0MM\0*") + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
    }

    static func profile(_ bytes: [UInt8], pieces: Int = 1) -> [UInt8] {
        let length = (bytes.count + pieces - 1) / pieces
        return (0..<pieces).flatMap { index in
            segment(
                0xE2,
                .text("ICC_PROFILE\0") + [UInt8(index + 1), UInt8(pieces)] + bytes[(index * length)...].prefix(length))
        }
    }

    static let photo =
        start + densityWithThumbnail + thumbnail + exif(orientation: 6) + xmp + photoshop + profile(ProfileSample.screen)
        + secondImages + comment + segment(0xE5, .text(Sample.maker)) + colourTransform + tables + frame
        + segment(0xDD, [0, 4]) + scanHead + scanData + [0xFF] + end + start + comment + .text(Sample.maker)

    static let progressive =
        start + density + exif(orientation: 1, isLittle: true) + tables + progressiveFrame + scanHead + scanData + comment
        + tables
        + scanHead + scanData + xmp + end
}
