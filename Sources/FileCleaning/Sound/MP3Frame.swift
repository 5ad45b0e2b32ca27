/// The head of a frame of MPEG audio, layer III (ISO/IEC 11172-3, 2.4.1.3; 13818-3; and the half-rate extension 2.5).
struct MP3Frame: Sendable {
    static let headLength = 4

    /// What stays the same in all frames of one recording: version, layer and sampling rate.
    struct Family: Equatable, Sendable {
        fileprivate let version: Int
        fileprivate let rateIndex: Int
    }

    let family: Family
    /// The length of the frame with its head, in bytes.
    let length: Int

    private static let bitrates = [
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ]
    private static let fullRates = [44_100, 48_000, 32_000]

    /// The frame that begins at `index`; nil where none does, or its head is incomplete.
    init?(_ bytes: some Bytes, at index: Int) {
        guard bytes.endIndex - index >= Self.headLength else { return nil }
        let head = bytes.big32(at: index)
        let version = head >> 19 & 3
        let bitrateIndex = head >> 12 & 15
        let rateIndex = head >> 10 & 3
        guard head >> 21 == 0x7FF, version != 1, head >> 17 & 3 == 1, (1...14).contains(bitrateIndex), rateIndex != 3,
            head & 3 != 2
        else { return nil }
        let isFull = version == 3
        let rate = Self.fullRates[rateIndex] / (isFull ? 1 : version == 2 ? 2 : 4)
        let bitrate = Self.bitrates[isFull ? 0 : 1][bitrateIndex] * 1000
        length = (isFull ? 144 : 72) * bitrate / rate + head >> 9 & 1
        family = Family(version: version, rateIndex: rateIndex)
    }
}

extension Bytes {
    /// True where two frames of one recording follow each other from `index`.
    func isMP3(at index: Int) -> Bool {
        guard let first = MP3Frame(self, at: index) else { return false }
        return MP3Frame(self, at: index + first.length)?.family == first.family
    }
}
