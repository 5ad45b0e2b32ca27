@testable import Web

/// The input is `X-Forwarded-For` as it comes to a door behind a trusted proxy. What is made of it is an address that can be
/// written and read again, and a stranger's word is not taken.
enum ForwardedProperty {
    static func fault(for input: [UInt8]) -> String? {
        let text = String(decoding: input, as: UTF8.self)
        _ = TrustedProxies(text)
        let proxies = TrustedProxies("127.0.0.1,10.0.0.0/8,2001:db8::/32")!
        let (proxy, stranger) = (NetworkAddress("127.0.0.1"), NetworkAddress("192.0.2.7"))
        guard let client = proxies.client(of: proxy, forwarded: text) else { return "no client at all" }
        guard [4, 16].contains(client.bytes.count) else { return "\(client.bytes.count) bytes of an address" }
        return proxies.client(of: stranger, forwarded: text) == stranger ? nil : "a stranger was believed"
    }
}
