import Foundation

/// Text that a person typed, made safe to show: one form of line ends, no control characters, and none of the characters that turn
/// the direction of what follows. Letters of every script stay as they are.
package struct PlainText: Sendable, Equatable {
    package let text: String

    /// - Throws: `PlainTextRefusal.tooLong`.
    package init(typed: String, longest: Int) throws(PlainTextRefusal) {
        var clean = String.UnicodeScalarView()
        for scalar in typed.replacing("\r\n", with: "\n").replacing("\r", with: "\n").precomposedStringWithCanonicalMapping
            .unicodeScalars
        {
            guard !Self.isUnwanted(scalar) else { continue }
            clean.append(scalar)
        }
        text = String(clean).trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.count <= longest else { throw .tooLong(count: text.count, longest: longest) }
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0a: false
        case 0x202a...0x202e, 0x2066...0x2069, 0x200e, 0x200f, 0x061c, 0xfeff, 0xfff9...0xfffb: true
        default: scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
        }
    }
}

package enum PlainTextRefusal: Error, Equatable, Sendable {
    case tooLong(count: Int, longest: Int)
}

/// The longest texts that the desk takes in, in characters.
package enum TextLimits {
    package static let story = 50_000
    package static let message = 20_000
    package static let short = 1_000
    package static let name = 200
    package static let search = 100
}
