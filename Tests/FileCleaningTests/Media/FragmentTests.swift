import FileCleaning
import Testing

struct FragmentTests {
    private typealias Part = MediaSample

    private func film(_ fragment: [UInt8], _ media: [UInt8] = .text("PICTURE.") + .text("+52\(Sample.maker)")) -> [UInt8] {
        Part.fileType + Part.fragmentedIndex + fragment + Part.box("mdat", media)
    }

    @Test func `each fragment keeps its picture and loses its telemetry`() throws {
        let copy = try cleaned(Part.fragments, as: .mp4)

        let media = Part.box("mdat", .text("PICTURE.") + .zeros(14))
        #expect(copy.count == Part.fragments.count)
        #expect(copy.indices.filter { copy[$0...].starts(with: media) }.count == 2)
        #expect(!copy.contains("+52"))
    }

    @Test func `the run of a removed track becomes free space`() throws {
        let run = Part.run(3, distance: 0)
        let copy = try cleaned(film(Part.fragment { _ in [Part.run(1, distance: 8), run] }), as: .mp4)

        #expect(copy.contains(Part.freed(run)))
        #expect(!copy.contains(run))
    }

    @Test func `a run may count from a place in the file`() throws {
        let length = film([]).count - 30
        let fragment = Part.fragment { mediaAt in
            [Part.run(1, distance: nil, base: length + mediaAt), Part.run(3, distance: nil, base: length + mediaAt + 8)]
        }
        let copy = try cleaned(film(fragment), as: .mp4)

        #expect(copy.suffix(22) == ([UInt8].text("PICTURE.") + .zeros(14))[...])
    }

    @Test func `a run of pictures without a base of its own is kept where nothing is removed`() throws {
        let fragment = Part.fragment { [Part.run(1, distance: $0, flags: 0), Part.run(1, distance: $0, flags: 0)] }

        #expect(try cleaned(film(fragment, .text("PICTURE.")), as: .mp4).contains("PICTURE."))
    }

    @Test(arguments: [
        MediaSample.fragment { [MediaSample.run(1, distance: $0, flags: 0), MediaSample.run(3, distance: $0, flags: 0)] },
        MediaSample.fragment { _ in [MediaSample.box("traf", MediaSample.full("trun", .zeros(4)))] },
        MediaSample.fragment { _ in [MediaSample.run(3, distance: nil, base: -1)] },
        MediaSample.fragment { _ in [MediaSample.run(3, distance: nil, base: .max)] },
    ])
    func `a fragment of which the telemetry cannot be found is damaged`(_ fragment: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(film(fragment), as: .mp4) }
    }

    @Test func `what a removed track played before the fragments is blanked to the end of that media data alone`() throws {
        func index(mediaAt start: Int) -> [UInt8] {
            Part.box(
                "moov", Part.movieHead(), Part.track(1, "vide", chunks: [start], description: Part.picture(Part.codec)),
                Part.track(3, "meta", chunks: [start + 8], description: Part.telemetry),
                Part.box("mvex", Part.full("trex", .zeros(20))))
        }
        let first = Part.box("mdat", .text("PICTURE.") + .text("+52"))
        let fragment = Part.fragment { [Part.run(1, distance: $0)] }
        let last = Part.box("mdat", .text("PICTURE."))
        let copy = try cleaned(index(mediaAt: index(mediaAt: 0).count + 8) + first + fragment + last, as: .mp4)

        #expect(copy.contains(Part.box("mdat", .text("PICTURE.") + .zeros(3))))
        #expect(copy.suffix(16) == last[...])
    }

    @Test func `a fragment in a film whose index announces none is damaged`() {
        let film = Part.index(mediaAt: 0) + Part.fragment { _ in [] } + Part.box("mdat", [1])

        #expect(throws: CleaningRefusal.damaged) { try cleaned(film, as: .mp4) }
    }

    @Test func `a fragment before the index is damaged`() {
        let film = Part.fragment { _ in [] } + Part.fragmentedIndex + Part.box("mdat", [1])

        #expect(throws: CleaningRefusal.damaged) { try cleaned(film, as: .mp4) }
    }

    @Test func `the index of a fragment that is too long is refused`() {
        let film = Part.fileType + Part.fragmentedIndex + .big(CleaningLimits.part + 1, 4) + .text("moof")

        #expect(throws: CleaningRefusal.tooLargeToClean(limit: CleaningLimits.part)) { try cleaned(film, as: .mp4) }
    }
}
