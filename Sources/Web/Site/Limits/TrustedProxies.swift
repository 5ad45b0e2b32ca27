/// The proxies whose word is taken for where a request comes from. Of all others the header is not looked at.
package struct TrustedProxies: Sendable, Equatable {
    private struct Network: Sendable, Equatable {
        let bytes: [UInt8]
        let length: Int

        func contains(_ address: NetworkAddress) -> Bool {
            guard address.bytes.count == bytes.count else { return false }
            return (0..<length).allSatisfy { bit in
                let mask: UInt8 = 0x80 >> UInt8(bit % 8)
                return (bytes[bit / 8] ^ address.bytes[bit / 8]) & mask == 0
            }
        }
    }

    private let networks: [Network]

    package static let none = TrustedProxies(networks: [])

    private init(networks: [Network]) {
        self.networks = networks
    }

    /// Reads addresses and networks with commas between them: `127.0.0.1,10.0.0.0/8,2001:db8::/32`.
    ///
    /// - Returns: nil where one of them is neither.
    package init?(_ text: String) {
        var networks: [Network] = []
        for part in text.split(separator: ",") {
            let parts = Substring(part.trimmingWhitespace).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, let address = NetworkAddress(first) else { return nil }
            let most = address.bytes.count * 8
            guard let length = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(length) else { return nil }
            networks.append(Network(bytes: address.bytes, length: length))
        }
        self.networks = networks
    }

    /// The address of the client: that of the peer, or where the peer is a trusted proxy the last one that no trusted proxy has.
    ///
    /// - Parameter forwarded: `X-Forwarded-For`; what proxies added stands at the end.
    func client(of peer: NetworkAddress?, forwarded: String?) -> NetworkAddress? {
        guard var known = peer, !networks.isEmpty else { return peer }
        for entry in (forwarded ?? "").split(separator: ",").reversed() {
            guard isTrusted(known), let next = NetworkAddress(entry.trimmingWhitespace) else { return known }
            known = next
        }
        return known
    }

    private func isTrusted(_ address: NetworkAddress) -> Bool { networks.contains { $0.contains(address) } }
}
