import FileCleaning
import Testing

struct StreamTests {
    @Test(arguments: Sample.all)
    func `the maker's name is in the sample and not in its cleaned copy`(_ sample: Sample) throws {
        let copy = try cleaned(sample.bytes, as: sample.kind)

        #expect(sample.bytes.contains(Sample.maker))
        #expect(!copy.contains(Sample.maker))
        #expect(!copy.isEmpty)
    }

    @Test(arguments: Sample.all)
    func `a copy is the same wherever the file is cut in two`(_ sample: Sample) throws {
        let whole = try cleaned(sample.bytes, as: sample.kind)

        for place in sample.bytes.indices {
            let copy = try cleaned(sample.bytes, as: sample.kind, cutAt: [place])
            if copy != whole { Issue.record("another copy when cut at \(place)") }
        }
    }

    @Test(arguments: Sample.all, [1, 2, 3, 5, 7, 11, 64])
    func `a copy is the same in pieces of any size`(_ sample: Sample, piece: Int) throws {
        let whole = try cleaned(sample.bytes, as: sample.kind)

        #expect(try cleaned(sample.bytes, as: sample.kind, piece: piece) == whole)
    }

    @Test(arguments: Sample.all)
    func `a copy that is cleaned again stays as it is`(_ sample: Sample) throws {
        let copy = try cleaned(sample.bytes, as: sample.kind)

        #expect(try cleaned(copy, as: sample.kind) == copy)
    }

    @Test(arguments: Sample.marked)
    func `a file that is cut off before its end is damaged`(_ sample: Sample) throws {
        let copy = try cleaned(sample.bytes, as: sample.kind)

        for length in copy.indices {
            #expect(throws: CleaningRefusal.damaged) { try cleaned(Array(copy[..<length]), as: sample.kind) }
        }
    }

    @Test(arguments: Sample.all)
    func `a file of one kind is damaged as another`(_ sample: Sample) {
        for kind in StreamedKind.allCases where kind != sample.kind && ![.text, .csv].contains(kind) {
            let isMedia: Set<StreamedKind> = [.mp4, .quickTime, .m4a, .threeGP]
            if isMedia.contains(kind), isMedia.contains(sample.kind) { continue }

            #expect(throws: CleaningRefusal.damaged) { try cleaned(sample.bytes, as: kind) }
        }
    }

    @Test func `a refusal is final`() throws {
        var stream = CleanedStream(try FileSurvey.none(.png))
        var wrong = PNGSample.shown[0]
        wrong[wrong.count - 1] ^= 1
        _ = try stream.take(PNGSample.signature + PNGSample.header)

        #expect(throws: CleaningRefusal.damaged) { try stream.take(wrong) }
        #expect(throws: CleaningRefusal.damaged) { try stream.take(PNGSample.data + PNGSample.end) }
        #expect(throws: CleaningRefusal.damaged) { try stream.finish() }
    }

    @Test func `an empty file is damaged`() {
        for kind in StreamedKind.allCases where kind != .text && kind != .csv {
            #expect(throws: CleaningRefusal.damaged) { try cleaned([], as: kind) }
        }
    }

    @Test func `a long file passes with little in memory`() throws {
        let pixels = [UInt8](repeating: 7, count: 4 << 20)
        let photo = JPEGSample.start + JPEGSample.tables + JPEGSample.frame + JPEGSample.scanHead + pixels + JPEGSample.end
        var stream = CleanedStream(try FileSurvey.none(.jpeg))

        var length = 0
        for start in stride(from: 0, to: photo.count, by: 100_000) {
            length += try stream.take(photo[start...].prefix(100_000)).count
            #expect(stream.buffered < 200_000)
        }
        length += try stream.finish().count

        #expect(length == photo.count)
    }
}

extension FileSurvey {
    /// A file of a kind of which nothing has to be known.
    static func none(_ kind: StreamedKind) throws -> SurveyedFile {
        var survey = FileSurvey(of: kind)
        #expect(survey.wanted == nil)
        return try survey.finish()
    }
}
