/// Where random bytes come from: the operating system, or a fixed sequence in a test.
package struct EntropySource: Sendable {
    private let fill: @Sendable (Int) -> [UInt8]

    package init(_ fill: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.fill = fill
    }

    /// The operating system's generator.
    package static let system = EntropySource { count in
        var generator = SystemRandomNumberGenerator()
        var out: [UInt8] = []
        out.reserveCapacity(count + 8)
        while out.count < count {
            withUnsafeBytes(of: generator.next()) { out.append(contentsOf: $0) }
        }
        return Array(out.prefix(count))
    }

    package func bytes(_ count: Int) -> [UInt8] { fill(count) }

    /// A whole number below `bound`, each equally likely.
    package func number(below bound: Int) -> Int {
        precondition(bound > 0 && bound <= 1 << 32)
        let limit = UInt64(1) << 48 / UInt64(bound) * UInt64(bound)
        while true {
            let value = bytes(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if value < limit { return Int(value % UInt64(bound)) }
        }
    }
}
