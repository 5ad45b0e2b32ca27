import Kernel

/// A decision note as everyone gets it, as an annex of its letter: without the names of officials.
package struct PublicNote: Sendable, Equatable {
    package let subject: String
    private let texts: [DecisionNote.Part: String]
    /// What the minister decided, in words; nil where nothing yet, or where it was not made public.
    package let decision: String?

    /// - Parameters:
    ///   - kept: the parts as they were made public; what was made public stays as it was, whoever comes and goes.
    ///   - keptDecision: what was made public of the decision; of a letter that was sent without, nothing is.
    ///   - officials: whose names are taken out of the rest.
    init(_ note: DecisionNote, kept: [DecisionNote.Part: String] = [:], keptDecision: String? = nil, officials: [String]) {
        subject = Shielding.shielded(note.subject, names: officials)
        decision =
            kept.isEmpty ? note.decision.map { Shielding.shielded($0.written, names: officials) } : keptDecision
        texts = Dictionary(
            uniqueKeysWithValues: DecisionNote.Part.allCases.map { part in
                (part, kept[part] ?? Shielding.shielded(note[part].present, names: officials))
            })
    }

    package subscript(_ part: DecisionNote.Part) -> String { texts[part] ?? "" }
}
