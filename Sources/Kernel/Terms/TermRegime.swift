/// The rule that says what happens to a term that ends on a day off.
package enum TermRegime: String, CaseIterable, Sendable {
    /// Algemene termijnenwet.
    case atw
    /// Regulation (EEC, Euratom) 1182/71.
    case eu
    /// No rule: the term ends on the day that it ends.
    case none

    /// Whether the regime moves the end of a term of this length (Atw 4(a); Regulation 1182/71 art. 3(4)).
    package func moves(_ length: TermLength) -> Bool {
        switch (self, length) {
        case (.none, _), (_, .hours), (.atw, .years): false
        case (.atw, .days(let count)): count <= 90
        case (.atw, .weeks(let count)): count <= 12
        case (.atw, .months(let count)): count <= 3
        case (.eu, _): true
        }
    }

    /// The shortest term, in days, that must contain two working days (Atw 2: three; Regulation 1182/71 art. 3(5): two).
    var shortestWithTwoWorkingDays: Int? {
        switch self {
        case .atw: 3
        case .eu: 2
        case .none: nil
        }
    }
}
