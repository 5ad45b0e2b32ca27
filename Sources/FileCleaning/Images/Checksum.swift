/// The 32-bit cyclic redundancy code of PNG (annex D).
struct Checksum: Sendable {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { code, _ in code & 1 == 1 ? 0xEDB8_8320 ^ code >> 1 : code >> 1 }
    }

    private var register: UInt32 = .max

    init() {}

    init(of bytes: ArraySlice<UInt8>) { add(bytes) }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        let table = Self.table
        var register = register
        for byte in bytes { register = table[Int(UInt8(truncatingIfNeeded: register) ^ byte)] ^ register >> 8 }
        self.register = register
    }

    var value: UInt32 { ~register }
}
