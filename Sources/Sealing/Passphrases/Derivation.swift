import CSodium
import Crypto
import Foundation

/// Stretches something that a person knows into a key. It takes tens to hundreds of milliseconds: run it on threads of its own.
package struct Derivation: Sendable {
    package let pepper: AuthenticityKey
    package let salt: [UInt8]
    package let cost: DerivationCost

    package static let saltSize = 16

    package init(pepper: AuthenticityKey, salt: [UInt8], cost: DerivationCost) throws(SealFailure) {
        guard salt.count == Self.saltSize else { throw .wrongSize }
        self.pepper = pepper
        self.salt = salt
        self.cost = cost
    }

    /// Argon2id of the HMAC under the pepper, so that a stolen database alone cannot be searched.
    package func stretch(_ knowledge: [UInt8]) throws(SealFailure) -> StretchedKey {
        let peppered = Array(HMAC<SHA256>.authenticationCode(for: knowledge, using: pepper.key))
        return StretchedKey(key: try Self.argon2id(peppered, salt: salt, cost: cost))
    }

    static func argon2id(_ password: [UInt8], salt: [UInt8], cost: DerivationCost) throws(SealFailure) -> Secret<StretchUse> {
        guard !password.isEmpty, sodium_init() >= 0 else { throw .derivationFailed }
        var output = [UInt8](repeating: 0, count: 32)
        let result = password.withUnsafeBytes { password in
            crypto_pwhash(
                &output, 32, password.bindMemory(to: CChar.self).baseAddress!, UInt64(password.count), salt, UInt64(cost.passes),
                cost.memoryKiB * 1024, crypto_pwhash_ALG_ARGON2ID13)
        }
        guard result == 0 else { throw .derivationFailed }
        return try Secret(bytes: output)
    }
}

enum StretchUse {}

/// What came out of a derivation: it unlocks, it finds, or it proves, each by a key of its own.
package struct StretchedKey: Sendable {
    let key: Secret<StretchUse>

    /// Unlocks a private key.
    package var unlockKey: UnlockKey { key.derived("stretched/unlock") }

    /// Finds a row without telling the code: 32 bytes.
    package var locator: [UInt8] { key.derived("stretched/locator", as: AuthenticityUse.self).bytes }

    /// Proves knowledge of a passphrase without unlocking anything: 32 bytes.
    package var verifier: [UInt8] { key.derived("stretched/verifier", as: AuthenticityUse.self).bytes }
}
