/// Keeps of a GIF (GIF89a) its images and how they follow each other: control extensions and the loop count.
struct GIFCleaner: FormatCleaner {
    private enum Place {
        case header, block, afterTrailer
        case data(isKept: Bool)
    }

    private static let loopNames = ["NETSCAPE2.0", "ANIMEXTS1.0"]

    private var place = Place.header
    private var hasImage = false
    /// The control extension that belongs to the next image.
    private var control: [UInt8] = []

    var isComplete: Bool { if case .afterTrailer = place { true } else { false } }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        switch place {
        case .header:
            guard input.count >= 13 else { return false }
            guard input.spells("GIF87a", at: 0) || input.spells("GIF89a", at: 0) else { throw .damaged }
            let length = 13 + Self.colourTableLength(input[10])
            guard input.count >= length else { return false }
            output += input.take(length)
            place = .block
            return true
        case .block:
            guard let introducer = input.first else { return false }
            return try readBlock(introducer, &input, into: &output)
        case .data(let isKept):
            guard let length = input.first, input.count >= 1 + Int(length) else { return false }
            let block = input.take(1 + Int(length))
            if isKept { output += block }
            if length == 0 { place = .block }
            return true
        case .afterTrailer:
            input.dropAll()
            return false
        }
    }

    private mutating func readBlock(
        _ introducer: UInt8, _ input: inout Intake, into output: inout [UInt8]
    ) throws(CleaningRefusal) -> Bool {
        switch introducer {
        case 0x00:
            input.drop(1)
            return true
        case 0x21:
            return try readExtension(&input, into: &output)
        case 0x2C:
            guard input.count >= 10 else { return false }
            let length = 11 + Self.colourTableLength(input[9])
            guard input.count >= length else { return false }
            output += control + input.take(length)
            control = []
            hasImage = true
            place = .data(isKept: true)
            return true
        case 0x3B:
            guard hasImage else { throw .damaged }
            output += input.take(1)
            place = .afterTrailer
            return true
        default:
            throw .damaged
        }
    }

    private mutating func readExtension(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        guard input.count >= 3 else { return false }
        switch input[1] {
        case 0xF9:
            guard input.count >= 8 else { return false }
            guard input[2] == 4, input[7] == 0 else { throw .damaged }
            control = Array(input.take(8))
            return true
        case 0xFF where input[2] == 11:
            return readApplication(&input, into: &output)
        case 0x01:
            control = []
        default:
            break
        }
        input.drop(2)
        place = .data(isKept: false)
        return true
    }

    /// Keeps the loop count, which is the first block of its extension; the blocks after it are dropped as those of every other
    /// one.
    private mutating func readApplication(_ input: inout Intake, into output: inout [UInt8]) -> Bool {
        guard input.count >= 15 else { return false }
        if input[14] == 3, Self.loopNames.contains(where: { input.spells($0, at: 3) }) {
            guard input.count >= 18 else { return false }
            if input[15] == 1 {
                output += input.take(18) + [0]
                place = .data(isKept: false)
                return true
            }
        }
        input.drop(14)
        place = .data(isKept: false)
        return true
    }

    private static func colourTableLength(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
}
