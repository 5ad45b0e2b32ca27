import Foundation
import NIOCore

/// Where a request comes from, as far as taking turns goes: a number that is the same for requests from one network, differs
/// at every start of the program, and leads back to no address.
package struct RequestOrigin: Hashable, Sendable {
    private let number: Int

    /// - Parameter address: nil where it is not known; all such requests share their turns.
    init(_ address: NetworkAddress?) {
        var hasher = Hasher()
        hasher.combine(address?.network)
        number = hasher.finalize()
    }
}

/// An address on the internet, as its bytes.
package struct NetworkAddress: Hashable, Sendable {
    /// Four of IPv4, also where it came as IPv6; sixteen of IPv6.
    let bytes: [UInt8]

    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let v4): bytes = withUnsafeBytes(of: v4.address.sin_addr) { Array($0) }
        case .v6(let v6): bytes = Self.unmapped(withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) })
        default: return nil
        }
    }

    /// Reads `192.0.2.1`, `2001:db8::1` and `[2001:db8::1]:443`; nil for anything else.
    init?(_ text: some StringProtocol) {
        var text = String(text)
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = String(text[text.index(after: text.startIndex)..<end])
        }
        if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") { text = String(text[..<colon]) }
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        self.init(address)
    }

    /// What one subscriber usually has: an address of IPv4, a /48 of IPv6.
    fileprivate var network: [UInt8] { bytes.count == 4 ? bytes : Array(bytes.prefix(6)) }

    private static func unmapped(_ bytes: [UInt8]) -> [UInt8] {
        let prefix: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        return bytes.starts(with: prefix) ? Array(bytes.suffix(4)) : bytes
    }
}
