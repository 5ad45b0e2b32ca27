/// The colour profile of a JPEG, cut over numbered segments APP2 (ICC.1, annex B.4).
struct JPEGProfile: Sendable {
    private static let name = Array("ICC_PROFILE\0".utf8)
    private static let longest = 65_533 - 14

    private var pieces: [UInt8: [UInt8]] = [:]
    private var count: UInt8 = 0
    private(set) var held = 0

    mutating func add(_ content: ArraySlice<UInt8>) {
        let start = content.startIndex
        guard content.count > 14, content.starts(with: Self.name) else { return }
        let piece = content.dropFirst(14)
        guard held + piece.count <= CleaningLimits.part, pieces[content[start + 12]] == nil else { return }
        count = content[start + 13]
        pieces[content[start + 12]] = Array(piece)
        held += piece.count
    }

    /// The cleaned profile in segments, once; nothing where it is incomplete or no colour profile.
    mutating func segments() -> [UInt8] {
        defer { self = JPEGProfile() }
        guard count > 0 else { return [] }
        var whole: [UInt8] = []
        for number in 1...count {
            guard let piece = pieces[number] else { return [] }
            whole += piece
        }
        guard let profile = ColourProfile(whole)?.bytes else { return [] }
        let total = (profile.count + Self.longest - 1) / Self.longest
        var segments: [UInt8] = []
        for index in 0..<total {
            let piece = profile[(index * Self.longest)...].prefix(Self.longest)
            segments += [0xFF, 0xE2] + .big16(piece.count + 16) + Self.name
            segments += [UInt8(index + 1), UInt8(total)] + piece
        }
        return segments
    }
}
