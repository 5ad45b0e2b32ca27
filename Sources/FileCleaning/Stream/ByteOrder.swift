/// Bytes in memory that are reached by number.
protocol Bytes: RandomAccessCollection where Element == UInt8, Index == Int {}

extension [UInt8]: Bytes {}
extension ArraySlice<UInt8>: Bytes {}

extension Bytes {
    func big16(at index: Int) -> Int { Int(self[index]) << 8 | Int(self[index + 1]) }

    func big32(at index: Int) -> Int { big16(at: index) << 16 | big16(at: index + 2) }

    /// Eight bytes as a number; nil where it is above `Int.max`.
    func big64(at index: Int) -> Int? {
        let high = big32(at: index)
        return high > Int(Int32.max) ? nil : high << 32 | big32(at: index + 4)
    }

    func little16(at index: Int) -> Int { Int(self[index + 1]) << 8 | Int(self[index]) }

    func little32(at index: Int) -> Int { little16(at: index + 2) << 16 | little16(at: index) }

    /// Tells whether the bytes from `index` are those of `text`; false where there are too few.
    func spells(_ text: String, at index: Int) -> Bool {
        index >= startIndex && endIndex - index >= text.utf8.count && self[index...].starts(with: text.utf8)
    }
}

extension [UInt8] {
    static func big16(_ value: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)] }

    static func big32(_ value: Int) -> [UInt8] { big16(value >> 16) + big16(value) }

    static func little32(_ value: Int) -> [UInt8] { big32(value).reversed() }

    static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    mutating func put(_ bytes: some Collection<UInt8>, at index: Int) {
        replaceSubrange(index..<(index + bytes.count), with: bytes)
    }

    mutating func blank(_ range: Range<Int>) {
        for index in range { self[index] = 0 }
    }
}
