/// Finds references in the text of a letter.
package enum ReferenceSearch {
    /// A place where a reference begins, to the end of its last number.
    private static let form =
        #"(?:Kamerstuk(?:ken)?|Aanhangsel(?: van de)?(?: Handelingen)?|Handelingen|Stcrt\.?|Staatscourant) (?:I{1,2}\b|\d)[^;()\n]*?(?:nr\.?[ \u{00A0}]?\d+|, [A-Z]{1,3}\b|\d{4},[ \u{00A0}]\d+)(?:, item[ \u{00A0}]?\d+)?(?:, p\.[ \u{00A0}]?\d+(?:-\d+)?)?"#

    /// Every reference of a text that can be read, in its order.
    package static func references(in text: String) -> [Reference] { candidates(in: text).compactMap { try? Reference($0) } }

    /// What looks like a reference and cannot be read, as it stands in the text.
    package static func unreadable(in text: String) -> [String] {
        candidates(in: text).filter { (try? Reference($0)) == nil }
    }

    private static func candidates(in text: String) -> [String] {
        guard let regex = try? Regex(form) else { return [] }
        return text.matches(of: regex).map { String(text[$0.range]) }
    }
}
