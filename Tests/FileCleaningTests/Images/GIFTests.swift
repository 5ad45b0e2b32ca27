import FileCleaning
import Testing

struct GIFTests {
    private typealias Part = GIFSample

    @Test func `images, their timing and the loop count are kept`() throws {
        let copy = try cleaned(Part.moving, as: .gif)

        #expect(copy == Part.head + Part.loop + Part.control + Part.image + Part.control + Part.imageWithTable + Part.trailer)
    }

    @Test(arguments: [
        GIFSample.comment, GIFSample.plainText, GIFSample.xmp, GIFSample.unknown, GIFSample.control + GIFSample.plainText,
        [0, 0],
        [0x21, 0xFF, 11] + [UInt8].text("NETSCAPE2.0") + [0], [0x21, 0xFF, 3, 1, 2, 3, 0],
    ])
    func `an extension that shows nothing is dropped`(_ block: [UInt8]) throws {
        let copy = try cleaned(Part.head + block + Part.image + block + Part.trailer, as: .gif)

        #expect(copy == Part.head + Part.image + Part.trailer)
    }

    @Test(arguments: [GIFSample.trailer, GIFSample.control + GIFSample.trailer, [0x77], [0x21, 0xF9, 5, 0, 0, 0, 0, 0, 0]])
    func `a file without an image, or with a block of no kind, is damaged`(_ rest: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(Part.head + rest, as: .gif) }
    }
}
