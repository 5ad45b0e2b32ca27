import Foundation

/// A passphrase that a person chose, in one written form (NFKC), so that every keyboard gives the same bytes.
package struct Passphrase: Sendable {
    package static let shortest = 14
    package static let longest = 256

    let bytes: [UInt8]

    /// Takes a passphrase that is tried: any text but an empty or endless one.
    package init?(tried text: String) {
        let normal = text.precomposedStringWithCompatibilityMapping
        guard !normal.isEmpty, normal.count <= Self.longest else { return nil }
        bytes = Array(normal.utf8)
    }

    /// Takes a passphrase that someone chooses for themselves.
    package init(chosen text: String) throws(PassphraseRefusal) {
        let normal = text.precomposedStringWithCompatibilityMapping
        guard normal.count >= Self.shortest else { throw .tooShort(shortest: Self.shortest) }
        guard normal.count <= Self.longest else { throw .tooLong(longest: Self.longest) }
        guard Set(normal.lowercased()).count >= 6 else { throw .tooSimple }
        bytes = Array(normal.utf8)
    }

    /// Stretches the passphrase.
    package func stretched(by derivation: Derivation) throws(SealFailure) -> StretchedKey {
        try derivation.stretch(bytes)
    }
}

/// Why a chosen passphrase is not good enough.
package enum PassphraseRefusal: Error, Equatable, Sendable {
    case tooShort(shortest: Int)
    case tooLong(longest: Int)
    case tooSimple
}
