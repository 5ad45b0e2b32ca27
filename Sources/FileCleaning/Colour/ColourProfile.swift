/// A colour profile (ICC.1:2022) of which only the colours are left.
///
/// Screenshots carry the profile of the screen they were made on, which names its make and serial number and the day of its
/// calibration. The length stays the same, so that formats that give it beforehand need no change.
struct ColourProfile: Sendable {
    let bytes: [UInt8]

    private static let colours: Set<FourCC> = [
        "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "wtpt", "bkpt", "chad", "cicp", "gamt",
        "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0", "D2B1", "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3",
    ]
    private static let texts: Set<FourCC> = ["desc", "cprt"]
    private static let directory = 128
    /// 2000-01-01 00:00:00 as six 16-bit numbers (4.2).
    private static let anyDay: [UInt8] = [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]

    private struct Tag {
        let name: FourCC
        let place: Range<Int>
    }

    /// Nil where this is no profile that can be read.
    init?(_ original: [UInt8]) {
        guard original.count >= Self.directory + 4, original.big32(at: 0) <= original.count, original.spells("acsp", at: 36),
            let tags = Self.tags(of: original)
        else { return nil }
        var cleaned = [UInt8].zeros(original.count)
        for kept in [0..<4, 8..<24, 36..<40, 44..<48, 56..<80] { cleaned.put(original[kept], at: kept.lowerBound) }
        cleaned.put(Self.anyDay, at: 24)
        cleaned.put([UInt8].big32(tags.count), at: Self.directory)
        for (index, tag) in tags.enumerated() {
            let entry = [UInt8].big32(Int(tag.name.code)) + .big32(tag.place.lowerBound) + .big32(tag.place.count)
            cleaned.put(entry, at: Self.directory + 4 + 12 * index)
        }
        for tag in tags where Self.texts.contains(tag.name) {
            cleaned.put(Self.emptyText(for: tag.name, version: original[8], length: tag.place.count), at: tag.place.lowerBound)
        }
        for tag in tags where Self.colours.contains(tag.name) {
            cleaned.put(original[tag.place], at: tag.place.lowerBound)
        }
        bytes = cleaned
    }

    /// The tags that are kept; nil where the directory points outside the profile, or no colour is left.
    private static func tags(of profile: [UInt8]) -> [Tag]? {
        let count = profile.big32(at: directory)
        guard count <= 200, directory + 4 + 12 * count <= profile.count else { return nil }
        var tags: [Tag] = []
        for index in 0..<count {
            let entry = directory + 4 + 12 * index
            let name = FourCC(profile.big32(at: entry))
            let start = profile.big32(at: entry + 4)
            let length = profile.big32(at: entry + 8)
            let isText = texts.contains(name)
            guard isText || colours.contains(name) else { continue }
            guard start >= directory + 4 + 12 * count, length >= 8, start + length <= profile.count else { return nil }
            if isText && emptyText(for: name, version: profile[8], length: length).isEmpty { continue }
            tags.append(Tag(name: name, place: start..<(start + length)))
        }
        return tags.contains { colours.contains($0.name) } ? tags : nil
    }

    /// The text "-" in the type that the version of the profile asks for; empty where it does not fit.
    private static func emptyText(for name: FourCC, version: UInt8, length: Int) -> [UInt8] {
        let text: [UInt8] =
            if version >= 4 {
                Array("mluc".utf8) + .big32(0) + .big32(1) + .big32(12) + Array("enUS".utf8) + .big32(2) + .big32(28) + [0, 45]
            } else if name == "desc" {
                Array("desc".utf8) + .big32(0) + .big32(2) + [45, 0] + .zeros(8 + 3 + 67)
            } else {
                Array("text".utf8) + .big32(0) + [45, 0]
            }
        return text.count <= length ? text : []
    }
}
