/// Takes the names of officials out of what is made public: the minister answers for a note, not who wrote it (Woo 5.1(2)(e) and
/// 5.2(1)).
package enum Shielding {
    package static let mark = "[naam afgeschermd]"

    /// - Parameter names: full names. A surname that stands alone is taken out too.
    package static func shielded(_ text: String, names: [String]) -> String {
        let whole = names.sorted { $0.count > $1.count }
        let surnames = whole.compactMap { name in name.split(separator: " ").dropFirst().last.map(String.init) }.filter {
            $0.count > 2
        }
        return (whole + surnames).reduce(text) { text, name in replacing(name, in: text) }
    }

    /// Replaces a name where it stands as a word of its own.
    private static func replacing(_ name: String, in text: String) -> String {
        guard !name.isEmpty else { return text }
        var (result, rest) = ("", text[...])
        while let range = rest.firstRange(of: name) {
            let before = range.lowerBound == rest.startIndex ? result.last : rest[..<range.lowerBound].last
            let after = rest[range.upperBound...].first
            let isWord = before?.isLetter != true && after?.isLetter != true
            result += rest[..<range.lowerBound] + (isWord ? mark[...] : rest[range])
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
