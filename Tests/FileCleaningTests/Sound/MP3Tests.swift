import FileCleaning
import Testing

struct MP3Tests {
    private typealias Part = MP3Sample

    @Test func `the frames of sound are kept and nothing else`() throws {
        #expect(try cleaned(Part.recording, as: .mp3) == Part.sound)
    }

    @Test(arguments: [
        MP3Sample.secondTag, MP3Sample.secondTag + MP3Sample.secondTag, MP3Sample.footedTag, MP3Sample.ape(MP3Sample.apeItem),
        .zeros(300),
        .text(Sample.maker), [0xFF, 0xFB, 0x10],
    ])
    func `a tag before the sound is dropped`(_ tag: [UInt8]) throws {
        #expect(try cleaned(tag + Part.sound, as: .mp3) == Part.sound)
    }

    @Test(arguments: [
        MP3Sample.firstTag, MP3Sample.ape(MP3Sample.apeItem), MP3Sample.ape(MP3Sample.apeItem) + MP3Sample.firstTag,
        MP3Sample.lyrics + MP3Sample.firstTag, MP3Sample.footedTag, MP3Sample.secondTag + MP3Sample.firstTag,
    ])
    func `a tag after the sound is dropped`(_ tag: [UInt8]) throws {
        #expect(try cleaned(Part.sound + tag, as: .mp3) == Part.sound)
    }

    @Test func `a tag between two recordings that were joined is dropped`() throws {
        let joined = Part.sound + Part.firstTag + Part.secondTag + Part.sound

        #expect(try cleaned(joined, as: .mp3) == Part.sound + Part.sound)
    }

    @Test func `a tag that only ends with its name is dropped, and with it the frame that it follows`() throws {
        let copy = try cleaned(Part.sound + Part.ape(Part.apeItem, hasHead: false), as: .mp3)

        #expect(copy == Array(Part.sound.dropLast(104)))
    }

    @Test func `a recording that is cut off within a frame is damaged`() {
        for length in 1..<104 where length > 3 {
            #expect(throws: CleaningRefusal.damaged) { try cleaned(Part.sound + Part.frame(9).prefix(length), as: .mp3) }
        }
    }

    @Test func `the tag of a recording that was cut off earlier is not taken for sound`() throws {
        let file = Part.sound + [0xFF, 0xFB, 0xE0, 0xC4] + [UInt8](repeating: 9, count: 40) + Part.firstTag

        #expect(try cleaned(file, as: .mp3) == Part.sound)
    }

    @Test(arguments: [
        MP3Sample.secondTag, MP3Sample.frame(1), .zeros(500), .text("ID3") + [3, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F] + MP3Sample.sound,
    ])
    func `a file without sound is damaged`(_ file: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(file, as: .mp3) }
    }

    /// Lengths by the formula of ISO/IEC 11172-3, 2.4.3.1: 144 * bit rate / sampling rate, 72 at half the rates, and a byte of
    /// padding.
    @Test(
        arguments: [
            ([0xFF, 0xFB, 0x90, 0x00], 417), ([0xFF, 0xFB, 0x92, 0x00], 418), ([0xFF, 0xFB, 0xE4, 0x00], 960),
            ([0xFF, 0xFB, 0xE8, 0x00], 1440),
            ([0xFF, 0xF3, 0x48, 0x00], 144), ([0xFF, 0xF3, 0x80, 0x00], 208), ([0xFF, 0xE3, 0x18, 0x00], 72),
        ] as [([UInt8], Int)])
    func `a frame is as long as its head says`(_ head: [UInt8], length: Int) throws {
        let frame = head + [UInt8](repeating: 1, count: length - 4)

        #expect(try cleaned(frame + .text("x") + frame + frame + frame, as: .mp3) == frame + frame + frame)
        #expect(try cleaned(frame + frame + frame, as: .mp3) == frame + frame + frame)
    }
}
