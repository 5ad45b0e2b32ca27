/// Hides how long something is.
package enum Padding {
    /// Text fills steps of 1 KiB.
    static let textStep = 1024

    /// The text with its length before it, filled up with zeros to a whole number of steps.
    package static func pad(text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        let size = (text.count + 4 + textStep - 1) / textStep * textStep
        out.reserveCapacity(size)
        out.append(lengthPrefixed: text)
        out.append(contentsOf: repeatElement(0, count: size - out.count))
        return out
    }

    package static func unpad(text: [UInt8]) throws(SealFailure) -> [UInt8] {
        guard let length = text.bigEndianUInt32(at: 0).map(Int.init), length + 4 <= text.count,
            text[(length + 4)...].allSatisfy({ $0 == 0 })
        else { throw .unreadableForm }
        return Array(text[4..<length + 4])
    }

    /// The size to which a file of `count` bytes is filled up: at most 12 % more, and few sizes in all (Padmé: Nikitin et al.,
    /// "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019(4), algorithm 1).
    package static func padme(_ count: Int) -> Int {
        guard count > 1 else { return count }
        let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
        let mantissa = Int.bitWidth - exponent.leadingZeroBitCount
        guard exponent > mantissa else { return count }
        let mask = (1 << (exponent - mantissa)) - 1
        return (count + mask) & ~mask
    }
}
