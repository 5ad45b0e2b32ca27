import Crypto
import Foundation
import Kernel

/// A person's or a mailbox's key pair to which other keys are wrapped (X-Wing, draft-connolly-cfrg-xwing-kem-06).
package struct ReadingKeyPair: Sendable {
    /// 32 bytes from which the pair follows.
    package let seed: [UInt8]
    let privateKey: XWingMLKEM768X25519.PrivateKey

    package init(from entropy: EntropySource) {
        try! self.init(seed: entropy.bytes(32))
    }

    /// - Throws: `SealFailure.wrongSize` where there are not 32 bytes.
    package init(seed: [UInt8]) throws(SealFailure) {
        guard seed.count == 32, let key = try? XWingMLKEM768X25519.PrivateKey(seedRepresentation: seed, publicKey: nil) else {
            throw .wrongSize
        }
        self.seed = seed
        privateKey = key
    }

    package var publicKey: ReadingPublicKey { ReadingPublicKey(key: privateKey.publicKey) }
}

/// The public half of a reading key pair.
package struct ReadingPublicKey: Sendable {
    let key: XWingMLKEM768X25519.PublicKey

    init(key: XWingMLKEM768X25519.PublicKey) {
        self.key = key
    }

    /// - Throws: `SealFailure.wrongSize` where there are not 1,216 bytes of a key.
    package init(bytes: [UInt8]) throws(SealFailure) {
        guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes) else { throw .wrongSize }
        self.key = key
    }

    /// 1,216 bytes.
    package var bytes: [UInt8] { Array(key.rawRepresentation) }
}

extension ReadingPublicKey: Equatable {
    package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }
}
