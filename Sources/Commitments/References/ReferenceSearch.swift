/// Finds references in the text of a letter.
package enum ReferenceSearch {
    private static let space = #"[ \u{00A0}]"#

    /// From the word that begins a reference to its last number; two forms, of papers and of the gazette.
    private static let form =
        #"(?:Kamerstuk(?:ken)?|Aanhangsel(?: van de)?(?: Handelingen)?|Handelingen) (?:I{1,2}\b|[0-9])[^;()\n]*?"#
        + #"(?:nr\.?\#(space)?[0-9]+|, [A-Z]{1,3}\b)(?:, item\#(space)?[0-9]+)?(?:,?\#(space)(?:-\#(space))?(?:p|blz)\.\#(space)?[0-9]+(?:-[0-9]+)?)?"#
        + #"|(?:Stcrt\.?|Staatscourant) [0-9]{4},? ?(?:nr\.?\#(space)?)?[0-9]+"#

    /// The form is tried where one of these stands, and nowhere else.
    private static let beginnings = ["Kamerstuk", "Aanhangsel", "Handelingen", "Stcrt", "Staatscourant"].map { Array($0.utf8) }

    /// Every reference of a text that can be read, with its place.
    package static func found(in text: String) -> [(range: Range<String.Index>, reference: Reference)] {
        candidates(in: text).compactMap { range in
            guard isWhole(range, in: text) else { return nil }
            return (try? Reference(String(text[range]))).map { (range, $0) }
        }
    }

    /// Every reference of a text that can be read, in its order.
    package static func references(in text: String) -> [Reference] { found(in: text).map(\.reference) }

    /// What looks like a reference and cannot be read, as it stands in the text.
    package static func unreadable(in text: String) -> [String] {
        candidates(in: text).compactMap { range in
            guard !isWhole(range, in: text) || (try? Reference(String(text[range]))) == nil else { return nil }
            let rest = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber }
            return String(text[range.lowerBound..<rest.endIndex])
        }
    }

    /// Whether no letter or digit sticks to the last number.
    private static func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
        guard range.upperBound < text.endIndex else { return true }
        let next = text[range.upperBound]
        return !next.isLetter && !next.isNumber
    }

    /// Compiled once: that takes longer than to search a page. Nothing changes it, and it holds no code of ours.
    private nonisolated(unsafe) static let regex = try! Regex(form)

    private static func candidates(in text: String) -> [Range<String.Index>] {
        var (found, rest) = ([Range<String.Index>](), text[...])
        while let start = beginning(in: rest) {
            rest = rest[start...]
            if let match = try? regex.prefixMatch(in: rest[..<end(of: rest)]), !match.range.isEmpty {
                found.append(match.range)
                rest = rest[match.range.upperBound...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return found
    }

    /// Where the next reference may begin: the first one does not run into it.
    private static func end(of rest: Substring) -> String.Index {
        let opening = ["Aanhangsel van de Handelingen", "Aanhangsel Handelingen"].first { rest.hasPrefix($0) }
        return beginning(in: rest.dropFirst(opening?.count ?? 1)) ?? rest.endIndex
    }

    /// Where the first word stands with which a reference may begin.
    private static func beginning(in text: Substring) -> String.Index? {
        var place = text.utf8.startIndex
        let bytes = text.utf8
        while let index = bytes[place...].firstIndex(where: { [0x41, 0x48, 0x4B, 0x53].contains($0) }) {
            if beginnings.contains(where: { bytes[index...].starts(with: $0) }) { return index }
            place = bytes.index(after: index)
        }
        return nil
    }
}
