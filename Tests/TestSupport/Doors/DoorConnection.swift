import Foundation
import Glibc

/// One connection to a door on this machine, with bytes as they go over the wire.
package final class DoorConnection: Sendable {
    package struct Failure: Error {
        package let step: String
        package let code: Int32
    }

    /// Longer than any answer takes: without it, a door that does not answer would hold up the tests.
    private static let patience: Int32 = 120_000

    private let socket: Int32

    package init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw Failure(step: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeBytes(of: &address) {
            connect(socket, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), size)
        }
        guard result == 0 else { throw Failure(step: "connect", code: errno) }
        guard fcntl(socket, F_SETFL, O_NONBLOCK) == 0 else { throw Failure(step: "fcntl", code: errno) }
    }

    deinit { Glibc.close(socket) }

    /// Sends bytes and reads what comes back until the door closes. It reads while it sends, as a browser does: a door may answer
    /// before it heard everything.
    package func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
        try await onThreadOfItsOwn { try $0.exchangeNow(bytes) }
    }

    /// Sends bytes, without waiting for an answer.
    package func send(_ bytes: [UInt8]) async throws {
        try await onThreadOfItsOwn { connection in
            var sent = 0
            while sent < bytes.count {
                _ = try connection.wait(Int16(POLLOUT))
                sent += max(0, connection.write(bytes, from: sent))
            }
        }
    }

    /// Breaks the connection off, as a telephone does that loses its network.
    package func breakOff() {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Says that no more comes, and reads what the door still answers.
    package func endSending() async throws -> [UInt8] {
        shutdown(socket, Int32(SHUT_WR))
        return try await exchange([])
    }

    private func exchangeNow(_ bytes: [UInt8]) throws -> [UInt8] {
        var (sent, answer) = (0, [UInt8]())
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let ready = try wait(Int16(POLLIN) | (sent < bytes.count ? Int16(POLLOUT) : 0))
            if ready & Int16(POLLOUT) != 0, sent < bytes.count {
                let count = write(bytes, from: sent)
                // A door that closed meanwhile takes no more; what it answered is still to be read.
                sent = count < 0 ? bytes.count : sent + count
            }
            if ready & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
                let count = recv(socket, &piece, piece.count, 0)
                if count > 0 { answer += piece[..<count] }
                if count == 0 || count < 0 && errno != EAGAIN { return answer }
            }
        }
    }

    /// - Returns: how many bytes went; -1 where the other side is gone.
    private func write(_ bytes: [UInt8], from start: Int) -> Int {
        let count = bytes.withUnsafeBytes {
            Glibc.send(socket, $0.baseAddress! + start, bytes.count - start, Int32(MSG_NOSIGNAL))
        }
        return count < 0 && errno == EAGAIN ? 0 : count
    }

    private func wait(_ events: Int16) throws -> Int16 {
        var entry = pollfd(fd: socket, events: events, revents: 0)
        guard poll(&entry, 1, Self.patience) > 0 else { throw Failure(step: "poll", code: errno) }
        return entry.revents
    }

    /// The tests share few threads with the doors: waiting for a socket has one of its own.
    private func onThreadOfItsOwn<T: Sendable>(_ body: @escaping @Sendable (DoorConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body(self) }) }
        }
    }
}
