import Foundation

@testable import Web

/// The input is `X-Forwarded-For` as it comes to a door behind a trusted proxy. The client is the first address from the right
/// that no trusted proxy has, and nothing that stands to the left of something else than an address counts. A stranger's word is
/// not taken.
enum ForwardedProperty {
    static func fault(for input: [UInt8]) -> String? {
        let text = String(decoding: input, as: UTF8.self)
        _ = TrustedProxies(text)
        let proxies = TrustedProxies("127.0.0.1,10.0.0.0/8,2001:db8::/32")!
        let (proxy, stranger) = (NetworkAddress("127.0.0.1")!, NetworkAddress("192.0.2.7")!)
        let client = proxies.client(of: proxy, forwarded: text)
        guard client?.bytes == expected(text) else { return "\(String(describing: client)), and not \(expected(text))" }
        return proxies.client(of: stranger, forwarded: text) == stranger ? nil : "a stranger was believed"
    }

    private static func expected(_ text: String) -> [UInt8] {
        var chain = [[UInt8(127), 0, 0, 1]]
        for entry in text.components(separatedBy: ",").reversed() where !entry.isEmpty {
            guard let address = NetworkAddress(entry.trimmingCharacters(in: CharacterSet(charactersIn: " \t"))) else { break }
            chain.append(address.bytes)
        }
        let isTrusted = { (bytes: [UInt8]) in
            bytes == [127, 0, 0, 1] || bytes.count == 4 && bytes[0] == 10 || bytes.starts(with: [0x20, 0x01, 0x0d, 0xb8])
        }
        return chain.first { !isTrusted($0) } ?? chain.last!
    }
}
