import FileCleaning
import Testing

/// Films of one picture and one sound track, in whose media data capitals are played and the rest is not.
struct SampleTableTests {
    private typealias Part = MediaSample

    private static let silent = Part.runs([(1, 1)]) + Part.sizes([])

    /// The cleaned media data of a film whose chunks lie at these places in it.
    private func media(
        _ media: String, pictures: [Int], tables: [UInt8], sounds: [Int] = [], soundTables: [UInt8] = silent
    ) throws -> String {
        func film(mediaAt start: Int) -> [UInt8] {
            Part.box(
                "moov", Part.movieHead(),
                Part.track(1, "vide", chunks: pictures.map { $0 + start }, description: Part.picture(Part.codec), tables: tables),
                Part.track(2, "soun", chunks: sounds.map { $0 + start }, description: Part.sound, tables: soundTables))
        }
        let copy = try cleaned(film(mediaAt: film(mediaAt: 0).count + 8) + Part.box("mdat", .text(media)), as: .mp4)
        return String(decoding: copy.suffix(media.utf8.count).map { $0 == 0 ? 0x2E : $0 }, as: UTF8.self)
    }

    @Test func `what a camera put between the samples is blanked`() throws {
        let tables = Part.runs([(1, 1)]) + Part.sizes([2, 3])

        #expect(try media("gpsAAgpsBBBgps", pictures: [3, 8], tables: tables) == "...AA...BBB...")
    }

    @Test func `chunks hold as many samples as their run says`() throws {
        let tables = Part.runs([(1, 2), (3, 1), (4, 3)]) + Part.sizes([1, 2, 3, 1, 2, 1, 1, 1])

        #expect(try media("AAAxBBBBxCCxDDDx", pictures: [0, 4, 9, 12], tables: tables) == "AAA.BBBB.CC.DDD.")
    }

    @Test(arguments: [[1 << 20 + 1], [1 << 19, 1 << 19 + 1]])
    func `a film of more than a million chunks is refused`(_ counts: [Int]) {
        let tracks = counts.map { count in
            let chunks = Part.full("stco", .big(count, 4), .zeros(4 * count))
            let table = Part.box("stbl", Part.full("stsd", .big(0, 4)), Part.samplesOfEight(1), chunks)
            return Part.box("trak", Part.box("mdia", Part.handler("vide"), Part.box("minf", table)))
        }

        #expect(throws: CleaningRefusal.tooLargeToClean(limit: CleaningLimits.movieIndex)) {
            try cleaned(Part.box("moov", tracks.flatMap { $0 }) + Part.box("mdat", [1]), as: .mp4)
        }
    }

    @Test func `samples of one size are counted`() throws {
        let tables = Part.runs([(1, 2)]) + Part.full("stsz", .big(3, 4), .big(3, 4))

        #expect(try media("AAAAAAxBBBxxx", pictures: [0, 7], tables: tables) == "AAAAAA.BBB...")
    }

    @Test(arguments: [(4, [0x23, 0x40]), (8, [2, 3, 4]), (16, [0, 2, 0, 3, 0, 4])] as [(UInt8, [UInt8])])
    func `sizes may lie in fields of 4, 8 and 16 bits`(_ bits: UInt8, fields: [UInt8]) throws {
        let tables = Part.runs([(1, 1)]) + Part.full("stz2", [0, 0, 0, bits], .big(3, 4), fields)

        #expect(try media("AAxBBBxCCCCx", pictures: [0, 3, 7], tables: tables) == "AA.BBB.CCCC.")
    }

    @Test func `sound in samples of one size goes on to the next chunk, because QuickTime counts it otherwise`() throws {
        let tables = Part.runs([(1, 1)]) + Part.sizes([2])
        let soundTables = Part.runs([(1, 100)]) + Part.full("stsz", .big(1, 4), .big(200, 4))

        #expect(
            try media("xSSSSSAAxSSS", pictures: [6], tables: tables, sounds: [1, 9], soundTables: soundTables) == ".SSSSSAA.SSS")
    }

    @Test(arguments: [
        MediaSample.sizes([1]), MediaSample.runs([]) + MediaSample.sizes([1]),
        MediaSample.runs([(1, 0xFFFF_FFFF)]) + MediaSample.full("stsz", .big(0xFFFF_FFFF, 4), .big(0xFFFF_FFFF, 4)),
        MediaSample.runs([(1, 1)]) + MediaSample.full("stsz", .zeros(4), .big(1000, 4)),
        MediaSample.runs([(1, 1)]) + MediaSample.full("stz2", [0, 0, 0, 7], .big(1, 4), [1]),
        MediaSample.full("stsc", .big(1000, 4), .zeros(12)) + MediaSample.sizes([1]),
    ])
    func `tables that do not say where the samples lie are damage`(_ tables: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try media("A", pictures: [0], tables: tables) }
    }
}
