/// Builds WAV files (Multimedia Programming Interface and Data Specifications 1.0; RFC 2361).
enum WAVSample {
    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] { WebPSample.chunk(name, content) }

    static func file(_ chunks: [[UInt8]]) -> [UInt8] {
        let content = [UInt8].text("WAVE") + chunks.flatMap { $0 }
        return .text("RIFF") + .little(content.count, 4) + content
    }

    static let format = chunk(
        "fmt ", .little(1, 2) + .little(1, 2) + .little(8000, 4) + .little(8000, 4) + .little(1, 2) + .little(8, 2))
    static let sound = chunk("data", [128, 130, 140, 130, 128])
    static let traces = [
        chunk("LIST", .text("INFOIART") + .little(12, 4) + .text(Sample.maker + "\0")), chunk("bext", .text(Sample.maker)),
        chunk("iXML", .text("<x>\(Sample.maker)</x>")), chunk("id3 ", .text("ID3" + Sample.maker)), chunk("cue ", .zeros(4)),
    ]

    static let dictation =
        file([traces[1], format, chunk("fact", .little(5, 4)), traces[0], sound] + traces[2...]) + .text(Sample.maker)
}

/// Builds MP3 files (ISO/IEC 11172-3) and their tags (id3.org; hydrogenaud.io, "APEv2 specification"; id3.org, "Lyrics3 made
/// easy").
enum MP3Sample {
    /// A frame of MPEG 1, layer III, 32 kbit/s, 44.1 kHz: 144 * 32000 / 44100 = 104 bytes.
    static func frame(_ number: UInt8) -> [UInt8] { [0xFF, 0xFB, 0x10, 0xC4] + [UInt8](repeating: number, count: 100) }

    static let sound = (1...4).flatMap { frame($0) }
    static let secondTag =
        [UInt8].text("ID3") + [3, 0, 0, 0, 0, 1, 0] + .text("TPE1") + .big(12, 4) + [0, 0, 0] + .text(Sample.maker) + .zeros(106)
    static let footedTag =
        [UInt8].text("ID3") + [4, 0, 0x10, 0, 0, 0, 11] + .text(Sample.maker) + .text("3DI") + [4, 0, 0x10, 0, 0, 0, 11]
    static let firstTag = [UInt8].text("TAG") + .text(Sample.maker) + .zeros(114)
    static let lyrics = [UInt8].text("LYRICSBEGIN\(Sample.maker)LYRICSEND")

    static func ape(_ item: [UInt8], hasHead: Bool = true) -> [UInt8] {
        let rest = [UInt8].little(2000, 4) + .little(item.count + 32, 4) + .little(1, 4)
        let head = [UInt8].text("APETAGEX") + rest + .little(0xA000_0000, 4) + .zeros(8)
        let foot = [UInt8].text("APETAGEX") + rest + .little(hasHead ? 0x8000_0000 : 0, 4) + .zeros(8)
        return (hasHead ? head : []) + item + foot
    }

    static let apeItem = [UInt8].little(11, 4) + .zeros(4) + .text("Artist\0" + Sample.maker)

    static let recording =
        secondTag + secondTag + footedTag + .zeros(20) + frame(1) + frame(2) + frame(3) + frame(4) + ape(apeItem) + lyrics
        + firstTag
}
