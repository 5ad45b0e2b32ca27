/// The parts of media data that no kept track plays: telemetry of tracks that are removed, which is readable without its track,
/// and what a camera put between the samples. They are blanked as they pass.
struct UnplayedMedia: Equatable, Sendable {
    /// What the index of the film tells of the whole file, ascending.
    let surveyed: [Range<Int>]
    /// True where the film goes on in fragments, each with an index of its own.
    let isFragmented: Bool
    private var ofFragment: [Range<Int>] = []
    /// What is still ahead in the media data that passes now.
    private var ahead: ArraySlice<Range<Int>> = []

    init(_ surveyed: [Range<Int>] = [], isFragmented: Bool = false) {
        self.surveyed = surveyed
        self.isFragmented = isFragmented
    }

    func isSameSurvey(as other: UnplayedMedia) -> Bool { surveyed == other.surveyed && isFragmented == other.isFragmented }

    mutating func replaceFragment(_ ranges: [Range<Int>]) { ofFragment = ranges }

    /// Turns to the media data in this part of the file. In fragments a range reaches no further than the media data it begins
    /// in.
    mutating func enter(_ media: Range<Int>) {
        ahead =
            (surveyed + ofFragment).filter { isFragmented ? media.contains($0.lowerBound) : media.overlaps($0) }
            .map { $0.clamped(to: media) }.sorted { $0.lowerBound < $1.lowerBound }[...]
    }

    /// Blanks what is not played of the last `count` bytes of `output`, which came from `offset` in the file.
    mutating func blank(_ count: Int, at offset: Int, atEndOf output: inout [UInt8]) {
        let passing = offset..<(offset + count)
        let shift = output.count - passing.upperBound
        while let range = ahead.first, range.lowerBound < passing.upperBound {
            let part = range.clamped(to: passing)
            output.blank((part.lowerBound + shift)..<(part.upperBound + shift))
            guard range.upperBound <= passing.upperBound else { return }
            ahead = ahead.dropFirst()
        }
    }

    /// The ranges that none of these covers.
    static func gaps(between played: [Range<Int>]) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var end = 0
        for range in played.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
            if range.lowerBound > end { gaps.append(end..<range.lowerBound) }
            end = range.upperBound
        }
        if end < .max { gaps.append(end..<Int.max) }
        return gaps
    }

    /// The ranges from each start of a removed track's samples to the next start of a kept one's, or to the end.
    static func ranges(removed: [Int], kept: [Int]) -> [Range<Int>] {
        let starts = kept.map { ($0, true) } + removed.map { ($0, false) }
        var ranges: [Range<Int>] = []
        var open: Int?
        for (offset, isKept) in starts.sorted(by: { $0.0 == $1.0 ? !$0.1 && $1.1 : $0.0 < $1.0 }) {
            if let start = open, isKept {
                if start < offset { ranges.append(start..<offset) }
                open = nil
            } else if !isKept {
                open = open ?? offset
            }
        }
        if let open, open < .max { ranges.append(open..<Int.max) }
        return ranges
    }
}
