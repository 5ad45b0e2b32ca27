/// The index of a fragment of a film (`moof`, ISO/IEC 14496-12, 8.8.4), cleaned, without the runs of tracks that were removed.
struct FragmentIndex: Sendable {
    private(set) var box: MediaBytes
    private(set) var unplayed: [Range<Int>] = []

    private static let hasBaseOffset = 0x1
    private static let baseIsFragment = 0x2_0000
    private static let hasDataOffset = 0x1

    init(
        cleaning original: some Bytes, at offset: Int, without droppedTracks: Set<Int>
    ) throws(CleaningRefusal) {
        box = MediaBytes(original)
        guard let head = try MediaBoxHead(original) else { throw .damaged }
        let fragment = MediaBox(type: "moof", place: 0..<box.bytes.count, body: head.headLength..<box.bytes.count)
        var removed: [Int] = []
        var kept: [Int] = []
        var hasRemoved = false
        var isBaseKnown = true
        for (index, run) in try box.boxes(in: fragment.body).filter({ $0.type == "traf" }).enumerated() {
            guard let head = try box.box("tfhd", in: run.body), head.body.count >= 8 else { throw .damaged }
            let isRemoved = droppedTracks.contains(box.bytes.big32(at: head.body.lowerBound + 4))
            if let base = try base(head, fragment: offset, isFirst: index == 0) {
                let starts = try starts(of: run, from: base)
                if isRemoved { removed += starts } else { kept += starts }
            } else {
                isBaseKnown = false
            }
            if isRemoved {
                hasRemoved = true
                box.free(run)
            }
        }
        guard isBaseKnown || !hasRemoved else { throw .damaged }
        unplayed = UnplayedMedia.ranges(removed: removed, kept: kept)
        try box.clean(fragment)
    }

    /// The offset in the file that the runs of a track count from; nil where it follows from the lengths of an earlier one's
    /// samples.
    private func base(_ head: MediaBox, fragment offset: Int, isFirst: Bool) throws(CleaningRefusal) -> Int? {
        let flags = box.bytes.big32(at: head.body.lowerBound) & 0xFF_FFFF
        if flags & Self.hasBaseOffset != 0 {
            guard head.body.count >= 16, let base = box.bytes.big64(at: head.body.lowerBound + 8), base < .max / 4 else {
                throw .damaged
            }
            return base
        }
        return isFirst || flags & Self.baseIsFragment != 0 ? offset : nil
    }

    private func starts(of run: MediaBox, from base: Int) throws(CleaningRefusal) -> [Int] {
        var starts: [Int] = []
        for part in try box.boxes(in: run.body) where part.type == "trun" {
            guard part.body.count >= 8 else { throw .damaged }
            if box.bytes.big32(at: part.body.lowerBound) & Self.hasDataOffset != 0 {
                guard part.body.count >= 12 else { throw .damaged }
                let distance = Int32(truncatingIfNeeded: box.bytes.big32(at: part.body.lowerBound + 8))
                starts.append(base + Int(distance))
            } else if starts.isEmpty {
                starts.append(base)
            }
        }
        return starts
    }
}
