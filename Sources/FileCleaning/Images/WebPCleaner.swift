/// Keeps of a WebP (RFC 9649) the image data, the animation, the orientation and the cleaned colour profile. Every other chunk
/// becomes filler of the same length.
struct WebPCleaner: FormatCleaner {
    private enum Place {
        case header, chunk, afterEnd
        case data(Stretch)
    }

    private static let profileFlag: UInt8 = 0x20
    /// Alpha, orientation, animation.
    private static let keptFlags: UInt8 = 0x1A

    private var place = Place.header
    private var end = 0
    private var frameEnd: Int?
    private var hasImage = false
    /// The chunk `VP8X`, kept back until it is known whether a colour profile follows it.
    private var features: [UInt8] = []

    var isComplete: Bool { if case .afterEnd = place { true } else { false } }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        switch place {
        case .header:
            guard input.count >= 12 else { return false }
            guard input.spells("RIFF", at: 0), input.spells("WEBP", at: 8) else { throw .damaged }
            end = 8 + input.little32(at: 4)
            output += input.take(12)
            place = .chunk
            return true
        case .chunk:
            return try readChunk(&input, into: &output)
        case .data(var stretch):
            stretch.pass(&input, into: &output)
            place = stretch.isPassed ? .chunk : .data(stretch)
            return stretch.isPassed
        case .afterEnd:
            input.dropAll()
            return false
        }
    }

    private mutating func readChunk(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        if let frameEnd, input.offset >= frameEnd { self.frameEnd = nil }
        guard input.offset < end else {
            guard hasImage else { throw .damaged }
            place = .afterEnd
            return true
        }
        guard let chunk = RIFFChunk(input) else { return false }
        guard input.offset + RIFFChunk.headLength + chunk.paddedLength <= frameEnd ?? end else { throw .damaged }
        switch chunk.name {
        case "VP8X":
            return try readFeatures(chunk, &input)
        case "ICCP" where !features.isEmpty && chunk.length <= CleaningLimits.part:
            return readProfile(chunk, &input, into: &output)
        case "EXIF" where (ExifOrientation.uprightTIFF.count...CleaningLimits.part).contains(chunk.length):
            return readOrientation(chunk, &input, into: &output)
        case "ANMF":
            guard input.count >= 24 else { return false }
            guard frameEnd == nil, chunk.length >= 16 else { throw .damaged }
            frameEnd = input.offset + RIFFChunk.headLength + chunk.paddedLength
            output += takeFeatures(hasProfile: false) + input.take(24)
        case "VP8 ", "VP8L", "ALPH", "ANIM":
            hasImage = hasImage || chunk.name == "VP8 " || chunk.name == "VP8L"
            output += takeFeatures(hasProfile: false)
            place = .data(Stretch(.keep, RIFFChunk.headLength + chunk.paddedLength))
        default:
            output += takeFeatures(hasProfile: false) + chunk.asFiller.head
            input.drop(RIFFChunk.headLength)
            place = .data(Stretch(.blank, chunk.paddedLength))
        }
        return true
    }

    private mutating func readFeatures(_ chunk: RIFFChunk, _ input: inout Intake) throws(CleaningRefusal) -> Bool {
        guard chunk.length == 10, features.isEmpty, !hasImage, frameEnd == nil else { throw .damaged }
        guard input.count >= 18 else { return false }
        features = Array(input.take(18))
        features[8] &= Self.keptFlags
        features.blank(9..<12)
        return true
    }

    private mutating func readProfile(_ chunk: RIFFChunk, _ input: inout Intake, into output: inout [UInt8]) -> Bool {
        let length = RIFFChunk.headLength + chunk.paddedLength
        guard input.count >= length else { return false }
        let original = Array(input.take(length).dropFirst(RIFFChunk.headLength).prefix(chunk.length))
        if let profile = ColourProfile(original) {
            output += takeFeatures(hasProfile: true) + chunk.head + profile.bytes
        } else {
            output += takeFeatures(hasProfile: false) + chunk.asFiller.head + .zeros(chunk.length)
        }
        if chunk.paddedLength > chunk.length { output.append(0) }
        return true
    }

    /// Leaves the orientation in place of everything else that was there. The flag that announces it has gone out already.
    private mutating func readOrientation(_ chunk: RIFFChunk, _ input: inout Intake, into output: inout [UInt8]) -> Bool {
        let length = RIFFChunk.headLength + chunk.paddedLength
        guard input.count >= length else { return false }
        let tiff = ExifOrientation(exif: input.take(length).dropFirst(RIFFChunk.headLength))?.tiff ?? ExifOrientation.uprightTIFF
        output += takeFeatures(hasProfile: false) + chunk.head + tiff + .zeros(chunk.paddedLength - tiff.count)
        return true
    }

    private mutating func takeFeatures(hasProfile: Bool) -> [UInt8] {
        guard !features.isEmpty else { return [] }
        if hasProfile { features[8] |= Self.profileFlag }
        defer { features = [] }
        return features
    }
}
