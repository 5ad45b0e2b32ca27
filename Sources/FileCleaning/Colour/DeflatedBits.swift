/// The bits of a deflated stream, from the lowest of each byte (RFC 1951, 3.1.1).
struct DeflatedBits {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var bit = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func next(_ count: Int) -> Int? {
        var value = 0
        for place in 0..<count {
            guard index < bytes.endIndex else { return nil }
            value |= Int(bytes[index] >> UInt8(bit) & 1) << place
            bit += 1
            if bit == 8 { align() }
        }
        return value
    }

    mutating func next(_ code: PrefixCode) -> Int? {
        var word = PrefixCode.Word()
        while let bit = next(1) {
            switch code.symbol(of: &word, adding: bit) {
            case .found(let symbol): return symbol
            case .tooShort: continue
            case .invalid: return nil
            }
        }
        return nil
    }

    /// Goes to the next whole byte.
    mutating func align() {
        if bit > 0 { index += 1 }
        bit = 0
    }

    mutating func nextBig32() -> UInt32? {
        align()
        guard bytes.endIndex - index >= 4 else { return nil }
        defer { index += 4 }
        return UInt32(bytes.big32(at: index))
    }
}

/// A code in which no word begins another, given by the lengths of its words alone (RFC 1951, 3.2.2).
struct PrefixCode {
    /// A word of which the first bits were read.
    struct Word {
        fileprivate var value = 0
        fileprivate var length = 0
        /// The first word of this length, and the number of symbols with shorter ones.
        fileprivate var first = 0
        fileprivate var earlier = 0
    }

    enum Reading {
        case found(Int), tooShort, invalid
    }

    private var counts = [Int](repeating: 0, count: 16)
    private let symbols: [Int]

    /// Nil where more words are asked than there are of these lengths.
    init?(lengths: [Int]) {
        for length in lengths where length > 0 { counts[length] += 1 }
        var free = 1
        for count in counts.dropFirst() {
            free = free * 2 - count
            if free < 0 { return nil }
        }
        symbols = (1...15).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
    }

    func symbol(of word: inout Word, adding bit: Int) -> Reading {
        guard word.length < 15 else { return .invalid }
        word.value = word.value << 1 | bit
        word.length += 1
        word.first <<= 1
        let count = counts[word.length]
        let place = word.value - word.first
        if place < count { return .found(symbols[word.earlier + place]) }
        word.earlier += count
        word.first += count
        return .tooShort
    }
}
