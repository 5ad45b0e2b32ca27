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

    func isSame(as other: MinistersDecision) -> Bool {
        kind == other.kind && remarks == other.remarks && day == other.day
    }

    /// What of the letter or its note is another than the minister saw; nil where nothing is.
    ///
    /// - Parameter facts: the note is drawn up for the day of the decision, so that days that pass change nothing.
    func change(since facts: NoteFacts) -> LetterRefusal? {
        guard let text else { return nil }
        let present = LetterFingerprint(facts.on(day))
        guard text.letter == present.letter else { return .decidedOnEarlierText }
        return text.note.isEmpty || text.note == present.note ? nil : .decidedOnEarlierNote
    }
}
