import Crypto
import Kernel

/// A symmetric key of 256 bits for one kind of use. It cannot be printed or encoded.
package struct Secret<Use>: Sendable {
    let key: SymmetricKey

    init(_ key: SymmetricKey) {
        self.key = key
    }

    /// A new random key.
    package init(from entropy: EntropySource) {
        key = SymmetricKey(data: entropy.bytes(32))
    }

    /// - Throws: `SealFailure.wrongSize` where there are not 32 bytes.
    package init(bytes: [UInt8]) throws(SealFailure) {
        guard bytes.count == 32 else { throw .wrongSize }
        key = SymmetricKey(data: bytes)
    }

    /// The bytes, to wrap them.
    package var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// A key for another use that follows from this one (HKDF-SHA256, RFC 5869).
    package func derived<Other>(_ label: String, as use: Other.Type = Other.self) -> Secret<Other> {
        root.derived(label, as: use)
    }

    /// From which several keys are derived; the first step of each is then done once.
    var root: SecretRoot { SecretRoot(code: HKDF<SHA256>.extract(inputKeyMaterial: key, salt: [UInt8]?.none)) }
}

/// What RFC 5869 extracts from a key, to expand others from it (sections 2.2 and 2.3).
struct SecretRoot {
    fileprivate let code: HashedAuthenticationCode<SHA256>

    func derived<Other>(_ label: String, as _: Other.Type = Other.self) -> Secret<Other> {
        Secret(HKDF<SHA256>.expand(pseudoRandomKey: code, info: Array("meldloket/1/\(label)".utf8), outputByteCount: 32))
    }
}

extension Secret: Equatable {
    /// In constant time.
    package static func == (a: Secret, b: Secret) -> Bool { a.key == b.key }
}

/// Seals one item: a report, a message, a file.
package enum ItemUse {}
/// Wraps the item keys of one compartment in one epoch.
package enum EpochUse {}
/// Seals the list fields of an organisation.
package enum ListUse {}
/// Unlocks a private key: derived from a passphrase, a code or a cookie.
package enum UnlockUse {}
/// Makes and checks codes of authenticity.
package enum AuthenticityUse {}

package typealias ItemKey = Secret<ItemUse>
package typealias EpochKey = Secret<EpochUse>
package typealias ListKey = Secret<ListUse>
package typealias UnlockKey = Secret<UnlockUse>
package typealias AuthenticityKey = Secret<AuthenticityUse>
