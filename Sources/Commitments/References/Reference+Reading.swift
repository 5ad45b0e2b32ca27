import Foundation

extension Reference {
    /// Reads a reference as letters, metadata or addresses write it.
    ///
    /// An address of the official publications may stand around an identifier. Spaces of any kind and width are alike, so are `30 950`, `30950` and `30.950`, and `p.` and `blz.`.
    package init(_ typed: String) throws(ReferenceRefusal) {
        let text = Self.plain(typed)
        if text.prefixMatch(of: ReferenceForms.identifier) != nil {
            self = try Self.identified(text)
        } else if let rest = Self.rest(of: text, after: ReferenceForms.papers) {
            self = .paper(try Self.paper(rest, of: text))
        } else if let rest = Self.rest(of: text, after: ReferenceForms.appendices) {
            self = try Self.appendix(rest, of: text)
        } else if let rest = Self.rest(of: text, after: ReferenceForms.proceedings) {
            self = try Self.proceedings(rest, of: text)
        } else if let match = text.wholeMatch(of: ReferenceForms.gazette) {
            self = .gazette(year: Int(match.1)!, number: Int(match.2)!)
        } else {
            self = .paper(try Self.paper(text, of: text))
        }
    }

    /// One space for each run of white space, and none at the ends; no full stop or semicolon behind.
    private static func plain(_ typed: String) -> String {
        var text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // In full it is "II, vergaderjaar 2024–2025, 30 950".
        if text.contains("ergaderjaar") { text.replace(#/,? [Vv]ergaderjaar /#, with: " ") }
        if text.utf8.contains(0xE2) { text.replace("–", with: "-") }
        while let last = text.last, ".;,".contains(last) { text.removeLast() }
        guard let match = text.wholeMatch(of: ReferenceForms.address) else { return text }
        return String(match.output.1)
    }

    private static func rest(of text: String, after prefix: Regex<Substring>) -> String? {
        text.prefixMatch(of: prefix).map { String(text[$0.range.upperBound...]) }
    }

    /// `II 2024/25, 30 950, nr. 433, p. 3`, or any part from the dossier on.
    private static func paper(_ text: String, of whole: String) throws(ReferenceRefusal) -> ParliamentaryPaper {
        let opening = text.prefixMatch(of: ReferenceForms.opening)!
        let year = try year(opening.output.2, of: whole)
        guard let match = text[opening.range.upperBound...].wholeMatch(of: ReferenceForms.paper) else {
            throw .unknownForm(whole)
        }
        let digits = match.output.1.filter { $0 != " " && $0 != "." }
        guard let dossier = Dossier(digits, suffix: match.output.2.map(String.init)) else {
            throw .noDossier(String(match.output.1))
        }
        let number: ParliamentaryPaper.Number =
            Int(match.output.3).map { .numbered($0) } ?? .lettered(String(match.output.3))
        let paper = ParliamentaryPaper(
            dossier, number, in: year, pages: try pages(match.output.4, match.output.5, of: whole))
        if let numeral = opening.output.1, paper.house != House(numeral: numeral) { throw .otherHouse(whole) }
        return paper
    }

    /// `II 2018/19, nr. 15, item 5, p. 25-36`.
    private static func proceedings(_ text: String, of whole: String) throws(ReferenceRefusal) -> Reference {
        guard let match = text.wholeMatch(of: ReferenceForms.sitting), let house = House(numeral: match.output.1),
            let year = try year(match.output.2, of: whole)
        else { throw .unknownForm(whole) }
        return .proceedings(
            house, year, number: Int(match.output.3)!, item: match.output.4.flatMap { Int($0) },
            pages: try pages(match.output.5, match.output.6, of: whole))
    }

    /// `II 2024/25, nr. 1043`.
    private static func appendix(_ text: String, of whole: String) throws(ReferenceRefusal) -> Reference {
        guard let match = text.wholeMatch(of: ReferenceForms.appendix),
            let house = House(numeral: match.output.1), let year = try year(match.output.2, of: whole)
        else { throw .unknownForm(whole) }
        return .questionsAppendix(house, year, number: Int(match.output.3)!)
    }

    private static func year(_ text: Substring?, of whole: String) throws(ReferenceRefusal) -> ParliamentaryYear? {
        guard let text else { return nil }
        guard let year = ParliamentaryYear(text) else { throw .yearsDoNotFollow(whole) }
        return year
    }

    private static func pages(_ first: Substring?, _ last: Substring?, of whole: String) throws(ReferenceRefusal) -> Pages? {
        guard let first = first.flatMap({ Int($0) }) else { return nil }
        guard let pages = Pages(first, last.flatMap { Int($0) }) else { throw .pagesReversed(whole) }
        return pages
    }
}
