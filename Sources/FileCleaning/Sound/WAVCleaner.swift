/// Keeps of a WAV its format, its number of samples and its sound. Every other chunk becomes filler of the same length.
struct WAVCleaner: FormatCleaner {
    private enum Place {
        case header, chunk, afterEnd
        case data(Stretch, isPadded: Bool)
        case padding
        case soundToTheEnd
    }

    /// The length that a recorder writes when it does not know how much will follow.
    private static let unknownLength = Int(UInt32.max)
    private static let longestFormat = 1024

    private var place = Place.header
    private var end = 0
    private var hasFormat = false
    private var hasSound = false

    var isComplete: Bool {
        switch place {
        case .afterEnd, .soundToTheEnd: true
        default: false
        }
    }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        switch place {
        case .header:
            guard input.count >= 12 else { return false }
            guard input.spells("RIFF", at: 0), input.spells("WAVE", at: 8) else { throw .damaged }
            let length = input.little32(at: 4)
            end = length == 0 || length == Self.unknownLength ? .max : 8 + length
            output += input.take(12)
            place = .chunk
            return true
        case .chunk:
            return try readChunk(&input, into: &output)
        case .data(var stretch, let isPadded):
            stretch.pass(&input, into: &output)
            place = stretch.isPassed ? (isPadded ? .padding : .chunk) : .data(stretch, isPadded: isPadded)
            return stretch.isPassed
        case .padding:
            guard input.isEnded || !input.isEmpty else { return false }
            input.drop(Swift.min(1, input.count))
            output.append(0)
            place = .chunk
            return true
        case .soundToTheEnd:
            output += input.take(input.count)
            return false
        case .afterEnd:
            input.dropAll()
            return false
        }
    }

    private mutating func readChunk(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        if hasSound, input.offset >= end || input.isEnded && input.isEmpty {
            place = .afterEnd
            return true
        }
        guard let chunk = RIFFChunk(input) else { return false }
        input.drop(RIFFChunk.headLength)
        switch chunk.name {
        case "fmt ":
            guard (14...Self.longestFormat).contains(chunk.length), !hasFormat else { throw .damaged }
            hasFormat = true
            keep(chunk, into: &output)
        case "fact" where chunk.length == 4:
            keep(chunk, into: &output)
        case "data":
            guard hasFormat, !hasSound else { throw .damaged }
            hasSound = true
            keep(chunk, into: &output)
            if chunk.length == Self.unknownLength { place = .soundToTheEnd }
        default:
            output += chunk.asFiller.head
            place = .data(Stretch(.blank, chunk.length), isPadded: chunk.paddedLength > chunk.length)
        }
        return true
    }

    private mutating func keep(_ chunk: RIFFChunk, into output: inout [UInt8]) {
        output += chunk.head
        place = .data(Stretch(.keep, chunk.length), isPadded: chunk.paddedLength > chunk.length)
    }
}
