import Kernel

/// The address of a page in both languages, after the language: links and route patterns come from here.
package struct SitePath: Sendable, Hashable {
    private let nl: String
    private let en: String

    /// - Parameters:
    ///   - nl: the segments, `zaken/{id}`; empty for the first page of a language.
    init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// The pattern for the router, `/nl/zaken/{id}`.
    package func pattern(_ language: Language) -> String {
        let path = language == .nl ? nl : en
        return path.isEmpty ? "/\(language.rawValue)" : "/\(language.rawValue)/\(path)"
    }

    /// The address, with each placeholder replaced in order.
    func link(_ language: Language, _ values: String...) -> String {
        var rest = values[...]
        return pattern(language).split(separator: "/").map { segment in
            guard segment.hasPrefix("{") else { return "/\(segment)" }
            return "/\(rest.popFirst() ?? "")"
        }.joined()
    }

    /// Whether the address begins with all of another.
    func isBelow(_ other: SitePath) -> Bool { nl.hasPrefix(other.nl + "/") }

    /// The same address with other values, in the other language.
    func inOtherLanguage(than language: Language, _ values: [String] = []) -> String {
        var rest = values[...]
        let other: Language = language == .nl ? .en : .nl
        return pattern(other).split(separator: "/").map { segment in
            segment.hasPrefix("{") ? "/\(rest.popFirst() ?? "")" : "/\(segment)"
        }.joined()
    }
}
