import NIOCore
import NIOHTTPTypes

/// Closes the connection of a client that sends no request, or sends it or takes its answer so slowly that it only keeps things
/// occupied.
///
/// Time counts while the program waits for the client, and not while the client waits for the program.
package final class ClientPace: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    /// The least that a client sends or takes, in bytes per second, over each `window` in which it is waited for.
    package static let bytesPerSecond = 1000
    private let window: TimeAmount
    private let look: TimeAmount

    /// Since when no request is there; nil while one is.
    private var quietSince: NIODeadline?
    private var isReceiving = false
    private var received = 0
    private var waited: TimeAmount = .nanoseconds(0)
    private var askedAt: NIODeadline?
    private var blockedAt: NIODeadline?
    private var clock: RepeatedTask?

    package init(window: TimeAmount = .seconds(30)) {
        self.window = window
        look = .nanoseconds(max(window.nanoseconds / 6, 1))
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        quietSince = context.eventLoop.now
        let box = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        clock = context.eventLoop.scheduleRepeatedTask(initialDelay: look, delay: look) { _ in
            let (pace, context) = box.value
            if pace.isTooSlow(at: context.eventLoop.now) { context.close(promise: nil) }
        }
    }

    package func handlerRemoved(context: ChannelHandlerContext) { stop() }

    package func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    package func read(context: ChannelHandlerContext) {
        if askedAt == nil { askedAt = context.eventLoop.now }
        context.read()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (isReceiving, quietSince) = (true, nil)
            begin(at: context.eventLoop.now)
        case .body(let bytes): received += bytes.readableBytes
        case .end: isReceiving = false
        }
        context.fireChannelRead(data)
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        if let askedAt { waited = waited + (context.eventLoop.now - askedAt) }
        askedAt = nil
        context.fireChannelReadComplete()
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { quietSince = context.eventLoop.now }
        context.write(data, promise: promise)
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        blockedAt = context.channel.isWritable ? nil : context.eventLoop.now
        context.fireChannelWritabilityChanged()
    }

    /// A new window.
    private func begin(at now: NIODeadline) {
        (received, waited) = (0, .nanoseconds(0))
        if askedAt != nil { askedAt = now }
    }

    private func isTooSlow(at now: NIODeadline) -> Bool {
        if let quietSince, now - quietSince > window { return true }
        // What lies unsent may be some megabytes, in buffers of the system.
        if let blockedAt, now - blockedAt > .nanoseconds(10 * window.nanoseconds) { return true }
        guard isReceiving else { return false }
        let all = waited + (askedAt.map { now - $0 } ?? .nanoseconds(0))
        guard all >= window else { return false }
        let least = Self.bytesPerSecond * Int(all.nanoseconds / 1_000_000) / 1000
        defer { begin(at: now) }
        return received < least
    }

    private func stop() {
        clock?.cancel()
        clock = nil
    }
}
