import Kernel

/// A reference to what the States General or the government gazette published, as letters give it
/// (Aanwijzingen voor de regelgeving 3.43).
package enum Reference: Hashable, Sendable {
    /// A Kamerstuk: `Kamerstukken II 2024/25, 30 950, nr. 433`.
    case paper(ParliamentaryPaper)
    /// Handelingen: `Handelingen II 2018/19, nr. 15, item 5`.
    case proceedings(House, ParliamentaryYear, number: Int, item: Int?, pages: Pages?)
    /// Written questions with their answers: `Aanhangsel Handelingen II 2024/25, nr. 1043`.
    case questionsAppendix(House, ParliamentaryYear, number: Int)
    /// The government gazette: `Stcrt. 2025, 19890`.
    case gazette(year: Int, number: Int)
}

extension Reference {
    /// The House of which it is; nil for the government gazette.
    package var house: House? {
        switch self {
        case .paper(let paper): paper.house
        case .proceedings(let house, _, _, _, _), .questionsAppendix(let house, _, _): house
        case .gazette: nil
        }
    }
}

extension Reference {
    /// The year of the House in which it lies, where the reference gives it; nil for the government gazette.
    var year: ParliamentaryYear? {
        switch self {
        case .paper(let paper): paper.year
        case .proceedings(_, let year, _, _, _), .questionsAppendix(_, let year, _): year
        case .gazette: nil
        }
    }
}

/// A page or a range of pages.
package struct Pages: Hashable, Sendable {
    package let first: Int
    /// Equal to the first for one page.
    package let last: Int

    /// - Returns: nil where the range runs backwards.
    package init?(_ first: Int, _ last: Int? = nil) {
        guard first > 0, last ?? first >= first else { return nil }
        self.first = first
        self.last = last ?? first
    }

    package var written: String { first == last ? String(first) : "\(first)-\(last)" }
}

/// A Kamerstuk: a number or, in the Eerste Kamer, letters within a dossier.
package struct ParliamentaryPaper: Hashable, Sendable {
    /// What tells one paper of a dossier from the others.
    package enum Number: Hashable, Sendable {
        /// A paper of the Tweede Kamer, `nr. 433`.
        case numbered(Int)
        /// A paper of the Eerste Kamer, `G`.
        case lettered(String)
    }

    package let dossier: Dossier
    package let number: Number
    /// The year, where the reference gives it.
    package let year: ParliamentaryYear?
    package let pages: Pages?

    package init(_ dossier: Dossier, _ number: Number, in year: ParliamentaryYear? = nil, pages: Pages? = nil) {
        self.dossier = dossier
        self.number = number
        self.year = year
        self.pages = pages
    }

    package var house: House {
        switch number {
        case .numbered: .tweedeKamer
        case .lettered: .eersteKamer
        }
    }
}

/// A dossier of papers: `30 950`, with a suffix `36 600 VII` or `21 501-32`, or of the Eerste Kamer alone, `CXLVI`.
package struct Dossier: Hashable, Sendable {
    /// Five digits, or a Roman numeral.
    package let number: String
    /// A chapter of the budget, the number of a Council, or the number of a Kingdom act; nil for most.
    package let suffix: String?

    /// - Returns: nil where the number is neither five digits nor a Roman numeral, or the suffix none that is in use.
    package init?(_ number: some StringProtocol, suffix: String? = nil) {
        let isNumbered = number.utf8.count == 5 && number.utf8.allSatisfy { (48...57).contains($0) }
        guard isNumbered || suffix == nil && Self.isRoman(number) else { return nil }
        if let suffix {
            guard suffix.wholeMatch(of: ReferenceForms.suffix) != nil else { return nil }
        }
        self.number = String(number)
        self.suffix = suffix
    }

    var isRoman: Bool { Self.isRoman(number) }

    private static func isRoman(_ text: some StringProtocol) -> Bool {
        String(text).wholeMatch(of: ReferenceForms.roman) != nil && !text.isEmpty
    }
}
