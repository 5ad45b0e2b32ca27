/// A file of which is known what has to be known before its first byte is cleaned. There is no other way to obtain one than a
/// survey.
package struct SurveyedFile: Equatable, Sendable {
    package let kind: StreamedKind
    let unplayed: UnplayedMedia

    fileprivate init(kind: StreamedKind, unplayed: UnplayedMedia) {
        self.kind = kind
        self.unplayed = unplayed
    }
}

/// A first look at a file. Most kinds need none. The index of a film often comes last, and only it tells which parts of the film
/// are played: the survey reads the index and skips the film.
///
/// Give it bytes for as long as it wants some and the file has some, then finish it:
/// ```swift
/// var survey = FileSurvey(of: kind)
/// while let offset = survey.wanted, offset < length { try survey.take(piece(at: offset), at: offset) }
/// var cleaned = CleanedStream(try survey.finish())
/// ```
package struct FileSurvey: Sendable {
    private let kind: StreamedKind
    private var input = Intake()
    private var unplayed: UnplayedMedia?
    private var next = 0

    package init(of kind: StreamedKind) {
        self.kind = kind
        switch kind {
        case .mp4, .quickTime, .m4a, .threeGP: break
        case .jpeg, .png, .gif, .webp, .mp3, .wav, .text, .csv: unplayed = UnplayedMedia()
        }
    }

    /// The offset in the file of the next byte that matters; nil where the survey knows enough.
    package var wanted: Int? { unplayed == nil ? next : nil }

    /// Takes a piece of the file that lies at `offset`, which is not beyond `wanted`. What lies before `wanted` is ignored, so a
    /// reader without random access may give the whole file.
    package mutating func take(_ piece: ArraySlice<UInt8>, at offset: Int) throws(CleaningRefusal) {
        guard let wanted else { return }
        precondition(offset <= wanted)
        let news = piece.dropFirst(wanted - offset)
        next += news.count
        input.append(news)
        try read()
    }

    /// What the survey found. A film without an index is refused as damaged.
    package mutating func finish() throws(CleaningRefusal) -> SurveyedFile {
        input.end()
        try read()
        guard let unplayed else { throw .damaged }
        return SurveyedFile(kind: kind, unplayed: unplayed)
    }

    private mutating func read() throws(CleaningRefusal) {
        while unplayed == nil, let head = try MediaBoxHead(input) {
            guard head.type == "moov" else {
                guard let length = head.length, length < .max / 2 - next else { throw .damaged }
                let present = Swift.min(length, input.count)
                input.drop(present)
                next += length - present
                continue
            }
            guard (head.length ?? input.count) <= CleaningLimits.movieIndex else {
                throw .tooLargeToClean(limit: CleaningLimits.movieIndex)
            }
            guard let length = head.length ?? (input.isEnded ? input.count : nil), length <= input.count else { return }
            unplayed = try MovieIndex(cleaning: input.take(length)).unplayed
        }
    }
}
