/// The lengths of a track's samples, one after the other (ISO/IEC 14496-12, 8.7.3): all alike, or each in a field of 4 to 32
/// bits.
struct SampleSizes: Sendable {
    private let bytes: MediaBytes
    private var fields = 0
    private var fieldBits = 32
    private var constant = 0
    private var count = 0
    private var used = 0

    /// The sizes in a table; none where it has none.
    init(_ bytes: MediaBytes, in table: MediaBox) throws(CleaningRefusal) {
        self.bytes = bytes
        let boxes = try bytes.boxes(in: table.body)
        guard let list = boxes.first(where: { $0.type == "stsz" || $0.type == "stz2" }) else { return }
        let start = list.body.lowerBound
        guard list.body.count >= 12 else { throw .damaged }
        fields = start + 12
        count = bytes.bytes.big32(at: start + 8)
        if list.type == "stsz" {
            constant = bytes.bytes.big32(at: start + 4)
        } else {
            fieldBits = Int(bytes.bytes[start + 7])
        }
        guard [4, 8, 16, 32].contains(fieldBits), isConstant || (count * fieldBits + 7) / 8 <= list.body.upperBound - fields
        else {
            throw .damaged
        }
    }

    var isConstant: Bool { constant > 0 }

    /// The length of the next samples together.
    mutating func next(_ samples: Int) throws(CleaningRefusal) -> Int {
        let samples = Swift.min(samples, count - used)
        defer { used += samples }
        if isConstant {
            let (length, isTooLong) = samples.multipliedReportingOverflow(by: constant)
            guard !isTooLong else { throw .damaged }
            return length
        }
        return (used..<(used + samples)).reduce(0) { $0 + size($1) }
    }

    private func size(_ sample: Int) -> Int {
        let bit = sample * fieldBits
        let place = fields + bit / 8
        switch fieldBits {
        case 4: return Int(bytes.bytes[place] >> (bit % 8 == 0 ? 4 : 0)) & 15
        case 8: return Int(bytes.bytes[place])
        case 16: return bytes.bytes.big16(at: place)
        default: return bytes.bytes.big32(at: place)
        }
    }
}
