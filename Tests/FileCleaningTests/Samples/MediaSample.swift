/// Builds films in ISO base media (ISO/IEC 14496-12) and QuickTime.
enum MediaSample {
    static func box(_ type: String, _ content: [UInt8]...) -> [UInt8] {
        let body = content.flatMap { $0 }
        return .big(body.count + 8, 4) + .text(type) + body
    }

    static func longBox(_ type: String, _ content: [UInt8]) -> [UInt8] {
        .big(1, 4) + .text(type) + .big(content.count + 16, 8) + content
    }

    /// What a box becomes that is removed.
    static func freed(_ box: [UInt8]) -> [UInt8] { box[..<4] + .text("free") + .zeros(box.count - 8) }

    /// A box with a version and flags.
    static func full(_ type: String, version: UInt8 = 0, flags: Int = 0, _ content: [UInt8]...) -> [UInt8] {
        box(type, [version] + .big(flags, 3) + content.flatMap { $0 })
    }

    /// 2024-05-06 07:08:09 in seconds since 1904.
    static let instant = 3_797_824_089
    static let fileType = box("ftyp", .text("isom"), .big(512, 4), .text("isommp41"))
    static let place = box("udta", [UInt8].big(31 + 8, 4) + [0xA9] + .text("xyz" + "+52.0705+004.3007/ " + Sample.maker + "\0"))
    static let keys = full("meta", box("keys", .text("com.apple.quicktime.author")), box("ilst", .text(Sample.maker)))
    static let own = box("uuid", [UInt8](repeating: 0xBE, count: 16), .text(Sample.maker))
    static let space = box("free", .text(Sample.maker))

    static func movieHead(_ instant: Int = instant) -> [UInt8] {
        full("mvhd", .big(instant, 4), .big(instant, 4), .big(1000, 4), .big(2000, 4), .zeros(76), .big(9, 4))
    }

    static func handler(_ kind: String, name: String = Sample.maker) -> [UInt8] {
        full("hdlr", .zeros(4), .text(kind), .zeros(12), .text(name + "\0"))
    }

    static func track(
        _ number: Int, _ kind: String, chunks: [Int], description: [UInt8], extra: [UInt8] = [], isLong: Bool = false,
        instant: Int = instant, language: Int = 0x3A6C, handlerName: String = Sample.maker, tables: [UInt8]? = nil
    ) -> [UInt8] {
        let version: UInt8 = isLong ? 1 : 0
        let width = isLong ? 8 : 4
        let times = [UInt8].big(instant, width) + .big(instant, width)
        let starts =
            isLong
            ? full("co64", .big(chunks.count, 4), chunks.flatMap { [UInt8].big($0, 8) })
            : full("stco", .big(chunks.count, 4), chunks.flatMap { [UInt8].big($0, 4) })
        return box(
            "trak", full("tkhd", version: version, flags: 7, times, .big(number, 4), .zeros(4), .big(2000, width), .zeros(60)),
            box("edts", full("elst", .big(1, 4), .big(2000, 4), .big(0, 4), [0, 1, 0, 0])), extra,
            box(
                "mdia", full("mdhd", version: version, times, .big(1000, 4), .big(2000, width), .big(language, 2), .zeros(2)),
                handler(kind, name: handlerName),
                box(
                    "minf", kind == "soun" ? full("smhd", .zeros(4)) : full("vmhd", .zeros(8)),
                    box("dinf", full("dref", .big(1, 4), full("alis", flags: 1, .text(Sample.maker)))),
                    box("stbl", full("stsd", .big(1, 4), description), tables ?? samplesOfEight(chunks.count), starts))))
    }

    /// Tables that say: one sample in each chunk, of eight bytes.
    static func samplesOfEight(_ count: Int) -> [UInt8] { runs([(1, 1)]) + sizes([Int](repeating: 8, count: count)) }

    static func runs(_ runs: [(first: Int, samples: Int)]) -> [UInt8] {
        full("stsc", .big(runs.count, 4), runs.flatMap { [UInt8].big($0.first, 4) + .big($0.samples, 4) + .big(1, 4) })
    }

    static func sizes(_ sizes: [Int]) -> [UInt8] {
        full("stsz", .zeros(4), .big(sizes.count, 4), sizes.flatMap { [UInt8].big($0, 4) })
    }

    static func picture(vendor: String = "Noor", encoder: String = Sample.maker, _ parts: [UInt8]...) -> [UInt8] {
        let name = [UInt8(encoder.utf8.count)] + .text(encoder) + .zeros(31 - encoder.utf8.count)
        return box(
            "avc1", .zeros(6), .big(1, 2), .zeros(4), vendor.isEmpty ? .zeros(4) : .text(vendor), .zeros(8), .big(16, 2),
            .big(16, 2),
            .zeros(14), name, [0, 24, 0xFF, 0xFF], parts.flatMap { $0 })
    }

    static let sound = box(
        "mp4a", .zeros(6), .big(1, 2), .zeros(8), .big(1, 2), .big(16, 2), .zeros(4), .big(8000, 4), box("esds", [1, 2, 3, 4]))
    static let codec = box("avcC", [1, 2, 3, 4])
    static let profile = box("colr", .text("prof"), ProfileSample.screen)
    static let telemetry = box("mebx", .zeros(6), .big(1, 2), .text(Sample.maker))

    /// Media data of four runs of samples: picture, telemetry, sound, telemetry.
    static let media = [UInt8].text("PICTURE.") + .text("+52\(Sample.maker)") + .text("SOUND...") + .text("+53\(Sample.maker)")

    static func index(mediaAt start: Int, isLong: Bool = false) -> [UInt8] {
        let tracks = [
            track(
                1, "vide", chunks: [start], description: picture(codec, profile, box("udta", .text(Sample.maker))),
                extra: place + box("tref", box("cdsc", .big(3, 4))) + box("meta", .text(Sample.maker)), isLong: isLong),
            track(2, "soun", chunks: [start + 22], description: sound, isLong: isLong),
            track(3, "meta", chunks: [start + 8, start + 30], description: telemetry, isLong: isLong),
        ]
        let content = movieHead() + place + keys + own + space + tracks.flatMap { $0 }
        return isLong ? longBox("moov", content) : box("moov", content)
    }

    static let indexLast: [UInt8] = {
        let start = fileType + keys + own + box("wide")
        return start + box("mdat", media) + space + index(mediaAt: start.count + 8) + box("skip", .text(Sample.maker))
    }()

    static let indexFirst: [UInt8] = {
        let length = fileType.count + index(mediaAt: 0).count
        return fileType + index(mediaAt: length + 8) + box("mdat", media)
    }()

    /// As a recorder writes it that does not know how long a film will be: the media data goes on to the end.
    static let longBoxes: [UInt8] = {
        let length = 8 + index(mediaAt: 0, isLong: true).count
        return box("wide") + index(mediaAt: length + 8, isLong: true) + .big(0, 4) + .text("mdat") + media
    }()
}
