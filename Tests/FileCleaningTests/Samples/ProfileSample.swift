/// Builds colour profiles (ICC.1:2022, clauses 7 to 10).
enum ProfileSample {
    /// A profile with these tags, one after the other.
    static func profile(_ tags: [(name: String, content: [UInt8])], version: UInt8 = 2, day: [UInt8] = .big(2024, 2)) -> [UInt8] {
        var place = 128 + 4 + 12 * tags.count
        var directory = [UInt8].big(tags.count, 4)
        for tag in tags {
            directory += .text(tag.name) + .big(place, 4) + .big(tag.content.count, 4)
            place += tag.content.count
        }
        let head =
            [UInt8].big(place, 4) + .text("appl") + [version, 0x10, 0, 0] + .text("mntrRGB XYZ ") + day + .zeros(12 - day.count)
            + .text("acspAPPL") + .zeros(4) + .text("Noor") + .text("Jans") + .zeros(12) + [
                0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D,
            ]
            + .text("Noor") + [UInt8](repeating: 7, count: 16) + .zeros(28)
        return head + directory + tags.flatMap(\.content)
    }

    static let red = [UInt8].text("XYZ ") + .zeros(4) + [0, 0, 0x6F, 0xA2, 0, 0, 0x38, 0xF5, 0, 0, 3, 0x90]
    static let curve = [UInt8].text("curv") + .zeros(4) + [0, 0, 0, 1, 2, 0x33, 0, 0]
    static let copyright = [UInt8].text("text") + .zeros(4) + .text(Sample.maker + "\0\0\0\0\0")

    /// A description as version 2 has it (ICC.1:2001-04, 6.5.17).
    static let description =
        [UInt8].text("desc") + .zeros(4) + .big(Sample.maker.utf8.count + 1, 4) + .text(Sample.maker + "\0") + .zeros(8 + 3 + 67)
    static let names =
        [UInt8].text("mluc") + .zeros(4) + .big(1, 4) + .big(12, 4) + .text("nlNL") + .big(22, 4) + .big(28, 4)
        + Sample.maker.utf8.flatMap { [0, $0] }

    /// As the profile of a screen that a screenshot carries: make, serial number and calibration of the screen.
    static let screen = profile([
        ("desc", description), ("cprt", copyright), ("rXYZ", red), ("rTRC", curve),
        ("mmod", .text("mmod") + .zeros(4) + .text(Sample.maker)),
        ("vcgt", .text("vcgt") + .zeros(4) + .text(Sample.maker)), ("wtpt", red),
    ])
    static let screenVersion4 = profile([("desc", names), ("cprt", names), ("rXYZ", red), ("rTRC", curve)], version: 4)
}
