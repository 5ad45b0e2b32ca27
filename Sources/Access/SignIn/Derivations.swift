import Kernel
import NIOPosix
import Sealing
import Synchronization

/// Threads on which codes and passphrases are stretched, a few at a time: each takes much memory on purpose.
package final class Derivations: Sendable {
    /// More derivations wait than is allowed: try again in a moment.
    package struct Busy: Error, Equatable {
        package init() {}
    }

    private let threads: NIOThreadPool
    private let waiting = Atomic<Int>(0)
    private let limit: Int
    package let passphraseCost: DerivationCost
    package let codeCost: DerivationCost

    /// - Parameters:
    ///   - count: derivations at the same time.
    ///   - limit: derivations that may wait.
    package init(
        count: Int = 2, limit: Int = 64, passphraseCost: DerivationCost = .passphrase, codeCost: DerivationCost = .mailboxCode
    ) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        self.limit = limit + count
        self.passphraseCost = passphraseCost
        self.codeCost = codeCost
    }

    /// - Throws: `Busy` at once where too many wait.
    package func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        guard waiting.wrappingAdd(1, ordering: .relaxed).newValue <= limit else {
            waiting.wrappingSubtract(1, ordering: .relaxed)
            throw Busy()
        }
        defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
        return try await threads.runIfActive(body)
    }

    package func close() async throws {
        try await threads.shutdownGracefully()
    }
}
