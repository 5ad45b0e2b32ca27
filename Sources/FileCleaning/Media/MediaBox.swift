/// The place of a box in bytes that hold it (ISO/IEC 14496-12, 4.2).
struct MediaBox: Sendable {
    static let headLength = 8
    static let longHeadLength = 16

    let type: FourCC
    /// The whole box with its head.
    let place: Range<Int>
    let body: Range<Int>
}

/// The head of a box at the top of a file.
struct MediaBoxHead: Sendable {
    let type: FourCC
    let headLength: Int
    /// The length of what follows the head; nil where the box goes on to the end of the file.
    let bodyLength: Int?

    var length: Int? { bodyLength.map { $0 + headLength } }

    /// The head at the front of the intake; nil where it has not arrived.
    init?(_ input: some Bytes) throws(CleaningRefusal) {
        let start = input.startIndex
        guard input.count >= MediaBox.headLength else { return nil }
        let short = input.big32(at: start)
        type = FourCC(input.big32(at: start + 4))
        switch short {
        case 0:
            headLength = MediaBox.headLength
            bodyLength = nil
        case 1:
            headLength = MediaBox.longHeadLength
            guard input.count >= headLength else { return nil }
            guard let long = input.big64(at: start + 8), long >= headLength, long < Int.max / 4 else { throw .damaged }
            bodyLength = long - headLength
        default:
            headLength = MediaBox.headLength
            guard short >= headLength else { throw .damaged }
            bodyLength = short - headLength
        }
    }
}

/// A box that is held whole and changed in place. Its length stays, so that nothing that points into the file has to move.
struct MediaBytes: Sendable {
    /// The most boxes that one may hold.
    private static let mostBoxes = 10_000

    private(set) var bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// The boxes that follow each other in a range. Fewer than eight bytes may be left at its end, as QuickTime does.
    func boxes(in range: Range<Int>) throws(CleaningRefusal) -> [MediaBox] {
        var boxes: [MediaBox] = []
        var start = range.lowerBound
        while range.upperBound - start >= MediaBox.headLength {
            guard let head = try MediaBoxHead(bytes[start..<range.upperBound]), let length = head.bodyLength,
                length <= range.upperBound - start - head.headLength
            else { throw .damaged }
            let body = (start + head.headLength)..<(start + head.headLength + length)
            guard boxes.count < Self.mostBoxes else { throw .damaged }
            boxes.append(MediaBox(type: head.type, place: start..<body.upperBound, body: body))
            start = body.upperBound
        }
        return boxes
    }

    /// The first box of this type at the end of a path.
    func box(_ path: FourCC..., in range: Range<Int>) throws(CleaningRefusal) -> MediaBox? {
        var range = range
        var found: MediaBox?
        for type in path {
            found = try boxes(in: range).first { $0.type == type }
            guard let found else { return nil }
            range = found.body
        }
        return found
    }

    /// Makes a box one that every reader skips, filled with zeros.
    mutating func free(_ box: MediaBox) {
        bytes.put(FourCC("free").bytes, at: box.place.lowerBound + 4)
        bytes.blank(box.body)
    }

    mutating func blank(_ range: Range<Int>) { bytes.blank(range) }

    /// Fills a part of a range with zeros, as far as the range goes.
    mutating func blank(_ part: Range<Int>, in range: Range<Int>) {
        blank((part.lowerBound + range.lowerBound..<part.upperBound + range.lowerBound).clamped(to: range))
    }

    mutating func put(_ values: [UInt8], at index: Int) { bytes.put(values, at: index) }
}
