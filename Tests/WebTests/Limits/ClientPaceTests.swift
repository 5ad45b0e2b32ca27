import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// A clock that the tests move, and a connection that is closed or not.
struct ClientPaceTests {
    private let loop = EmbeddedEventLoop()
    private let channel: EmbeddedChannel

    init() throws {
        channel = EmbeddedChannel(handler: ClientPace(), loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
    }

    private func ask() throws {
        channel.read()
        try channel.writeInbound(HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "desk", path: "/nl")))
        channel.read()
    }

    private func send(_ count: Int) throws {
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 1, count: count)))
    }

    @Test func `a client that sends a byte now and then is let go within a minute`() throws {
        try ask()
        for _ in 0..<12 where channel.isActive {
            try send(1)
            channel.read()
            loop.advanceTime(by: .seconds(5))
        }
        #expect(!channel.isActive)
    }

    @Test func `a telephone with little reception may take an hour`() throws {
        try ask()
        for _ in 0..<360 {
            try send(10 * ClientPace.bytesPerSecond + 1)
            channel.read()
            loop.advanceTime(by: .seconds(10))
        }
        #expect(channel.isActive)
    }

    @Test func `a fast start buys no slow rest`() throws {
        try ask()
        try send(50_000_000)
        channel.read()
        loop.advanceTime(by: .seconds(31))
        #expect(channel.isActive)
        for _ in 0..<12 where channel.isActive {
            try send(1)
            channel.read()
            loop.advanceTime(by: .seconds(5))
        }
        #expect(!channel.isActive)
    }

    @Test func `a connection without a request is let go, and one that waits for its answer is not`() throws {
        loop.advanceTime(by: .seconds(20))
        #expect(channel.isActive)
        try ask()
        try channel.writeInbound(HTTPRequestPart.end(nil))
        loop.advanceTime(by: .seconds(600))
        #expect(channel.isActive, "the program takes its time")
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        loop.advanceTime(by: .seconds(20))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(20))
        #expect(!channel.isActive)
    }

    @Test func `a client who waits for the program is not to blame, and neither is one whose request is whole`() throws {
        try ask()
        try send(1)
        loop.advanceTime(by: .seconds(600))
        #expect(channel.isActive, "nothing was asked of it")
        channel.read()
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.read()
        loop.advanceTime(by: .seconds(600))
        #expect(channel.isActive, "its request was in")
    }
}
