extension MediaBytes {
    private static let pictureLength = 78

    /// Forgets who made the encoder of a picture or sound, and cleans its colour profile (8.5.2, 12.1.3, 12.1.5; QuickTime File
    /// Format, "Video sample description", "Sound sample descriptions").
    mutating func cleanDescriptions(_ descriptions: MediaBox, isSound: Bool) throws(CleaningRefusal) {
        for description in try boxes(in: descriptions.body.dropFirst(8)) {
            let fixed = isSound ? soundLength(description) : Self.pictureLength
            guard description.body.count >= fixed else { continue }
            blank(12..<16, in: description.body)
            if !isSound { blank(42..<74, in: description.body) }
            for part in parts(in: description.body.dropFirst(fixed)) {
                if MediaRules.droppedInDescriptions.contains(part.type) { free(part) }
                if part.type == "colr" { cleanColour(part) }
            }
        }
    }

    /// The boxes in a description; none where an old encoder keeps something of its own there.
    private func parts(in range: Range<Int>) -> [MediaBox] {
        do {
            return try boxes(in: range)
        } catch {
            return []
        }
    }

    /// The length of what goes before the boxes, which grew in versions 1 and 2 of QuickTime's description.
    private func soundLength(_ description: MediaBox) -> Int {
        guard description.body.count >= 10 else { return 28 }
        switch bytes.big16(at: description.body.lowerBound + 8) {
        case 1: return 44
        case 2: return 64
        default: return 28
        }
    }

    private mutating func cleanColour(_ colour: MediaBox) {
        guard colour.body.count > 4 else { return }
        let type = FourCC(bytes.big32(at: colour.body.lowerBound))
        guard type == "prof" || type == "rICC" else { return }
        if let profile = ColourProfile(Array(bytes[colour.body.dropFirst(4)])) {
            put(profile.bytes, at: colour.body.lowerBound + 4)
        } else {
            free(colour)
        }
    }
}
