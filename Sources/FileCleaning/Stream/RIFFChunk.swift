/// The head of a chunk in a RIFF file: its name, and the length of what follows without the padding to an even number.
struct RIFFChunk: Sendable {
    static let headLength = 8
    /// The name of a chunk that every reader skips. What is removed becomes one of the same length, filled with zeros: the length
    /// of the whole comes first in the file and stays true.
    static let filler: FourCC = "JUNK"

    let name: FourCC
    let length: Int

    init(name: FourCC, length: Int) {
        self.name = name
        self.length = length
    }

    /// The head at the front of the intake; nil where it has not arrived.
    init?(_ input: Intake) {
        guard input.count >= Self.headLength else { return nil }
        self.init(name: FourCC(input.big32(at: 0)), length: input.little32(at: 4))
    }

    var paddedLength: Int { length + length & 1 }
    var head: [UInt8] { name.bytes + .little32(length) }
    var asFiller: RIFFChunk { RIFFChunk(name: Self.filler, length: length) }
}
