import FileCleaning
import Testing

struct PNGTests {
    private typealias Part = PNGSample

    private let start = Part.signature + Part.header

    @Test func `the chunks that decide what is seen are kept, byte for byte`() throws {
        let copy = try cleaned(Part.screenshot, as: .png)

        for chunk in Part.shown { #expect(copy.contains(chunk)) }
        #expect(copy.starts(with: start))
        #expect(copy.suffix(Part.data.count * 2 + 12) == Part.data + Part.data + Part.end)
    }

    @Test(arguments: PNGSample.traces)
    func `a chunk that tells of the maker is dropped`(_ trace: [UInt8]) throws {
        #expect(try cleaned(start + trace + Part.data + trace + Part.end, as: .png) == start + Part.data + Part.end)
    }

    @Test func `the uncropped image that a screenshot tool left behind the end is dropped`() throws {
        let image = start + Part.data + Part.end

        #expect(try cleaned(image + Part.data + Part.end, as: .png) == image)
    }

    @Test func `all frames of a moving image are kept`() throws {
        let copy = try cleaned(Part.moving, as: .png)

        #expect(Part.moving.contains(Part.traces[0]))
        #expect(copy.count == Part.moving.count - Part.traces[0].count)
        #expect(copy.contains(Part.chunk("fdAT", .big(2, 4) + Part.stored([0, 0, 255, 0]))))
    }

    @Test func `the orientation is all that is kept of Exif`() throws {
        let copy = try cleaned(start + Part.chunk("eXIf", JPEGSample.tiff(orientation: 3)) + Part.data + Part.end, as: .png)

        let tiff = Array(JPEGSample.minimalExif(orientation: 3).dropFirst(10))
        #expect(copy == start + Part.chunk("eXIf", tiff) + Part.data + Part.end)
    }

    @Test func `the profile of the screen keeps its colours alone, under another name`() throws {
        let profile = Part.chunk("iCCP", .text("\(Sample.maker)\0\0") + Part.stored(ProfileSample.screen))
        let copy = try cleaned(start + profile + Part.data + Part.end, as: .png)

        #expect(copy.contains("iCCPICC\0\0"))
        #expect(copy.contains(ProfileSample.red))
        #expect(!copy.contains("mmod"))
        #expect(!copy.contains(Sample.maker))
    }

    @Test(arguments: [
        [UInt8].text("name"), .text("name\0"), .text("name\0\u{1}") + PNGSample.stored(ProfileSample.screen),
        .text("name\0\0") + PNGSample.stored(ProfileSample.screen).dropLast(), .text("name\0\0") + PNGSample.stored([1, 2, 3]),
    ])
    func `a profile that cannot be read is dropped`(_ content: [UInt8]) throws {
        let copy = try cleaned(start + Part.chunk("iCCP", content) + Part.data + Part.end, as: .png)

        #expect(copy == start + Part.data + Part.end)
    }

    @Test func `a chunk that is kept and has a wrong checksum is damage`() {
        for chunk in [Part.header, Part.shown[0], Part.data, Part.end] {
            var wrong = chunk
            wrong[chunk.count - 1] ^= 1
            let parts = [Part.header, Part.shown[0], Part.data, Part.end].map { $0 == chunk ? wrong : $0 }

            #expect(throws: CleaningRefusal.damaged) { try cleaned(Part.signature + parts.flatMap { $0 }, as: .png) }
        }
    }

    @Test func `a chunk that is dropped may have a wrong checksum`() throws {
        var text = Part.traces[0]
        text[text.count - 1] ^= 1

        #expect(try cleaned(start + text + Part.data + Part.end, as: .png) == start + Part.data + Part.end)
    }

    @Test(arguments: [
        PNGSample.data + PNGSample.end, PNGSample.header + PNGSample.header + PNGSample.data + PNGSample.end,
        PNGSample.header + PNGSample.end, PNGSample.header + PNGSample.chunk("gAMA", .zeros(5)) + PNGSample.data + PNGSample.end,
        PNGSample.header + PNGSample.chunk("IE\0D", []) + PNGSample.data + PNGSample.end,
        PNGSample.header + [0x80, 0, 0, 0] + .text("IDAT"),
        PNGSample.chunk("IHDR", .zeros(14)) + PNGSample.data + PNGSample.end,
    ])
    func `a file that breaks the order or the lengths of chunks is damaged`(_ chunks: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(Part.signature + chunks, as: .png) }
    }

    @Test func `the checksum of an empty end is the one in every PNG`() {
        #expect(Part.end == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    }
}
