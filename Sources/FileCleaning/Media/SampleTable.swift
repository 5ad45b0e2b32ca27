/// Where in a file the samples of a track lie (ISO/IEC 14496-12, 8.7): in chunks, each with the samples of a run after each
/// other.
struct SampleTable: Sendable {
    /// The most chunks that a film may have, and the most numbers in a list. A chunk holds about half a second.
    static let mostChunks = 1 << 20

    /// The first byte of each chunk.
    private(set) var starts: [Int] = []
    private var lengths: [Int] = []
    /// The chunks of sound without compression are counted in QuickTime in samples of another size than the table gives.
    private var isLengthKnown = true

    /// The table of a track in an index; empty where it has none.
    init(_ index: MediaBytes, track: MediaBox, isSound: Bool) throws(CleaningRefusal) {
        guard let table = try index.box("mdia", "minf", "stbl", in: track.body) else { return }
        for list in try index.boxes(in: table.body) where list.type == "stco" || list.type == "co64" {
            starts += try Self.numbers(index, list, width: list.type == "stco" ? 4 : 8)
        }
        var sizes = try SampleSizes(index, in: table)
        isLengthKnown = !(isSound && sizes.isConstant)
        guard isLengthKnown, !starts.isEmpty else { return }
        let runs = try index.box("stsc", in: table.body).map { box throws(CleaningRefusal) in
            try Self.numbers(index, box, width: 4, perEntry: 3)
        }
        guard let runs, !runs.isEmpty else { throw .damaged }
        var run = 0
        for chunk in starts.indices {
            while run + 3 < runs.count, runs[run + 3] <= chunk + 1 { run += 3 }
            lengths.append(try sizes.next(runs[run + 1]))
        }
    }

    /// The bytes that the track plays. A chunk of unknown length goes on to the next start in `all`, which is ascending.
    func played(among all: [Int]) throws(CleaningRefusal) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for (index, start) in starts.enumerated() {
            if isLengthKnown {
                let (end, isTooFar) = start.addingReportingOverflow(lengths[index])
                guard !isTooFar else { throw .damaged }
                ranges.append(start..<end)
            } else {
                ranges.append(start..<(Self.next(after: start, in: all) ?? .max))
            }
        }
        return ranges
    }

    private static func next(after start: Int, in all: [Int]) -> Int? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] <= start { low = middle + 1 } else { high = middle }
        }
        return low < all.count ? all[low] : nil
    }

    /// The numbers of a list that gives the count of its entries after its version and flags.
    private static func numbers(
        _ index: MediaBytes, _ list: MediaBox, width: Int, perEntry: Int = 1
    ) throws(CleaningRefusal) -> [Int] {
        let first = list.body.lowerBound + 8
        guard first <= list.body.upperBound else { throw .damaged }
        let count = index.bytes.big32(at: first - 4) * perEntry
        guard width * count <= list.body.upperBound - first else { throw .damaged }
        guard count <= mostChunks else { throw .tooLargeToClean(limit: CleaningLimits.movieIndex) }
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        for entry in 0..<count {
            let place = first + width * entry
            guard let number = width == 4 ? index.bytes.big32(at: place) : index.bytes.big64(at: place) else { throw .damaged }
            numbers.append(number)
        }
        return numbers
    }
}
