/// The bytes of a file that arrived and were not yet used. Index 0 is the first unused byte.
struct Intake: Bytes, Sendable {
    private var bytes: [UInt8] = []
    private var used = 0
    /// The place in the file of the first unused byte.
    private(set) var offset = 0
    /// True from the moment that no more bytes follow.
    private(set) var isEnded = false

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count - used }

    subscript(index: Int) -> UInt8 { bytes[used + index] }

    /// The first `length` unused bytes, with indices of their own storage.
    func front(_ length: Int) -> ArraySlice<UInt8> { bytes[used..<(used + length)] }

    /// The place of the first unused byte with this value, counted from the first unused one.
    func place(of byte: UInt8) -> Int? { bytes[used...].firstIndex(of: byte).map { $0 - used } }

    mutating func append(_ chunk: ArraySlice<UInt8>) {
        if used == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity <= Self.spareCapacity)
            used = 0
        } else if used > bytes.count / 2 {
            bytes.removeFirst(used)
            used = 0
        }
        bytes.append(contentsOf: chunk)
    }

    mutating func end() { isEnded = true }

    mutating func drop(_ length: Int) {
        precondition(length <= count)
        used += length
        offset += length
    }

    mutating func dropAll() { drop(count) }

    mutating func take(_ length: Int) -> ArraySlice<UInt8> {
        defer { drop(length) }
        return front(length)
    }

    private static let spareCapacity = 1 << 20
}
