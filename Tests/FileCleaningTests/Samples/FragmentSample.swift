extension MediaSample {
    static func run(_ track: Int, distance: Int?, base: Int? = nil, flags: Int = 0x2_0000) -> [UInt8] {
        let baseOffset = base.map { [UInt8].big($0, 8) } ?? []
        return box(
            "traf", full("tfhd", flags: flags | (base == nil ? 0 : 1), .big(track, 4), baseOffset),
            full("trun", flags: distance == nil ? 0 : 1, .big(1, 4), distance.map { .big($0, 4) } ?? []), own)
    }

    static let fragmentedIndex = box(
        "moov", movieHead(), track(1, "vide", chunks: [], description: picture(codec)),
        track(3, "meta", chunks: [], description: telemetry),
        box("mvex", full("trex", .big(1, 4), .zeros(16)), full("trex", .big(3, 4), .zeros(16)), space))

    static func fragment(_ runs: (_ mediaAt: Int) -> [[UInt8]]) -> [UInt8] {
        let head = full("mfhd", .big(1, 4))
        let length = box("moof", [head, own].flatMap { $0 }, runs(0).flatMap { $0 }).count
        return box("moof", head + own, runs(length + 8).flatMap { $0 })
    }

    /// Picture, then telemetry to the end of the media data; twice.
    static let fragments: [UInt8] = {
        let media = [UInt8].text("PICTURE.") + .text("+52\(Sample.maker)")
        let index = fragment { [run(1, distance: $0), run(3, distance: $0 + 8)] }
        let one = index + box("mdat", media)
        return fileType + fragmentedIndex + one + box("prft", .text(Sample.maker)) + one + box("mfra", .text(Sample.maker))
    }()
}
