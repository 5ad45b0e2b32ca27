import Foundation
import Kernel

/// The code with which a reporter comes back: 22 random digits and two check digits, written in six groups of four.
package struct MailboxCode: Sendable, Equatable {
    /// All 24 digits.
    let digits: String

    package init(from entropy: EntropySource) {
        let random = (0..<22).map { _ in String(entropy.number(below: 10)) }.joined()
        digits = random + Self.checkDigits(of: random)
    }

    /// Reads a code as a person types it: with or without spaces, dots and hyphens, in any digits that Unicode knows as 0 to 9.
    package init(typed text: String) throws(MailboxCodeRefusal) {
        let normal = text.precomposedStringWithCompatibilityMapping.unicodeScalars
            .filter { !$0.properties.isWhitespace && !".-–—_·".unicodeScalars.contains($0) && !Self.isInvisible($0) }
        var digits = ""
        for scalar in normal {
            guard let value = scalar.properties.numericValue, scalar.properties.numericType == .decimal else {
                throw .otherThanDigits
            }
            digits += String(Int(value))
        }
        guard digits.count == 24 else { throw .wrongCount(digits.count) }
        guard Self.checkDigits(of: String(digits.prefix(22))) == digits.suffix(2) else { throw .misspelt }
        self.digits = digits
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }

    /// ISO 7064 MOD 97-10, as in an IBAN: every single wrong digit and every swap of neighbours is found.
    static func checkDigits(of digits: String) -> String {
        let remainder = (digits + "00").utf8.reduce(0) { ($0 * 10 + Int($1) - 48) % 97 }
        let check = 98 - remainder
        return check < 10 ? "0\(check)" : String(check)
    }

    /// Six groups of four digits.
    package var groups: [String] {
        stride(from: 0, to: 24, by: 4).map { String(digits.dropFirst($0).prefix(4)) }
    }

    package var text: String { groups.joined(separator: " ") }

    package func stretched(by derivation: Derivation) throws(SealFailure) -> StretchedKey {
        try derivation.stretch(Array(digits.utf8))
    }
}

/// Why what was typed is no code. None of it says whether a report exists.
package enum MailboxCodeRefusal: Refusal {
    case otherThanDigits
    case wrongCount(Int)
    /// The check digits do not fit: a typing mistake.
    case misspelt
}
