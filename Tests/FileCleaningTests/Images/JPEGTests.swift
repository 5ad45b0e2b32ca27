import FileCleaning
import Testing

struct JPEGTests {
    private typealias Part = JPEGSample

    private let image = Part.tables + Part.frame + Part.scanHead + Part.scanData + Part.end

    @Test func `of a photo the image, the density, the colours and the orientation are kept`() throws {
        let copy = try cleaned(Part.photo, as: .jpeg)

        let transform = Part.segment(0xEE, .text("Adobe") + [0, 100, 0, 0, 0, 0, 1])
        #expect(copy.starts(with: Part.start + Part.density + Part.minimalExif(orientation: 6) + transform + Part.tables))
        #expect(copy.contains(Part.frame + Part.segment(0xDD, [0, 4]) + Part.scanHead + Part.scanData + Part.end))
        #expect(copy.suffix(2) == Part.end)
    }

    @Test func `the scans of a progressive photo are kept without what stands between them`() throws {
        let copy = try cleaned(Part.progressive, as: .jpeg)

        let scan = Part.scanHead + Part.scanData
        #expect(copy == Part.start + Part.density + Part.tables + Part.progressiveFrame + scan + Part.tables + scan + Part.end)
    }

    @Test(arguments: 2...8, [true, false])
    func `an orientation is kept alone`(_ orientation: Int, isLittle: Bool) throws {
        let copy = try cleaned(Part.start + Part.exif(orientation: orientation, isLittle: isLittle) + image, as: .jpeg)

        #expect(copy == Part.start + Part.minimalExif(orientation: UInt8(orientation)) + image)
    }

    @Test(arguments: [0, 1, 9, 65_535])
    func `an orientation that turns nothing is dropped`(_ orientation: Int) throws {
        #expect(try cleaned(Part.start + Part.exif(orientation: orientation) + image, as: .jpeg) == Part.start + image)
    }

    @Test(arguments: [
        [], [UInt8].text("MM\0*"), .text("XX\0*") + .zeros(8), .text("MM\0*") + [255, 255, 255, 255],
        .text("II*\0") + [8, 0, 0, 0, 200, 0],
    ])
    func `Exif that cannot be read is dropped`(_ tiff: [UInt8]) throws {
        let photo = Part.start + Part.segment(0xE1, .text("Exif\0\0") + tiff) + image

        #expect(try cleaned(photo, as: .jpeg) == Part.start + image)
    }

    @Test(arguments: [UInt8](0xE0...0xEF) + [0xF0, 0xF7, 0xFD, 0xFE])
    func `a segment that shows nothing is dropped`(_ marker: UInt8) throws {
        let photo = Part.start + Part.segment(marker, .text(Sample.maker)) + image

        #expect(try cleaned(photo, as: .jpeg) == Part.start + image)
    }

    @Test func `what follows the end of the image is dropped`() throws {
        let moving = Part.start + image + MediaSample.indexLast

        #expect(try cleaned(moving, as: .jpeg) == Part.start + image)
    }

    @Test func `fill bytes, stray restart markers and bytes between segments are dropped`() throws {
        let photo =
            Part.start + [0xFF, 0xFF] + Part.tables + [0xFF, 0xD3, 0xFF, 0x01] + .text(Sample.maker)
            + image.dropFirst(Part.tables.count)

        #expect(try cleaned(photo, as: .jpeg) == Part.start + image)
    }

    @Test func `a profile in several segments is cleaned and put before the frame`() throws {
        let pieces = Part.profile(ProfileSample.screen, pieces: 3)
        let whole = try cleaned(Part.start + Part.profile(ProfileSample.screen) + image, as: .jpeg)

        #expect(whole.contains("ICC_PROFILE"))
        #expect(whole.contains(ProfileSample.red))
        #expect(try cleaned(Part.start + pieces + image, as: .jpeg) == whole)
    }

    @Test func `a profile of which a part is missing is dropped`() throws {
        let first = Part.segment(0xE2, .text("ICC_PROFILE\0") + [1, 2] + ProfileSample.screen)

        #expect(try cleaned(Part.start + first + image, as: .jpeg) == Part.start + image)
    }

    @Test(arguments: [
        [], JPEGSample.end, JPEGSample.scanHead + JPEGSample.scanData + JPEGSample.end, JPEGSample.start,
        JPEGSample.tables + JPEGSample.frame + JPEGSample.end, [0xFF, 0xDB, 0, 1],
    ])
    func `a file without a frame and a scan is damaged`(_ rest: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(Part.start + rest, as: .jpeg) }
    }
}
