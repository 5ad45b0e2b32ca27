/// Keeps of an MP3 the frames of sound and nothing else, so that every tag falls away: ID3v1 and v2, APE, Lyrics3, whatever comes
/// later.
///
/// A frame is known by what follows it: another frame of the same recording, a tag, or the end.
struct MP3Cleaner: FormatCleaner {
    private static let tagNames = ["ID3", "3DI", "TAG", "APETAGEX", "LYRICSBEGIN", "LYRICS200"]
    /// What has to be seen to tell a tag: the whole of the shortest, ID3v1.
    private static let oldTagLength = 128

    private var family: MP3Frame.Family?
    private var skipped = Stretch(.drop, 0)
    private var isTruncated = false

    var isComplete: Bool { family != nil && skipped.isPassed && !isTruncated }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        guard skipped.isPassed else {
            skipped.pass(&input, into: &output)
            return skipped.isPassed
        }
        guard !input.isEmpty, input.isEnded || input.count >= Self.oldTagLength else { return false }
        if let length = Self.tagLength(input) {
            skipped = Stretch(.drop, length)
            return true
        }
        guard let frame = MP3Frame(input, at: 0), family == nil || family == frame.family else {
            drop(&input)
            return true
        }
        return keep(frame, &input, into: &output)
    }

    private mutating func keep(_ frame: MP3Frame, _ input: inout Intake, into output: inout [UInt8]) -> Bool {
        let following = frame.length + Self.oldTagLength
        guard input.isEnded || input.count >= following else { return false }
        guard input.count >= frame.length else {
            isTruncated = family != nil && !input.spells("TAG", at: input.count - Self.oldTagLength)
            input.dropAll()
            return false
        }
        guard isFollowedWell(frame, input) else {
            drop(&input)
            return true
        }
        family = frame.family
        output += input.take(frame.length)
        return true
    }

    private func isFollowedWell(_ frame: MP3Frame, _ input: Intake) -> Bool {
        if input.isEnded, input.count - frame.length < MP3Frame.headLength { return family != nil }
        if MP3Frame(input, at: frame.length)?.family == frame.family { return true }
        return family != nil && Self.tagNames.contains { input.spells($0, at: frame.length) }
    }

    /// Drops a byte that begins nothing, and those after it up to one that may.
    private func drop(_ input: inout Intake) {
        input.drop(1)
        let next = input.front(input.count).firstIndex { $0 == 0xFF || $0 == 0x49 || $0 == 0x54 || $0 == 0x41 }
        input.drop(next.map { $0 - input.front(0).startIndex } ?? input.count)
    }

    /// The length of the tag at the front; nil where there is none that gives its length.
    private static func tagLength(_ input: Intake) -> Int? {
        if input.spells("ID3", at: 0), input.count >= 10, input.front(10).dropFirst(6).allSatisfy({ $0 < 0x80 }) {
            let size = (6..<10).reduce(0) { $0 << 7 | Int(input[$1]) }
            return 10 + size + (input[5] & 0x10 == 0 ? 0 : 10)
        }
        if input.spells("APETAGEX", at: 0), input.count >= 32 {
            let isHeader = input.little32(at: 20) & 1 << 29 != 0
            return 32 + (isHeader ? input.little32(at: 12) : 0)
        }
        return input.spells("TAG", at: 0) && input.count >= oldTagLength ? oldTagLength : nil
    }
}
