/// Keeps of a PNG (W3C PNG, third edition) the chunks that decide what is seen, with APNG's. Everything after `IEND` is dropped:
/// some screenshot tools left the uncropped image there.
struct PNGCleaner: FormatCleaner {
    private enum Place {
        case signature, header, afterEnd
        case data(Stretch, Checksum)
        case checksum(Checksum)
        case dropped(Stretch)
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// The chunks that are kept beside image data, with the lengths that the specification allows.
    private static let kept: [FourCC: ClosedRange<Int>] = [
        "IHDR": 13...13, "PLTE": 3...768, "IEND": 0...0, "tRNS": 1...256, "gAMA": 4...4, "cHRM": 32...32, "sRGB": 1...1,
        "cICP": 4...4, "sBIT": 1...4, "bKGD": 1...6, "pHYs": 9...9, "acTL": 8...8, "fcTL": 26...26,
    ]
    /// The chunks of which something is kept. One that is longer is dropped.
    private static let rewritten: Set<FourCC> = ["iCCP", "eXIf"]

    private var place = Place.signature
    private var hasHeader = false
    private var hasData = false

    var isComplete: Bool { if case .afterEnd = place { true } else { false } }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        switch place {
        case .signature:
            guard input.count >= 8 else { return false }
            guard input.front(8).elementsEqual(Self.signature) else { throw .damaged }
            output += input.take(8)
            place = .header
            return true
        case .header:
            return try readChunk(&input, into: &output)
        case .data(var stretch, var checksum):
            let next = input.front(Swift.min(stretch.left, input.count))
            checksum.add(next)
            stretch.pass(&input, into: &output)
            place = stretch.isPassed ? .checksum(checksum) : .data(stretch, checksum)
            return stretch.isPassed
        case .checksum(let checksum):
            guard input.count >= 4 else { return false }
            guard input.big32(at: 0) == Int(checksum.value) else { throw .damaged }
            output += input.take(4)
            place = .header
            return true
        case .dropped(var stretch):
            stretch.pass(&input, into: &output)
            place = stretch.isPassed ? .header : .dropped(stretch)
            return stretch.isPassed
        case .afterEnd:
            input.dropAll()
            return false
        }
    }

    private mutating func readChunk(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        guard input.count >= 8 else { return false }
        let length = input.big32(at: 0)
        let type = FourCC(input.big32(at: 4))
        guard length <= Int(Int32.max), type.isAsciiLetters, hasHeader != (type == "IHDR") else { throw .damaged }
        if type == "IDAT" || type == "fdAT" {
            hasData = hasData || type == "IDAT"
            var checksum = Checksum()
            checksum.add(input.front(8).dropFirst(4))
            output += input.take(8)
            place = .data(Stretch(.keep, length), checksum)
            return true
        }
        if Self.rewritten.contains(type), length <= CleaningLimits.part {
            guard input.count >= 12 + length else { return false }
            output += rewritten(type, Array(input.take(12 + length).dropFirst(8).dropLast(4)))
            return true
        }
        guard let lengths = Self.kept[type] else {
            place = .dropped(Stretch(.drop, 12 + length))
            return true
        }
        guard lengths.contains(length) else { throw .damaged }
        guard input.count >= 12 + length else { return false }
        try keep(type, input.take(12 + length), into: &output)
        return true
    }

    private mutating func keep(_ type: FourCC, _ chunk: ArraySlice<UInt8>, into output: inout [UInt8]) throws(CleaningRefusal) {
        guard chunk.big32(at: chunk.endIndex - 4) == Int(Checksum(of: chunk.dropFirst(4).dropLast(4)).value) else {
            throw .damaged
        }
        hasHeader = true
        if type == "IEND" {
            guard hasData else { throw .damaged }
            place = .afterEnd
        }
        output += chunk
    }

    private func rewritten(_ type: FourCC, _ content: [UInt8]) -> [UInt8] {
        let kept = type == "iCCP" ? PNGProfile.cleaned(content) : ExifOrientation(exif: content)?.tiff
        guard let kept else { return [] }
        let typed = type.bytes + kept
        return .big32(kept.count) + typed + .big32(Int(Checksum(of: typed[...]).value))
    }
}
