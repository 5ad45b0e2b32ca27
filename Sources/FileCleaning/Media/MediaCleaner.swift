/// Cleans a film or recording in ISO base media (mp4, mov, m4a, 3gp) in place: what is removed becomes free space of the same
/// length, because the index of a film points to places in the file.
struct MediaCleaner: FormatCleaner {
    private enum Place {
        case box
        case stretch(Stretch)
        case whole(FourCC, length: Int)
        /// Media data up to an offset in the file.
        case media(end: Int)
    }

    private var unplayed: UnplayedMedia
    private var place = Place.box
    private var droppedTracks: Set<Int>?
    private var hasMedia = false
    private var mayEnd = true

    init(blanking unplayed: UnplayedMedia) { self.unplayed = unplayed }

    var isComplete: Bool { droppedTracks != nil && hasMedia && mayEnd }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        switch place {
        case .box:
            return try readHead(&input, into: &output)
        case .stretch(var stretch):
            stretch.pass(&input, into: &output)
            place = .stretch(stretch)
            guard stretch.isPassed else { return false }
        case .whole(let type, let length):
            guard input.count >= length else { return false }
            try cleanIndex(type, &input, length: length, into: &output)
        case .media(let end):
            let start = input.offset
            let media = input.take(Swift.min(end - start, input.count))
            output += media
            unplayed.blank(media.count, at: start, atEndOf: &output)
            guard input.offset == end else { return false }
        }
        place = .box
        return true
    }

    private mutating func readHead(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        mayEnd = input.isEmpty
        guard let head = try MediaBoxHead(input) else { return false }
        mayEnd = head.bodyLength == nil
        switch head.type {
        case "moov", "moof":
            let limit = head.type == "moov" ? CleaningLimits.movieIndex : CleaningLimits.part
            guard (head.length ?? input.count) <= limit else { throw .tooLargeToClean(limit: limit) }
            guard let length = head.length ?? (input.isEnded ? input.count : nil) else { return false }
            place = .whole(head.type, length: length)
        case "mdat":
            hasMedia = true
            output += input.take(head.headLength)
            let end = head.bodyLength.map { input.offset + $0 } ?? .max
            unplayed.enter(input.offset..<end)
            place = .media(end: end)
        default:
            if let longest = MediaRules.keptAtTop[head.type] {
                guard let length = head.length, length <= longest else { throw .damaged }
                place = .stretch(Stretch(.keep, length))
            } else {
                let start = input.take(head.headLength)
                output += start.prefix(4) + FourCC("free").bytes + start.dropFirst(8)
                place = .stretch(Stretch(.blank, head.bodyLength ?? .max))
            }
        }
        return true
    }

    private mutating func cleanIndex(
        _ type: FourCC, _ input: inout Intake, length: Int, into output: inout [UInt8]
    ) throws(CleaningRefusal) {
        let start = input.offset
        let original = input.take(length)
        mayEnd = true
        if type == "moov" {
            let index = try MovieIndex(cleaning: original)
            guard droppedTracks == nil, index.unplayed.isSameSurvey(as: unplayed) else { throw .damaged }
            droppedTracks = index.droppedTracks
            output += index.box.bytes
        } else {
            guard let droppedTracks, unplayed.isFragmented else { throw .damaged }
            let index = try FragmentIndex(cleaning: original, at: start, without: droppedTracks)
            unplayed.replaceFragment(index.unplayed)
            output += index.box.bytes
        }
    }
}
