extension Reference {
    /// How references are written.
    package enum Style: Sendable {
        /// In letters: `Kamerstukken II 2024/25, 30 950, nr. 433`, with spaces that do not break.
        case letter
        /// In metadata: `Kamerstukken II 2024-2025, 30950, nr. 433`.
        case metadata
    }

    package func written(in style: Style = .letter) -> String {
        switch self {
        case .paper(let paper):
            let year = paper.year.map { " \(style.written($0))" } ?? ""
            return "Kamerstukken \(paper.house.numeral)\(year), \(paper.written(in: style))"
        case .proceedings(let house, let year, let number, let item, let pages):
            let item = item.map { ", item\(style.space)\($0)" } ?? ""
            return "Handelingen \(house.numeral) \(style.written(year)), \(style.numbered(number))\(item)\(style.written(pages))"
        case .questionsAppendix(let house, let year, let number):
            return "Aanhangsel Handelingen \(house.numeral) \(style.written(year)), \(style.numbered(number))"
        case .gazette(let year, let number):
            return "Stcrt. \(year), \(number)"
        }
    }
}

extension ParliamentaryPaper {
    /// Without house and year: `30 950, nr. 433`.
    package func written(in style: Reference.Style = .letter) -> String {
        let number =
            switch number {
            case .numbered(let number): style.numbered(number)
            case .lettered(let letters): letters
            }
        return "\(dossier.written(in: style)), \(number)\(style.written(pages))"
    }
}

extension Dossier {
    package func written(in style: Reference.Style = .letter) -> String {
        let number = style == .letter && !isRoman ? "\(number.prefix(2))\(style.space)\(number.dropFirst(2))" : number
        guard let suffix else { return number }
        return suffix.allSatisfy(\.isNumber) ? "\(number)-\(suffix)" : "\(number)\(style.space)\(suffix)"
    }

    /// Reads `30 950`, `30950`, `30.950`, `36 600 VII`, `21 501-32` and `CXLVI`.
    package init?(written text: String) {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let match = plain.wholeMatch(of: ReferenceForms.dossier) else { return nil }
        self.init(match.output.1.filter { $0 != " " && $0 != "." }, suffix: match.output.2.map(String.init))
    }
}

extension Reference.Style {
    /// In letters one that does not break.
    fileprivate var space: String { self == .letter ? "\u{00A0}" : " " }

    fileprivate func numbered(_ number: Int) -> String { "nr.\(space)\(number)" }

    fileprivate func written(_ pages: Pages?) -> String { pages.map { ", p.\(space)\($0.written)" } ?? "" }

    fileprivate func written(_ year: ParliamentaryYear) -> String { self == .letter ? year.inLetters : year.inMetadata }
}
