import Foundation

/// Takes the names of officials out of what is made public: the minister answers for a note, not who wrote it (Woo 5.1(2)(e) and
/// 5.2(1)).
package enum Shielding {
    package static let mark = "[naam afgeschermd]"

    /// - Parameter names: full names. What stands behind the first name is taken out too, in capitals or not, and a surname that stands
    ///   alone. A name that is also a word is taken out too often rather than too seldom.
    package static func shielded(_ text: String, names: [String]) -> String {
        let whole = names.sorted { $0.count > $1.count }
        let behind = whole.compactMap { name in name.firstIndex(of: " ").map { String(name[name.index(after: $0)...]) } }
        let surnames = whole.compactMap { name in name.split(separator: " ").dropFirst().last.map(String.init) }
        let shielded = (whole + behind).reduce(text) { replacing($1, in: $0, ignoringCase: true) }
        return surnames.filter { $0.count > 1 }.reduce(shielded) { replacing($1, in: $0, ignoringCase: false) }
    }

    /// Replaces a name where it stands as a word of its own, with the s behind it that says whose something is.
    private static func replacing(_ name: String, in text: String, ignoringCase: Bool) -> String {
        guard !name.isEmpty else { return text }
        var (result, rest) = ("", text[...])
        while let range = ignoringCase ? rest.range(of: name, options: .caseInsensitive) : rest.firstRange(of: name) {
            let before = range.lowerBound == rest.startIndex ? result.last : rest[..<range.lowerBound].last
            var after = rest[range.upperBound...]
            if after.first == "s", after.dropFirst().first?.isLetter != true { after = after.dropFirst() }
            let isWord = before?.isLetter != true && after.first?.isLetter != true
            result += rest[..<range.lowerBound]
            result += isWord ? mark[...] : rest[range.lowerBound..<after.startIndex]
            rest = after
        }
        return result + rest
    }
}
