extension Reference {
    /// The identifier of an official publication, such as `kst-30950-451`.
    ///
    /// - Returns: nil for proceedings without an item, which have none.
    package var identifier: String? {
        switch self {
        case .paper(let paper):
            let number =
                switch paper.number {
                case .numbered(let number): String(number)
                case .lettered(let letters): letters
                }
            let suffix = paper.dossier.suffix.map { "-" + $0.filter { $0 != "(" && $0 != ")" } } ?? ""
            return "kst-\(paper.dossier.number)\(suffix)-\(number)"
        case .proceedings(let house, let year, let number, let item, _):
            return item.map { "h-\(house.rawValue)-\(year.inIdentifiers)-\(number)-\($0)" }
        case .questionsAppendix(let house, let year, let number):
            return "ah-\(house.rawValue)-\(year.inIdentifiers)-\(number)"
        case .gazette(let year, let number):
            return "stcrt-\(year)-\(number)"
        }
    }

    /// Where people read it.
    package var address: String? { identifier.map { "https://zoek.officielebekendmakingen.nl/\($0).html" } }

    /// Reads an identifier. A letter after the dossier and nothing behind it is a paper of the Eerste Kamer, `kst-35741-G`; with
    /// something behind it, a suffix, `kst-33000-VII-19`.
    static func identified(_ text: String) throws(ReferenceRefusal) -> Reference {
        if let match = text.wholeMatch(of: ReferenceForms.paperIdentifier) {
            let year = match.output.1.flatMap { ParliamentaryYear($0) }
            guard year != nil || match.output.1 == nil else { throw .yearsDoNotFollow(text) }
            let suffix = match.output.3.map { $0.contains(/^R[0-9]/) ? "(\($0))" : String($0) }
            guard let dossier = Dossier(match.output.2, suffix: suffix) else { throw .noDossier(String(match.output.2)) }
            let number: ParliamentaryPaper.Number =
                Int(match.output.4).map { .numbered($0) } ?? .lettered(String(match.output.4))
            return .paper(ParliamentaryPaper(dossier, number, in: year))
        }
        if let match = text.wholeMatch(of: ReferenceForms.sittingIdentifier) {
            guard let year = ParliamentaryYear(match.output.2) else { throw .yearsDoNotFollow(text) }
            return .proceedings(
                House(rawValue: String(match.output.1))!, year, number: Int(match.output.3)!,
                item: match.output.4.flatMap { Int($0) }, pages: nil)
        }
        if let match = text.wholeMatch(of: ReferenceForms.appendixIdentifier) {
            guard let year = ParliamentaryYear(match.output.2) else { throw .yearsDoNotFollow(text) }
            return .questionsAppendix(House(rawValue: String(match.output.1))!, year, number: Int(match.output.3)!)
        }
        guard let match = text.wholeMatch(of: ReferenceForms.gazetteIdentifier) else { throw .unknownForm(text) }
        return .gazette(year: Int(match.output.1)!, number: Int(match.output.2)!)
    }
}
