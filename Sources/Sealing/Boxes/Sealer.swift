import Crypto
import Foundation
import Kernel

/// Seals and opens boxes: bytes under a symmetric key, bound to a place (AES-256-GCM, with a commitment to the key).
///
/// A box is version, suite, commitment (16 bytes), nonce (12), ciphertext and tag (16).
package struct Sealer: Sendable {
    static let version: UInt8 = 1
    static let overhead = 2 + 16 + 12 + 16

    package let entropy: EntropySource
    package let suite: SealingSuite

    package init(entropy: EntropySource = .system) {
        self.entropy = entropy
        suite = .xWing
    }

    /// Seals nothing. Only for the control run of the leak test; what it makes is refused by every other sealer.
    package init(openControl entropy: EntropySource) {
        self.entropy = entropy
        suite = .open
    }

    package func seal<Use>(_ bytes: [UInt8], with secret: Secret<Use>, at place: SealingPlace) -> [UInt8] {
        var box = [Self.version, suite.rawValue]
        guard suite != .open else { return box + bytes }
        let (key, commitment) = keys(of: secret)
        let nonce = entropy.bytes(12)
        let sealed = try! AES.GCM.seal(
            bytes, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: box + commitment + place.bytes)
        box.reserveCapacity(bytes.count + Self.overhead)
        box += commitment
        box += nonce
        box += sealed.ciphertext
        box += sealed.tag
        return box
    }

    package func open<Use>(_ box: [UInt8], with secret: Secret<Use>, at place: SealingPlace) throws(SealFailure) -> [UInt8] {
        try check(box)
        guard suite != .open else { return Array(box[2...]) }
        guard box.count >= Self.overhead else { throw .unreadableForm }
        let (key, commitment) = keys(of: secret)
        guard box[2..<18].elementsEqual(commitment) else { throw .notGenuine }
        do {
            let sealed = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: box[18..<30]), ciphertext: box[30..<box.count - 16], tag: box[(box.count - 16)...])
            return Array(try AES.GCM.open(sealed, using: key, authenticating: Array(box[..<18]) + place.bytes))
        } catch {
            throw .notGenuine
        }
    }

    /// Refuses what has another version or suite.
    func check(_ box: [UInt8]) throws(SealFailure) {
        guard box.count >= 2, box[0] == Self.version else { throw .unreadableForm }
        guard box[1] == suite.rawValue else { throw .suiteNotAccepted(box[1]) }
    }

    /// AES-GCM alone lets one ciphertext open under two keys; the commitment does not.
    private func keys<Use>(of secret: Secret<Use>) -> (SymmetricKey, [UInt8]) {
        let root = secret.root
        let commitment = root.derived("box/commitment", as: AuthenticityUse.self).bytes.prefix(16)
        return (root.derived("box/key", as: Use.self).key, Array(commitment))
    }
}
