import FileCleaning
import Testing

/// A small file made by hand from the specification of its format, with the name of its maker in every place that can hold one.
struct Sample: CustomTestStringConvertible, Sendable {
    /// The maker's name, as programs leave it behind.
    static let maker = "Noor Jansen"

    let kind: StreamedKind
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }

    static let all: [Sample] = [
        Sample(kind: .jpeg, name: "photo", bytes: JPEGSample.photo),
        Sample(kind: .jpeg, name: "progressive photo", bytes: JPEGSample.progressive),
        Sample(kind: .png, name: "screenshot", bytes: PNGSample.screenshot),
        Sample(kind: .png, name: "moving screenshot", bytes: PNGSample.moving),
        Sample(kind: .gif, name: "moving GIF", bytes: GIFSample.moving),
        Sample(kind: .webp, name: "sticker", bytes: WebPSample.sticker),
        Sample(kind: .webp, name: "moving sticker", bytes: WebPSample.moving),
        Sample(kind: .mp4, name: "film, index last", bytes: MediaSample.indexLast),
        Sample(kind: .mp4, name: "film, index first", bytes: MediaSample.indexFirst),
        Sample(kind: .mp4, name: "film in fragments", bytes: MediaSample.fragments),
        Sample(kind: .quickTime, name: "film of long boxes", bytes: MediaSample.longBoxes),
        Sample(kind: .mp3, name: "recording", bytes: MP3Sample.recording),
        Sample(kind: .wav, name: "dictation", bytes: WAVSample.dictation),
    ]

    /// The kinds whose end is marked, so that every shorter file is seen to be cut off.
    static let marked = all.filter { [.jpeg, .png, .gif, .webp].contains($0.kind) }
}

/// Cleans a file that arrives in pieces of this size.
func cleaned(_ bytes: [UInt8], as kind: StreamedKind, piece: Int = .max) throws(CleaningRefusal) -> [UInt8] {
    try cleaned(bytes, as: kind, cutAt: piece == .max ? [] : Array(stride(from: piece, to: bytes.count, by: piece)))
}

/// Cleans a file that arrives in pieces that end at these places.
func cleaned(_ bytes: [UInt8], as kind: StreamedKind, cutAt places: [Int]) throws(CleaningRefusal) -> [UInt8] {
    let bounds = [0] + places + [bytes.count]
    var survey = FileSurvey(of: kind)
    for (start, end) in zip(bounds, bounds.dropFirst()) { try survey.take(bytes[start..<end], at: start) }
    var stream = CleanedStream(try survey.finish())
    var output: [UInt8] = []
    for (start, end) in zip(bounds, bounds.dropFirst()) { output += try stream.take(bytes[start..<end]) }
    return output + (try stream.finish())
}

extension [UInt8] {
    func contains(_ text: String) -> Bool { contains(Array(text.utf8)) }

    func contains(_ other: [UInt8]) -> Bool {
        guard let first = other.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: other) }
    }

    static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func big(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func little(_ value: Int, _ width: Int) -> [UInt8] { big(value, width).reversed() }

    static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
