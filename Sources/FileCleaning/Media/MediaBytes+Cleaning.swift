extension MediaBytes {
    /// Cleans a box that holds others, and those in it.
    mutating func clean(_ container: MediaBox) throws(CleaningRefusal) {
        var kept = MediaRules.kept[container.type] ?? []
        var end = container.body.lowerBound
        for box in try boxes(in: container.body) {
            end = box.place.upperBound
            let isKept = MediaRules.repeated.contains(box.type) ? kept.contains(box.type) : kept.remove(box.type) != nil
            if !isKept {
                free(box)
            } else if MediaRules.kept[box.type] != nil {
                try clean(box)
            } else {
                try cleanContent(of: box)
            }
        }
        blank(end..<container.body.upperBound)
    }

    private mutating func cleanContent(of box: MediaBox) throws(CleaningRefusal) {
        guard box.body.count >= 12 else { return }
        let isLong = bytes[box.body.lowerBound] == 1
        switch box.type {
        case "mvhd", "tkhd":
            blank(4..<(isLong ? 20 : 12), in: box.body)
        case "mdhd":
            blank(4..<(isLong ? 20 : 12), in: box.body)
            forgetLanguage(at: box.body.lowerBound + (isLong ? 32 : 20), in: box.body)
        case "hdlr":
            blank(12..<box.body.count, in: box.body)
        case "dref":
            try cleanReferences(box)
        default:
            break
        }
    }

    /// Makes the language of a track "und" (8.4.2.3).
    private mutating func forgetLanguage(at index: Int, in range: Range<Int>) {
        guard index + 2 <= range.upperBound else { return }
        put([0x55, 0xC4], at: index)
    }

    /// Forgets the path to the media, which QuickTime keeps even where the media is in the same file (8.7.2).
    private mutating func cleanReferences(_ references: MediaBox) throws(CleaningRefusal) {
        for reference in try boxes(in: references.body.dropFirst(8)) where reference.body.count >= 4 {
            put([0, 0, 0, 1], at: reference.body.lowerBound)
            blank(4..<reference.body.count, in: reference.body)
        }
    }
}
