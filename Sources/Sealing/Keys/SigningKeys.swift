import Crypto
import Foundation
import Kernel
import Synchronization

/// What a signature is for. A signature for one use says nothing in another.
package enum SignatureUse: String, Sendable {
    case message, confirmation, auditHead = "audit-head"

    var context: [UInt8] { Array("meldloket/1/\(rawValue)".utf8) }
}

/// A key pair that signs (ML-DSA-65, FIPS 204).
package struct SigningKeyPair: Sendable {
    /// 32 bytes from which the pair follows.
    package let seed: [UInt8]
    private let unfolded = Unfolded()

    package init(from entropy: EntropySource) {
        seed = entropy.bytes(32)
    }

    /// - Throws: `SealFailure.wrongSize` where there are not 32 bytes.
    package init(seed: [UInt8]) throws(SealFailure) {
        guard seed.count == 32 else { throw .wrongSize }
        self.seed = seed
    }

    /// Made of the seed when it is first asked for: most who hold a pair sign nothing.
    private var privateKey: MLDSA65.PrivateKey {
        unfolded.key.withLock { known in
            let key = known ?? (try! MLDSA65.PrivateKey(seedRepresentation: seed, publicKey: nil))
            known = key
            return key
        }
    }

    private final class Unfolded: Sendable {
        let key = Mutex<MLDSA65.PrivateKey?>(nil)
    }

    package var publicKey: SigningPublicKey { SigningPublicKey(key: privateKey.publicKey) }

    /// 3,309 bytes.
    package func sign(_ bytes: [UInt8], for use: SignatureUse) -> [UInt8] {
        Array(try! privateKey.signature(for: bytes, context: use.context))
    }
}

/// The public half of a signing key pair.
package struct SigningPublicKey: Sendable {
    private let key: MLDSA65.PublicKey

    init(key: MLDSA65.PublicKey) {
        self.key = key
    }

    /// - Throws: `SealFailure.wrongSize` where there are not 1,952 bytes of a key.
    package init(bytes: [UInt8]) throws(SealFailure) {
        guard let key = try? MLDSA65.PublicKey(rawRepresentation: bytes) else { throw .wrongSize }
        self.key = key
    }

    /// 1,952 bytes.
    package var bytes: [UInt8] { Array(key.rawRepresentation) }

    package func isSignature(_ signature: [UInt8], of bytes: [UInt8], for use: SignatureUse) -> Bool {
        key.isValidSignature(signature, for: bytes, context: use.context)
    }
}

extension SigningPublicKey: Equatable {
    package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }
}
