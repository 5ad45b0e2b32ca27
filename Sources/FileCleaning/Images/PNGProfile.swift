/// The colour profile of a PNG: a name, a zero, the method 0, and the profile in a zlib stream (11.3.2.3).
enum PNGProfile {
    /// The content with the cleaned profile under a neutral name; nil where the profile cannot be read.
    static func cleaned(_ content: [UInt8]) -> [UInt8]? {
        guard let nameEnd = content.prefix(80).firstIndex(of: 0), nameEnd + 2 <= content.count, content[nameEnd + 1] == 0,
            let original = Inflation.inflate(zlib: Array(content[(nameEnd + 2)...]), limit: CleaningLimits.part),
            let profile = ColourProfile(original)
        else { return nil }
        return Array("ICC".utf8) + [0, 0] + stored(profile.bytes)
    }

    /// A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4).
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let longest = 65_535
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: longest) {
            let block = bytes[start...].prefix(longest)
            let length = [UInt8].big16(block.count)
            stream += [start + longest >= bytes.count ? 1 : 0, length[1], length[0], ~length[1], ~length[0]] + block
        }
        return stream + .big32(Int(Inflation.adler32(bytes)))
    }
}
