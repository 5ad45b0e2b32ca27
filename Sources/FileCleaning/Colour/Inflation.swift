/// Reads a zlib stream (RFC 1950) of deflated data (RFC 1951).
struct Inflation {
    /// The inflated bytes; nil where the stream is invalid, or longer than `limit` once inflated.
    static func inflate(zlib stream: [UInt8], limit: Int) -> [UInt8]? {
        guard stream.count >= 6, stream[0] & 0x0F == 8, stream.big16(at: 0) % 31 == 0, stream[1] & 0x20 == 0 else { return nil }
        var inflation = Inflation(bits: DeflatedBits(stream.dropFirst(2)), limit: limit)
        guard inflation.readBlocks(), let checksum = inflation.bits.nextBig32(), checksum == adler32(inflation.output) else {
            return nil
        }
        return inflation.output
    }

    static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    private var bits: DeflatedBits
    private let limit: Int
    private var output: [UInt8] = []

    private init(bits: DeflatedBits, limit: Int) {
        self.bits = bits
        self.limit = limit
    }

    private mutating func readBlocks() -> Bool {
        while let isLast = bits.next(1), let type = bits.next(2) {
            let isRead =
                switch type {
                case 0: copyStored()
                case 1: readCoded(Self.fixedLiterals, Self.fixedDistances)
                case 2: readOwnCodes()
                default: false
                }
            guard isRead else { return false }
            if isLast == 1 { return true }
        }
        return false
    }

    private mutating func copyStored() -> Bool {
        bits.align()
        guard let length = bits.next(16), let inverse = bits.next(16), length == inverse ^ 0xFFFF, output.count + length <= limit
        else { return false }
        for _ in 0..<length {
            guard let byte = bits.next(8) else { return false }
            output.append(UInt8(byte))
        }
        return true
    }

    private mutating func readCoded(_ literals: PrefixCode, _ distances: PrefixCode) -> Bool {
        while let symbol = bits.next(literals) {
            switch symbol {
            case 0..<256:
                guard output.count < limit else { return false }
                output.append(UInt8(symbol))
            case 256:
                return true
            case 257...285:
                guard copyEarlier(lengthSymbol: symbol - 257, distances) else { return false }
            default:
                return false
            }
        }
        return false
    }

    private mutating func copyEarlier(lengthSymbol: Int, _ distances: PrefixCode) -> Bool {
        guard let moreLength = bits.next(Self.lengthBits[lengthSymbol]), let symbol = bits.next(distances), symbol < 30,
            let moreDistance = bits.next(Self.distanceBits[symbol])
        else { return false }
        let length = Self.lengthBase[lengthSymbol] + moreLength
        let distance = Self.distanceBase[symbol] + moreDistance
        guard distance <= output.count, output.count + length <= limit else { return false }
        for _ in 0..<length { output.append(output[output.count - distance]) }
        return true
    }

    /// A block that gives its own codes, themselves coded (3.2.7).
    private mutating func readOwnCodes() -> Bool {
        guard let literalCount = bits.next(5), let distanceCount = bits.next(5), let lengthCount = bits.next(4) else {
            return false
        }
        var codeLengths = [Int](repeating: 0, count: 19)
        for index in 0..<(lengthCount + 4) {
            guard let length = bits.next(3) else { return false }
            codeLengths[Self.lengthOrder[index]] = length
        }
        guard let lengthCode = PrefixCode(lengths: codeLengths) else { return false }
        let total = literalCount + 257 + distanceCount + 1
        var lengths: [Int] = []
        while lengths.count < total {
            guard let run = nextLengths(lengthCode, after: lengths.last) else { return false }
            lengths += run
        }
        guard lengths.count == total, let literals = PrefixCode(lengths: Array(lengths.prefix(literalCount + 257))),
            let distances = PrefixCode(lengths: Array(lengths.dropFirst(literalCount + 257)))
        else { return false }
        return readCoded(literals, distances)
    }

    private mutating func nextLengths(_ code: PrefixCode, after last: Int?) -> [Int]? {
        switch bits.next(code) {
        case .some(let length) where length < 16: [length]
        case 16: if let last, let more = bits.next(2) { [Int](repeating: last, count: 3 + more) } else { nil }
        case 17: bits.next(3).map { [Int](repeating: 0, count: 3 + $0) }
        case 18: bits.next(7).map { [Int](repeating: 0, count: 11 + $0) }
        default: nil
        }
    }

    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    private static let distanceBits = (0..<30).map { Swift.max(0, $0 / 2 - 1) }
    private static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
        12289, 16385, 24577,
    ]
    private static let fixedLiterals = PrefixCode(
        lengths: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
            + [Int](repeating: 8, count: 8))!
    private static let fixedDistances = PrefixCode(lengths: [Int](repeating: 5, count: 30))!
}
