/// Reads deflated data (RFC 1951) as far as it goes: a stream that was cut off or overwritten gives what came before.
struct Inflation {
    /// More than any stream of a test unfolds to.
    private static let longest = 1 << 20

    static func inflate(_ bytes: [UInt8], from start: Int) -> [UInt8] {
        guard start < bytes.count else { return [] }
        return bytes.withUnsafeBufferPointer { buffer in
            var inflation = Inflation(bytes: buffer, position: start)
            while inflation.readBlock() {}
            return inflation.output
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private var bits = 0
    private var count = 0
    private(set) var output: [UInt8] = []

    private init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// - Returns: whether another block follows.
    private mutating func readBlock() -> Bool {
        guard let isLast = next(1), let type = next(2) else { return false }
        let isWhole =
            switch type {
            case 0: copyStored()
            case 1: readCoded(Self.fixedLiterals, Self.fixedDistances)
            case 2: readOwnCodes()
            default: false
            }
        return isWhole && isLast == 0
    }

    private mutating func next(_ wanted: Int) -> Int? {
        while count < wanted {
            guard position < bytes.count else { return nil }
            bits |= Int(bytes[position]) << count
            position += 1
            count += 8
        }
        defer {
            bits >>= wanted
            count -= wanted
        }
        return bits & ((1 << wanted) - 1)
    }

    private mutating func copyStored() -> Bool {
        (bits, count) = (0, 0)
        guard let length = next(16), let inverse = next(16), length == inverse ^ 0xFFFF else { return false }
        let end = min(position + length, bytes.count)
        output += bytes[position..<end]
        defer { position = end }
        return end == position + length && output.count < Self.longest
    }

    /// Codes by their lengths, in the canonical form of section 3.2.2.
    private struct Code {
        private(set) var counts = [Int](repeating: 0, count: 16)
        private(set) var symbols: [Int] = []

        /// - Returns: nil for lengths that no encoder writes: too many codes, or, for more than one, too few.
        init?(lengths: some Collection<Int>) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            let left = counts[1...].reduce(1) { $0 < 0 ? $0 : $0 * 2 - $1 }
            guard left == 0 || left > 0 && counts.reduce(0, +) <= 1 else { return nil }
            for wanted in 1...15 {
                for (symbol, length) in lengths.enumerated() where length == wanted { symbols.append(symbol) }
            }
        }
    }

    private mutating func symbol(_ code: Code) -> Int? {
        var (value, first, index) = (0, 0, 0)
        for length in 1...15 {
            guard let bit = next(1) else { return nil }
            value |= bit
            let count = code.counts[length]
            if value - count < first { return code.symbols[index + value - first] }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        return nil
    }

    private mutating func readCoded(_ literals: Code, _ distances: Code) -> Bool {
        while output.count < Self.longest, let symbol = symbol(literals) {
            if symbol < 256 {
                output.append(UInt8(symbol))
            } else if symbol == 256 {
                return true
            } else {
                guard symbol < 286, let extra = next(Self.lengthBits[symbol - 257]), let place = self.symbol(distances),
                    place < 30,
                    let further = next(Self.distanceBits[place])
                else { return false }
                let (length, distance) = (Self.lengths[symbol - 257] + extra, Self.distances[place] + further)
                guard distance <= output.count else { return false }
                for _ in 0..<length { output.append(output[output.count - distance]) }
            }
        }
        return false
    }

    /// Section 3.2.7.
    private mutating func readOwnCodes() -> Bool {
        guard let literals = next(5), let distances = next(5), let codes = next(4) else { return false }
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var lengths = [Int](repeating: 0, count: 19)
        for place in order.prefix(codes + 4) {
            guard let length = next(3) else { return false }
            lengths[place] = length
        }
        guard let code = Code(lengths: lengths) else { return false }
        let total = literals + 257 + distances + 1
        var all: [Int] = []
        while all.count < total {
            guard let symbol = symbol(code) else { return false }
            switch symbol {
            case 16:
                guard let last = all.last, let extra = next(2) else { return false }
                all += [Int](repeating: last, count: 3 + extra)
            case 17, 18:
                guard let extra = next(symbol == 17 ? 3 : 7) else { return false }
                all += [Int](repeating: 0, count: (symbol == 17 ? 3 : 11) + extra)
            default: all.append(symbol)
            }
        }
        guard all.count == total, let literals = Code(lengths: all[..<(literals + 257)]),
            let distances = Code(lengths: all[(all.count - distances - 1)...])
        else { return false }
        return readCoded(literals, distances)
    }

    private static let fixedLiterals = Code(
        lengths: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
            + [Int](repeating: 8, count: 8))!
    private static let fixedDistances = Code(lengths: [Int](repeating: 5, count: 32))!
    private static let lengthBits: [Int] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let lengths: [Int] = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    private static let distanceBits: [Int] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let distances: [Int] = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
        12_289, 16_385, 24_577,
    ]
}
