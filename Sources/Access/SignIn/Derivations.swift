import Kernel
import NIOPosix
import Sealing

/// Threads on which codes and passphrases are stretched, a few at a time: each takes much memory on purpose. Codes and
/// passphrases take turns, so that a flood at the reporter's door keeps no officer out.
package final class Derivations: Sendable {
    package enum Material: Sendable {
        case passphrase
        case code
    }

    private let threads: NIOThreadPool
    private let admission: Admission<Material>
    package let passphraseCost: DerivationCost
    package let codeCost: DerivationCost

    /// - Parameters:
    ///   - count: derivations at the same time.
    ///   - limit: derivations that may wait.
    ///   - patience: how long one may wait.
    package init(
        count: Int = 2, limit: Int = 64, patience: Duration = .seconds(20), passphraseCost: DerivationCost = .passphrase,
        codeCost: DerivationCost = .mailboxCode
    ) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        admission = Admission(atOnce: count, waiting: limit, patience: patience)
        self.passphraseCost = passphraseCost
        self.codeCost = codeCost
    }

    /// - Throws: `AdmissionRefused` where too many wait.
    package func run<T: Sendable>(_ material: Material, _ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await admission.run(from: material) { try await threads.runIfActive(body) }
    }

    /// How many are being stretched, and how many wait.
    package var load: (going: Int, waiting: Int) { admission.load }

    package func close() async throws {
        try await threads.shutdownGracefully()
    }
}
