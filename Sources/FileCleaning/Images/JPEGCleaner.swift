/// Keeps of a JPEG what is needed to show it (ITU-T T.81, annex B): frames, tables, scans, and of the application segments JFIF
/// without its thumbnail, the colour transform of Adobe, a colour profile and the orientation. Everything after the end of the
/// image is dropped: a moving photo, a second image, what an earlier and longer version of the file left behind.
struct JPEGCleaner: FormatCleaner {
    private enum Place {
        case start, marker, scan, afterEnd
        case segment(Stretch, thenScan: Bool)
    }

    private var place = Place.start
    private var hasFrame = false
    private var hasScan = false
    private var hasOrientation = false
    private var hasDensity = false
    private var profile = JPEGProfile()

    var isComplete: Bool { if case .afterEnd = place { true } else { false } }
    var held: Int { profile.held }

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        switch place {
        case .start:
            guard input.count >= 2 else { return false }
            guard input.big16(at: 0) == 0xFFD8 else { throw .damaged }
            output += input.take(2)
            place = .marker
            return true
        case .marker:
            return try readMarker(&input, into: &output)
        case .segment(var stretch, let thenScan):
            stretch.pass(&input, into: &output)
            place = .segment(stretch, thenScan: thenScan)
            guard stretch.isPassed else { return false }
            place = thenScan ? .scan : .marker
            return true
        case .scan:
            return copyScan(&input, into: &output)
        case .afterEnd:
            input.dropAll()
            return false
        }
    }

    /// Goes to the next marker. Bytes between segments belong to nothing that a decoder shows.
    private mutating func readMarker(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        guard let place = input.place(of: 0xFF) else {
            input.dropAll()
            return false
        }
        input.drop(place)
        guard input.count >= 2 else { return false }
        switch input[1] {
        case 0xFF:
            input.drop(1)
        case 0x00, 0x01, 0xD0...0xD7:
            input.drop(2)
        case 0xD8:
            throw .damaged
        case 0xD9:
            guard hasScan else { throw .damaged }
            output += input.take(2)
            self.place = .afterEnd
        default:
            return try readSegment(&input, into: &output)
        }
        return true
    }

    private mutating func readSegment(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        guard input.count >= 4 else { return false }
        let marker = input[1]
        let length = 2 + input.big16(at: 2)
        guard length >= 4 else { throw .damaged }
        switch marker {
        case 0xC4, 0xCC, 0xDB...0xDF:
            place = .segment(Stretch(.keep, length), thenScan: false)
        case 0xC0...0xC7, 0xC9...0xCF:
            output += profile.segments()
            hasFrame = true
            place = .segment(Stretch(.keep, length), thenScan: false)
        case 0xDA:
            guard hasFrame else { throw .damaged }
            hasScan = true
            place = .segment(Stretch(.keep, length), thenScan: true)
        case 0xE0, 0xE1, 0xE2, 0xEE:
            guard input.count >= length else { return false }
            output += application(marker, input.take(length).dropFirst(4))
        default:
            place = .segment(Stretch(.drop, length), thenScan: false)
        }
        return true
    }

    /// What is kept of an application segment.
    private mutating func application(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> [UInt8] {
        let start = content.startIndex
        switch marker {
        case 0xE0 where content.spells("JFIF\0", at: start) && content.count >= 14 && !hasDensity:
            hasDensity = true
            return [0xFF, 0xE0, 0, 16] + content.prefix(12) + [0, 0]
        case 0xE1 where content.spells("Exif\0\0", at: start) && !hasOrientation:
            guard let orientation = ExifOrientation(exif: content) else { return [] }
            hasOrientation = true
            return [0xFF, 0xE1, 0, 34] + Array("Exif\0\0".utf8) + orientation.tiff
        case 0xE2 where !hasFrame:
            profile.add(content)
            return []
        case 0xEE where content.spells("Adobe", at: start) && content.count >= 12:
            return [0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, content[start + 11]]
        default:
            return []
        }
    }

    private mutating func copyScan(_ input: inout Intake, into output: inout [UInt8]) -> Bool {
        guard let place = input.place(of: 0xFF) else {
            output += input.take(input.count)
            return false
        }
        output += input.take(place)
        guard input.count >= 2 else { return false }
        switch input[1] {
        case 0x00, 0xD0...0xD7: output += input.take(2)
        case 0xFF: input.drop(1)
        default: self.place = .marker
        }
        return true
    }
}
