/// The index of a film (`moov`), cleaned, and what it tells of the tracks that were removed from it.
struct MovieIndex: Sendable {
    private(set) var box: MediaBytes
    private(set) var droppedTracks: Set<Int> = []
    private(set) var unplayed = UnplayedMedia()

    init(cleaning original: some Bytes) throws(CleaningRefusal) {
        box = MediaBytes(original)
        guard let head = try MediaBoxHead(original) else { throw .damaged }
        let movie = MediaBox(type: "moov", place: 0..<box.bytes.count, body: head.headLength..<box.bytes.count)
        let isFragmented = try box.box("mvex", in: movie.body) != nil
        var removed: [SampleTable] = []
        var kept: [SampleTable] = []
        for track in try box.boxes(in: movie.body) where track.type == "trak" {
            let kind = try kind(of: track)
            let table = try SampleTable(box, track: track, isSound: kind == "soun")
            if let kind, MediaRules.keptTracks.contains(kind) {
                kept.append(table)
                if let descriptions = try box.box("mdia", "minf", "stbl", "stsd", in: track.body) {
                    try box.cleanDescriptions(descriptions, isSound: kind == "soun")
                }
            } else {
                removed.append(table)
                if let number = try trackNumber(of: track) { droppedTracks.insert(number) }
                box.free(track)
            }
        }
        guard !kept.isEmpty else { throw .damaged }
        guard (removed + kept).reduce(0, { $0 + $1.starts.count }) <= SampleTable.mostChunks else {
            throw .tooLargeToClean(limit: CleaningLimits.movieIndex)
        }
        unplayed = try Self.unplayed(removed: removed, kept: kept, isFragmented: isFragmented)
        try box.clean(movie)
    }

    /// In a whole film everything is blanked that no kept track plays; in one that goes on in fragments, what a removed track
    /// played.
    private static func unplayed(
        removed: [SampleTable], kept: [SampleTable], isFragmented: Bool
    ) throws(CleaningRefusal) -> UnplayedMedia {
        if isFragmented {
            let ranges = UnplayedMedia.ranges(removed: removed.flatMap(\.starts), kept: kept.flatMap(\.starts))
            return UnplayedMedia(ranges, isFragmented: true)
        }
        let all = (removed + kept).flatMap(\.starts).sorted()
        var played: [Range<Int>] = []
        for table in kept { played += try table.played(among: all) }
        return UnplayedMedia(UnplayedMedia.gaps(between: played))
    }

    /// The kind of a track (8.4.3).
    private func kind(of track: MediaBox) throws(CleaningRefusal) -> FourCC? {
        guard let handler = try box.box("mdia", "hdlr", in: track.body), handler.body.count >= 12 else { return nil }
        return FourCC(box.bytes.big32(at: handler.body.lowerBound + 8))
    }

    private func trackNumber(of track: MediaBox) throws(CleaningRefusal) -> Int? {
        guard let head = try box.box("tkhd", in: track.body), head.body.count >= 24 else { return nil }
        let isLong = box.bytes[head.body.lowerBound] == 1
        return box.bytes.big32(at: head.body.lowerBound + (isLong ? 20 : 12))
    }
}
