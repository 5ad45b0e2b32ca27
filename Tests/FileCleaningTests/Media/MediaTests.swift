import FileCleaning
import Testing

struct MediaTests {
    private typealias Part = MediaSample

    @Test(arguments: [MediaSample.indexLast, MediaSample.indexFirst, MediaSample.longBoxes])
    func `no byte of picture or sound moves or changes`(_ film: [UInt8]) throws {
        let copy = try cleaned(film, as: .mp4)

        #expect(copy.count == film.count)
        #expect(copy.place(of: "PICTURE.") == film.place(of: "PICTURE."))
        #expect(copy.place(of: "SOUND...") == film.place(of: "SOUND..."))
    }

    @Test(arguments: [MediaSample.indexLast, MediaSample.indexFirst, MediaSample.longBoxes])
    func `telemetry is blanked where it lies, even where its index comes later`(_ film: [UInt8]) throws {
        let copy = try cleaned(film, as: .mp4)

        #expect(film.contains("+52"))
        #expect(copy.contains(.text("PICTURE.") + .zeros(14) + .text("SOUND...") + .zeros(14)))
        #expect(!copy.contains("+52") && !copy.contains("+53"))
    }

    @Test func `a box that tells of the maker becomes free space of the same length`() throws {
        let boxes = [
            Part.keys, Part.own, Part.space, Part.box("skip", .text(Sample.maker)), Part.box("emsg", .text(Sample.maker)),
            Part.place,
        ]

        for box in boxes {
            let copy = try cleaned(box + Part.indexLast + box, as: .mp4)

            #expect(copy.starts(with: Part.freed(box)))
            #expect(copy.suffix(box.count) == Part.freed(box)[...])
        }
    }

    @Test func `the index keeps what is needed to play and nothing else`() throws {
        let start = 500
        let film = Part.index(mediaAt: start) + Part.box("mdat", .zeros(100))
        let copy = try cleaned(film, as: .mp4)

        let kept = [
            Part.track(
                1, "vide", chunks: [start],
                description: Part.picture(
                    vendor: "", encoder: "", Part.codec, Self.cleanProfile, Part.freed(Part.box("udta", .text(Sample.maker)))),
                extra: Part.freed(Part.place) + Part.freed(Part.box("tref", Part.box("cdsc", .big(3, 4))))
                    + Part.freed(Part.box("meta", .text(Sample.maker))),
                instant: 0, language: 0x55C4, handlerName: Self.noName),
            Part.track(
                2, "soun", chunks: [start + 22], description: Part.sound, instant: 0, language: 0x55C4, handlerName: Self.noName),
            Part.freed(Part.track(3, "meta", chunks: [start + 8, start + 30], description: Part.telemetry)),
        ]
        let head =
            Part.movieHead(0) + Part.freed(Part.place) + Part.freed(Part.keys) + Part.freed(Part.own) + Part.freed(Part.space)
        let index = Part.box("moov", head, kept.flatMap { $0 })
        #expect(copy.prefix(index.count).elementsEqual(Self.withoutPath(index)))
    }

    @Test func `the times and the language of a track are those of no one, in long boxes too`() throws {
        let copy = try cleaned(Part.longBoxes, as: .mp4)

        #expect(Part.longBoxes.contains(.big(Part.instant, 8)))
        #expect(!copy.contains(.big(Part.instant, 4)))
        #expect(Part.longBoxes.contains([0x3A, 0x6C]))
        #expect(!copy.contains([0x3A, 0x6C]))
    }

    @Test func `fewer than eight bytes at the end of a box are blanked, as QuickTime leaves them`() throws {
        let track = Part.track(1, "vide", chunks: [], description: Part.picture(Part.codec))
        let film = Part.box("moov", track, .text("Noor")) + Part.box("mdat", [1])
        let copy = try cleaned(film, as: .quickTime)

        #expect(!copy.contains("Noor"))
        #expect(copy.count == film.count)
    }

    @Test func `a second box where one is allowed is not kept`() throws {
        let track = Part.track(1, "vide", chunks: [], description: Part.picture(Part.codec))
        let second = Part.movieHead()
        let copy = try cleaned(Part.box("moov", Part.movieHead(), second, track) + Part.box("mdat", [1]), as: .mp4)

        #expect(copy.contains(Part.freed(second)))
    }

    @Test(arguments: [
        MediaSample.fileType, MediaSample.box("mdat", [1]),
        MediaSample.box("moov", MediaSample.movieHead()) + MediaSample.box("mdat", [1]),
        MediaSample.box("moov", MediaSample.track(1, "meta", chunks: [], description: MediaSample.telemetry))
            + MediaSample.box("mdat", [1]),
        MediaSample.index(mediaAt: 0),
        MediaSample.index(mediaAt: 0) + MediaSample.index(mediaAt: 0) + MediaSample.box("mdat", [1]),
        MediaSample.box("moov", [0, 0, 0, 4] + .text("trak")) + MediaSample.box("mdat", [1]),
        MediaSample.box("moov", [0, 0, 1, 0] + .text("trak")) + MediaSample.box("mdat", [1]),
        MediaSample.box("moov", [0, 0, 0, 1] + .text("trak") + [255, 255, 255, 255, 255, 255, 255, 255])
            + MediaSample.box("mdat", [1]),
        MediaSample.indexFirst + [0, 0, 0, 7] + .text("free"), MediaSample.indexFirst + .text("Noor"),
        .big(5000, 4) + .text("ftyp") + .zeros(4992) + MediaSample.indexLast,
    ])
    func `a film without an index, without media, or with boxes that do not fit, is damaged`(_ film: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(film, as: .mp4) }
    }

    @Test func `a film that is cut off within its media data is damaged`() {
        for length in (MediaSample.indexFirst.count - 50)..<MediaSample.indexFirst.count {
            #expect(throws: CleaningRefusal.damaged) { try cleaned(Array(MediaSample.indexFirst[..<length]), as: .mp4) }
        }
    }

    @Test func `a box of very many boxes is damaged`() {
        let film = Part.box("moov", [[UInt8]](repeating: Part.box("free"), count: 10_001).flatMap { $0 }) + Part.box("mdat", [1])

        #expect(throws: CleaningRefusal.damaged) { try cleaned(film, as: .mp4) }
    }

    @Test func `an index that is too long to be held is refused before it is read`() {
        let limit = CleaningLimits.movieIndex
        let film = [UInt8].big(limit + 1, 4) + .text("moov")

        #expect(throws: CleaningRefusal.tooLargeToClean(limit: limit)) { try cleaned(film, as: .mp4) }
    }

    private static let noName = String(repeating: "\0", count: Sample.maker.utf8.count)

    private static let cleanProfile: [UInt8] = {
        let copy = try? cleaned(WebPSample.file([WebPSample.features(0x20), WebPSample.profile, WebPSample.picture]), as: .webp)
        return Part.box("colr", .text("prof"), Array((copy ?? [])[38...].prefix(ProfileSample.screen.count)))
    }()

    /// The path to the media, blanked.
    private static func withoutPath(_ index: [UInt8]) -> [UInt8] {
        var index = index
        while let place = index.place(of: Sample.maker) {
            index.replaceSubrange(place..<(place + Sample.maker.utf8.count), with: [UInt8].zeros(Sample.maker.utf8.count))
        }
        return index
    }
}

extension [UInt8] {
    func place(of text: String) -> Int? { indices.first { self[$0...].starts(with: text.utf8) } }
}
