import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Gives the headers of every answer also to the one that the library below sends by itself, where what came in is no HTTP.
package final class UnreadableRequests: ChannelOutboundHandler, RemovableChannelHandler {
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    private let isSecure: Bool

    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.headerFields[.contentSecurityPolicy] == nil else {
            return context.write(data, promise: promise)
        }
        for (name, value) in SecurityFields.all(isSecure: isSecure) { head.headerFields[name] = value }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
