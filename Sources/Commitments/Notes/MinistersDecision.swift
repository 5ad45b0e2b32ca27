import Kernel

/// What the minister decided on the note that goes with a letter.
package struct MinistersDecision: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case agreed, agreedWithRemarks, notAgreed }

    package let kind: Kind
    package let remarks: String
    package let day: Day
    /// The text on which the minister decided; nil until it is recorded.
    let text: LetterFingerprint?

    package init(_ kind: Kind, remarks: String = "", on day: Day) {
        self.init(kind, remarks: remarks, on: day, text: nil)
    }

    init(_ kind: Kind, remarks: String, on day: Day, text: LetterFingerprint?) {
        self.text = text
        self.kind = kind
        self.remarks = remarks
        self.day = day
    }

    package var isAgreed: Bool { kind != .notAgreed }

    /// Whether the minister decided on the letter as it is.
    package func isAbout(_ letter: Letter) -> Bool { text.map { $0 == LetterFingerprint(letter) } ?? true }
}
