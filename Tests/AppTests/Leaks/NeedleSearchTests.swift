import Foundation
import TestSupport
import Testing

/// The search itself: each form is planted, and must be found.
struct NeedleSearchTests {
    static let text = "ZqR7mKx2Wd01Lp"
    static let search = NeedleSearch([Needle("story", text), Needle("name", "ZqR7mKx2Wd02Tv"), Needle("code", "493817264510")])

    /// The forms as other programs write them: coreutils' base64 and od, iconv, and Python's quote.
    static let planted: [(form: String, bytes: [UInt8])] = [
        ("raw", Array("ZqR7mKx2Wd01Lp".utf8)), ("lower case", Array("zqr7mkx2wd01lp".utf8)),
        ("upper case", Array("ZQR7MKX2WD01LP".utf8)), ("hex", Array("5a7152376d4b7832576430314c70".utf8)),
        ("HEX", Array("5A7152376D4B7832576430314C70".utf8)), ("base64+0", Array("WnFSN21LeDJXZDAxTHA=".utf8)),
        ("base64+1", Array("eFpxUjdtS3gyV2QwMUxw".utf8)), ("base64+2", Array("eHhacVI3bUt4MldkMDFMcA==".utf8)),
        ("percent", Array("%5a%71%52%37%6d%4b%78%32%57%64%30%31%4c%70".utf8)),
        ("PERCENT", Array("%5A%71%52%37%6D%4B%78%32%57%64%30%31%4C%70".utf8)),
        ("UTF-16 LE", Array("Z\0q\0R\07\0m\0K\0x\02\0W\0d\00\01\0L\0p\0".utf8)),
        ("UTF-16 BE", Array("\0Z\0q\0R\07\0m\0K\0x\02\0W\0d\00\01\0L\0p".utf8)),
    ]

    @Test(arguments: planted.indices)
    func `each form is found among other bytes, and named`(index: Int) throws {
        let (form, bytes) = Self.planted[index]
        let around = [UInt8](repeating: 0xC3, count: 1000)

        let hits = Self.search.hits(in: around + bytes + around).map(\.description)

        #expect(hits.filter { !$0.hasPrefix("a piece") } == ["story (\(form))"])
        #expect(Self.search.hits(in: around + bytes.dropLast(bytes.count / 2) + around).isEmpty)
    }

    @Test func `what is deflated by another program is found in a gzip, a zlib and a zip stream`() throws {
        let page = (0..<400).map { "regel \($0) van een lang verhaal\n" }.joined()
        let gzip = try Command("/usr/bin/gzip", ["-c", "-9"]).run(Array("\(page)\(Self.text)\(page)".utf8))
        let deflated = Array(gzip[10...].dropLast(8))
        let name = Array("word/document.xml".utf8)
        let header: [UInt8] =
            [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + [UInt8](repeating: 0, count: 16) + [UInt8(name.count), 0, 0, 0]

        for (fold, bytes) in [("gzip", gzip), ("zlib", [0x78, 0xDA] + deflated), ("zip", header + name + deflated)] {
            #expect(Self.search.hits(in: [1, 2, 3] + bytes).map(\.description) == ["story (raw in \(fold))"])
            #expect(Self.search.hits(in: [1, 2, 3] + bytes, depth: 0).isEmpty)
        }
    }

    @Test func `a stream that is cut off unfolds to where it was cut`() {
        let whole = FixedDeflation.zlib(Array("\(Self.text) en nog veel meer".utf8))

        let hits = Self.search.hits(in: Array(whole.prefix(whole.count / 2 + 4))).map(\.description)

        #expect(hits == ["story (raw in zlib)"])
    }

    @Test func `a deflated file in the hexadecimal digits of a dump is found`() {
        let zlib = FixedDeflation.zlib(Array("begin van het stuk \(Self.text) en het einde ervan".utf8))
        let dump = "COPY public.file_chunk FROM stdin;\n7\t\\\\x" + zlib.map { String(format: "%02x", $0) }.joined() + "\n\\.\n"

        let hits = Self.search.hits(in: Array(dump.utf8)).map(\.description)

        #expect(hits == ["story (raw in zlib in hex)"])
    }

    @Test func `needles of one family are told apart, and a piece of one is found too`() {
        #expect(Self.search.hits(in: Array("x ZqR7mKx2Wd02Tv y".utf8)).map(\.needle) == ["name"])
        #expect(Self.search.hits(in: Array("x ZqR7mKx2Wd0".utf8)).map(\.form) == ["raw"])
        #expect(Self.search.hits(in: Array("4938 1726 4510".utf8)).isEmpty)
    }
}
