/// The number under which a House keeps something: of a promise to the Tweede Kamer (`TZ202603-130`) or the Eerste Kamer
/// (`T03545`), of a document (`2025D16675`), a matter (`2025Z07345`) or a meeting (`2024A05766`).
package struct HouseNumber: Hashable, Sendable {
    package enum Kind: Sendable, CaseIterable {
        case promiseToTweedeKamer, promiseToEersteKamer, document, matter, activity
    }

    package let text: String
    package let kind: Kind

    /// - Throws: `ReferenceRefusal.noteSticksTo` where a digit of a note sticks to the number, as it does in copies of pages:
    ///   `T035453` is T03545 with note 3.
    package init(_ typed: String) throws(ReferenceRefusal) {
        let text = typed.split(whereSeparator: \.isWhitespace).joined().uppercased()
        guard let kind = Kind.allCases.first(where: { $0.fits(text) }) else {
            if let kind = Kind.allCases.first(where: { $0.fits(String(text.dropLast())) }), text.last?.isNumber == true,
                kind != .promiseToTweedeKamer
            {
                throw .noteSticksTo(typed, number: String(text.dropLast()))
            }
            throw .unknownForm(typed)
        }
        self.text = text
        self.kind = kind
    }
}

extension HouseNumber {
    /// Whether it is the number of a promise to either House.
    var isPromise: Bool { kind == .promiseToTweedeKamer || kind == .promiseToEersteKamer }

    /// The year that the number gives; nil for a promise to the Eerste Kamer, of which it gives none.
    var year: Int? {
        switch kind {
        case .promiseToTweedeKamer: Int(text.drop { !$0.isNumber }.prefix(4))
        case .promiseToEersteKamer: nil
        case .document, .matter, .activity: Int(text.prefix(4))
        }
    }
}

extension HouseNumber.Kind {
    fileprivate func fits(_ text: String) -> Bool { text.wholeMatch(of: form) != nil }

    private var form: Regex<Substring> {
        switch self {
        case .promiseToTweedeKamer: ReferenceForms.promiseToTweedeKamer
        case .promiseToEersteKamer: ReferenceForms.promiseToEersteKamer
        case .document: ReferenceForms.document
        case .matter: ReferenceForms.matter
        case .activity: ReferenceForms.activity
        }
    }
}
