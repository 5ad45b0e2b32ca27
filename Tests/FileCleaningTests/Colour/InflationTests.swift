import Testing

@testable import FileCleaning

/// The streams were made by zlib 1.3 (Python 3.11) at level 9, with its own choice of codes and with fixed ones.
struct InflationTests {
    private static let ownCodes = bytes(
        """
        78daedd04b7645210844d129654a70113fa85c0574fa49de28d248b5f7aac681c2b644eb5ac80ec6ecd18f016e7baf173e7073dad16c4488b23677596\
        52b3e860b9eb95a971d329f2e6675d43d52328c27694cef1fb0def4bcb02944b8b12ae6a0db3aa520185a845e25f47b4a765773e688754146626af9e7\
        e1383dba4728a77d37dd3a59704c78369c5f60847560ba25873757709132aa47d13ce4c0f011563a54ea820c0c4d30534defaa6fb1953214981dd2416\
        c3355aa755bd37eb67492323fe03fd19f4cf4f5c7f70d54594423
        """)
    private static let fixedCodes = bytes("78012bc94855284a2dc82f2a492dd2512841e22924e6a52824a62766e6a1080300c824125c")
    private static let text = [UInt8].text("the reporter, the reporter and again the reporter")
    /// What the first stream was made of.
    private static let letters =
        (0..<700).map(letter) + [UInt8](repeating: 0x30, count: 160)

    private static func letter(_ index: Int) -> UInt8 {
        let number = (index * index * 7 + index / 3) % 97
        return UInt8(number % 23 + 97)
    }

    private static func bytes(_ digits: String) -> [UInt8] {
        let digits = Array(digits.utf8)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)!
        }
    }

    @Test func `a stream with codes of its own is read`() {
        #expect(Inflation.inflate(zlib: Self.ownCodes, limit: 860) == Self.letters)
    }

    @Test func `a stream with fixed codes is read`() {
        #expect(Inflation.inflate(zlib: Self.fixedCodes, limit: 1000) == Self.text)
    }

    @Test func `a stream of stored blocks is read, and written`() {
        let long = (0..<140_000).map { UInt8(truncatingIfNeeded: $0 / 7) }

        #expect(Inflation.inflate(zlib: PNGSample.stored(Self.text), limit: 1000) == Self.text)
        #expect(PNGProfile.stored(Self.text) == PNGSample.stored(Self.text))
        #expect(Inflation.inflate(zlib: PNGProfile.stored(long), limit: 140_000) == long)
    }

    @Test func `a stream that would grow beyond the limit is not read`() {
        #expect(Inflation.inflate(zlib: Self.ownCodes, limit: 859) == nil)
        #expect(Inflation.inflate(zlib: Self.fixedCodes, limit: Self.text.count - 1) == nil)
        #expect(Inflation.inflate(zlib: PNGSample.stored(Self.text), limit: 5) == nil)
    }

    @Test func `a stream that is cut off is not read`() {
        for stream in [Self.ownCodes, Self.fixedCodes, PNGSample.stored(Self.text)] {
            for length in stream.indices { #expect(Inflation.inflate(zlib: Array(stream[..<length]), limit: 1000) == nil) }
        }
    }

    @Test func `a stream in which a bit has changed is never read as the original`() {
        for (stream, original) in [(Self.ownCodes, Self.letters), (Self.fixedCodes, Self.text)] {
            for bit in 16..<(stream.count * 8) {
                var changed = stream
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                let read = Inflation.inflate(zlib: changed, limit: 1000)
                #expect(read == nil || read == original)
            }
        }
    }

    @Test func `the checksum of zlib has its published value`() {
        #expect(Inflation.adler32(.text("Wikipedia")) == 0x11E6_0398)
    }

    @Test func `the checksum of PNG has its published value`() {
        #expect(Checksum(of: [UInt8].text("123456789")[...]).value == 0xCBF4_3926)
    }

    @Test func `more words than there are of a length make no code`() {
        #expect(PrefixCode(lengths: [1, 1, 1]) == nil)
        #expect(PrefixCode(lengths: [1, 2, 2]) != nil)
    }
}
