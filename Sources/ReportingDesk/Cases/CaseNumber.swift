import Database
import Kernel

/// The number by which people speak of a case, such as K7Q-2MX: random, so that it tells no order.
package struct CaseNumber: Hashable, Sendable, CustomStringConvertible, SQLBindable, SQLReadable {
    /// Letters and digits that are not taken for one another.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXZ")

    package let text: String

    init(from entropy: EntropySource) {
        let characters = (0..<6).map { _ in Self.alphabet[entropy.number(below: Self.alphabet.count)] }
        text = String(characters[..<3]) + "-" + String(characters[3...])
    }

    package var description: String { text }
    package var sqlValue: SQLValue { .text(text) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue, text.count == 7 else { return nil }
        self.text = text
    }
}
