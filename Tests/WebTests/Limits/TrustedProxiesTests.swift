import Testing

@testable import Web

struct TrustedProxiesTests {
    private let proxies = TrustedProxies("127.0.0.1, 10.0.0.0/8,2001:db8:1::/48")!

    private func client(of peer: String, _ forwarded: String?) -> NetworkAddress? {
        proxies.client(of: NetworkAddress(peer), forwarded: forwarded)
    }

    @Test func `the word of a stranger is not taken`() {
        #expect(client(of: "192.0.2.7", "198.51.100.1") == NetworkAddress("192.0.2.7"))
        #expect(
            TrustedProxies.none.client(of: NetworkAddress("127.0.0.1"), forwarded: "198.51.100.1") == NetworkAddress("127.0.0.1"))
    }

    @Test func `the client is the last that no trusted proxy has, whatever it claimed itself`() {
        #expect(client(of: "127.0.0.1", "198.51.100.1") == NetworkAddress("198.51.100.1"))
        #expect(client(of: "127.0.0.1", "203.0.113.9, 198.51.100.1, 10.2.3.4") == NetworkAddress("198.51.100.1"))
        #expect(client(of: "10.255.0.1", "2001:db8:2::5") == NetworkAddress("2001:db8:2::5"))
        #expect(client(of: "2001:db8:1:9::1", "192.0.2.7:4711") == NetworkAddress("192.0.2.7"))
    }

    @Test(arguments: ["", "unknown", "_hidden", "999.1.1.1", "<script>", "1.2.3", "198.51.100.1, unknown"])
    func `where the header says nothing that can be read, the proxy itself counts`(forwarded: String) {
        #expect(client(of: "127.0.0.1", forwarded) == NetworkAddress("127.0.0.1"))
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "proxy.example", "10.0.0/8", "::/129", "10.0.0.0/8/8"])
    func `what is no address and no network is refused`(text: String) {
        #expect(TrustedProxies(text) == nil)
    }

    @Test func `an address of IPv4 that came as IPv6 is the same, and neighbours in a network take turns together`() throws {
        #expect(NetworkAddress("::ffff:192.0.2.7") == NetworkAddress("192.0.2.7"))
        let (one, other) = (NetworkAddress("2001:db8:5:1::1"), NetworkAddress("2001:db8:5:2::9"))
        #expect(one != other)
        #expect(RequestOrigin(one) == RequestOrigin(other))
        #expect(RequestOrigin(one) != RequestOrigin(NetworkAddress("2001:db8:6::1")))
        #expect(RequestOrigin(NetworkAddress("192.0.2.7")) != RequestOrigin(NetworkAddress("192.0.2.8")))
    }
}
