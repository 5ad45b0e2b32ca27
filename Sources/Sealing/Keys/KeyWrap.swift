import Crypto
import Foundation
import Kernel

/// Wraps a key to a person: whoever holds the private half, and no one else, takes it out again (HPKE base mode, RFC 9180).
///
/// A wrap is version, suite, encapsulated key (1,120 bytes), ciphertext (32) and tag (16): 1,170 bytes, whoever it is for.
extension Sealer {
    package static let wrapSize = 2 + 1120 + 48

    package func wrap<Use>(_ secret: Secret<Use>, to reader: ReadingPublicKey, at place: SealingPlace) -> [UInt8] {
        envelope(secret.bytes, to: reader, at: place)
    }

    package func unwrap<Use>(
        _ wrap: [UInt8], with pair: ReadingKeyPair, at place: SealingPlace
    ) throws(SealFailure) -> Secret<Use> {
        try Secret(bytes: openEnvelope(wrap, with: pair, at: place))
    }

    /// A wrap that no one can open, of the same form as a true one.
    package func decoyWrap(to nobody: ReadingPublicKey, at place: SealingPlace) -> [UInt8] {
        envelope(entropy.bytes(32), to: nobody, at: place)
    }

    /// Bytes that the holder of the private half opens.
    package func envelope(_ bytes: [UInt8], to reader: ReadingPublicKey, at place: SealingPlace) -> [UInt8] {
        let header = [Self.version, SealingSuite.xWing.rawValue]
        var sender = try! HPKE.Sender(recipientKey: reader.key, ciphersuite: .meldloket, info: Data(header + place.bytes))
        let ciphertext = try! sender.seal(Data(bytes))
        return header + Array(sender.encapsulatedKey) + Array(ciphertext)
    }

    package func openEnvelope(
        _ envelope: [UInt8], with pair: ReadingKeyPair, at place: SealingPlace
    ) throws(SealFailure) -> [UInt8] {
        guard envelope.count >= 2 + 1120 + 16, envelope[0] == Self.version else { throw .unreadableForm }
        guard envelope[1] == SealingSuite.xWing.rawValue else { throw .suiteNotAccepted(envelope[1]) }
        do {
            var recipient = try HPKE.Recipient(
                privateKey: pair.privateKey, ciphersuite: .meldloket, info: Data(Array(envelope[..<2]) + place.bytes),
                encapsulatedKey: Data(envelope[2..<1122]))
            return Array(try recipient.open(Data(envelope[1122...])))
        } catch {
            throw .notGenuine
        }
    }
}

extension HPKE.Ciphersuite {
    fileprivate static let meldloket = HPKE.Ciphersuite.XWingMLKEM768X25519_SHA256_AES_GCM_256
}
