import FileCleaning
import Testing

struct WebPTests {
    private typealias Part = WebPSample

    @Test func `what is removed becomes filler, so that every length stays true`() throws {
        let filler = Part.chunk("JUNK", .zeros(11))
        let file = Part.file([Part.features(0x10), Part.alpha, Part.picture, Part.unknown])

        #expect(try cleaned(file, as: .webp) == Part.file([Part.features(0x10), Part.alpha, Part.picture, filler]))
    }

    @Test func `the flag for XMP goes with it`() throws {
        let copy = try cleaned(Part.file([Part.features(0x14), Part.picture, Part.xmp]), as: .webp)

        #expect(copy == Part.file([Part.features(0x10), Part.picture, Part.chunk("JUNK", .zeros(Part.xmp.count - 8))]))
    }

    @Test func `of Exif the orientation is left, in as many bytes`() throws {
        let copy = try cleaned(Part.file([Part.features(0x08), Part.picture, Part.exif]), as: .webp)

        let tiff = Array(JPEGSample.minimalExif(orientation: 8).dropFirst(10))
        let exif = Part.chunk("EXIF", tiff + .zeros(Part.exif.count - 8 - tiff.count))
        #expect(copy == Part.file([Part.features(0x08), Part.picture, exif]))
    }

    @Test func `a profile keeps its length and colours`() throws {
        let copy = try cleaned(Part.file([Part.features(0x20), Part.profile, Part.picture]), as: .webp)

        #expect(copy.count == Part.file([Part.features(0x20), Part.profile, Part.picture]).count)
        #expect(copy.starts(with: Part.file([Part.features(0x20), Part.profile, Part.picture]).prefix(38)))
        #expect(copy.contains(ProfileSample.red))
    }

    @Test func `a profile that cannot be read goes with its flag`() throws {
        let broken = Part.chunk("ICCP", .text(Sample.maker))
        let copy = try cleaned(Part.file([Part.features(0x20), broken, Part.picture]), as: .webp)

        #expect(copy == Part.file([Part.features(0), Part.chunk("JUNK", .zeros(11)), Part.picture]))
    }

    @Test func `a moving image keeps its frames and loses what else is in them`() throws {
        let copy = try cleaned(Part.moving, as: .webp)

        let filler = Part.chunk("JUNK", .zeros(11))
        let frames = [Part.frame([Part.alpha, Part.picture, filler]), Part.frame([Part.picture])]
        let xmp = Part.chunk("JUNK", .zeros(Part.xmp.count - 8))
        #expect(copy == Part.file([Part.features(0x02), Part.chunk("ANIM", .zeros(6))] + frames + [xmp]))
    }

    @Test func `what follows the length that the file gives is dropped`() throws {
        let file = Part.file([Part.picture])

        #expect(try cleaned(file + Part.exif, as: .webp) == file)
    }

    @Test(arguments: [
        WebPSample.file([]), WebPSample.file([WebPSample.features(0)]),
        WebPSample.file([WebPSample.chunk("VP8X", .zeros(9)), WebPSample.picture]),
        WebPSample.file([WebPSample.features(0), WebPSample.features(0), WebPSample.picture]),
        WebPSample.file([WebPSample.chunk("ANMF", .zeros(8)), WebPSample.picture]),
        WebPSample.file([WebPSample.frame([WebPSample.frame([WebPSample.picture])])]),
        WebPSample.file([.text("VP8 ") + [255, 255, 255, 255]]),
    ])
    func `a file that breaks its own lengths is damaged`(_ file: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(file, as: .webp) }
    }
}
