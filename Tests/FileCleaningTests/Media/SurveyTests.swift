import FileCleaning
import Testing

struct SurveyTests {
    @Test func `only a film is looked at beforehand`() {
        for kind in StreamedKind.allCases {
            let isMedia = [.mp4, .quickTime, .m4a, .threeGP].contains(kind)

            #expect((FileSurvey(of: kind).wanted != nil) == isMedia)
        }
    }

    @Test func `the survey skips the media data to the index`() throws {
        let film = MediaSample.fileType + MediaSample.box("mdat", .zeros(100_000)) + MediaSample.index(mediaAt: 500)
        var survey = FileSurvey(of: .mp4)

        var read = 0
        while let offset = survey.wanted, offset < film.count {
            try survey.take(film[offset...].prefix(512), at: offset)
            read += 512
        }

        #expect(try survey.finish().kind == .mp4)
        #expect(read <= 3 * 1024)
    }

    @Test func `the survey stops at an index that comes first`() throws {
        var survey = FileSurvey(of: .mp4)
        try survey.take(MediaSample.indexFirst[..<(MediaSample.indexFirst.count - 40)], at: 0)

        #expect(survey.wanted == nil)
    }

    @Test func `pieces that lie before what is wanted are ignored`() throws {
        let film = MediaSample.indexLast
        var whole = FileSurvey(of: .mp4)
        try whole.take(film[...], at: 0)
        var pieces = FileSurvey(of: .mp4)
        for start in film.indices { try pieces.take(film[start...].prefix(1), at: start) }

        #expect(try pieces.finish() == whole.finish())
    }

    @Test func `a film other than the surveyed one is damaged`() throws {
        var survey = FileSurvey(of: .mp4)
        try survey.take(MediaSample.indexFirst[...], at: 0)
        var stream = CleanedStream(try survey.finish())

        #expect(throws: CleaningRefusal.damaged) { try stream.take(MediaSample.indexLast) }
    }
}
