/// How an image has to be turned to be seen upright: tag 0x0112 of Exif, where it is other than 1.
struct ExifOrientation: Sendable {
    private let value: UInt8

    /// The orientation in a TIFF structure as Exif holds it (CIPA DC-008, 4.5 and 4.6.4).
    ///
    /// The name "Exif" and two zeros may go before it, as in JPEG always and in WebP sometimes.
    init?(exif: some Sequence<UInt8>) {
        var tiff = Array(exif)
        if tiff.spells("Exif\0\0", at: 0) { tiff.removeFirst(6) }
        guard tiff.count >= 8 else { return nil }
        let isBig = tiff.spells("MM", at: 0)
        guard isBig || tiff.spells("II", at: 0) else { return nil }
        let short = { (index: Int) in isBig ? tiff.big16(at: index) : tiff.little16(at: index) }
        let directory = isBig ? tiff.big32(at: 4) : tiff.little32(at: 4)
        guard directory <= tiff.count - 2 else { return nil }
        for index in 0..<short(directory) {
            let entry = directory + 2 + 12 * index
            guard entry + 12 <= tiff.count else { return nil }
            guard short(entry) == 0x0112 else { continue }
            let found = short(entry + 8)
            guard short(entry + 2) == 3, (2...8).contains(found) else { return nil }
            value = UInt8(found)
            return
        }
        return nil
    }

    /// A TIFF structure that holds this one tag.
    var tiff: [UInt8] { Self.tiff(value) }

    /// The same of an image that is upright, where a place for one has to be filled.
    static let uprightTIFF = tiff(1)

    private static func tiff(_ value: UInt8) -> [UInt8] {
        Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
    }
}
