import Crypto
import Foundation
import Kernel

/// The second factor: a time-based one-time code of six digits (RFC 6238, HMAC-SHA-1, steps of 30 seconds), as authenticator
/// applications make it.
package struct TimeCode: Sendable {
    /// 20 bytes, shared with the officer's device.
    package let secret: [UInt8]

    package init(from entropy: EntropySource) {
        secret = entropy.bytes(20)
    }

    package init(secret: [UInt8]) {
        self.secret = secret
    }

    package static func step(at instant: Instant) -> Int { Int(instant.microseconds / 30_000_000) }

    /// The six digits of a step.
    package func digits(step: Int) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step that the typed code belongs to: this one, the one before or the one after, and later than the last that was used.
    package func accepts(_ typed: String, at instant: Instant, after lastStep: Int) -> Int? {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6 else { return nil }
        let now = Self.step(at: instant)
        return (now - 1...now + 1).first { $0 > lastStep && self.digits(step: $0) == digits }
    }

    /// The secret in the base 32 of RFC 4648, in groups of four, to type into an application.
    package var typedSecret: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = secret.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        let characters = stride(from: 0, to: bits.count, by: 5).map { start in
            alphabet[bits[start..<min(start + 5, bits.count)].reduce(0) { $0 << 1 | Int($1) }]
        }
        return stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<min($0 + 4, characters.count)]) }
            .joined(separator: " ")
    }

    /// The address that an authenticator application takes in.
    package func address(for userName: UserName) -> String {
        "otpauth://totp/Meldloket:\(userName.text)?secret=\(typedSecret.replacing(" ", with: ""))&issuer=Meldloket"
    }
}
