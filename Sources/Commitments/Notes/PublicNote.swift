import Kernel

/// A decision note as everyone gets it, as an annex of its letter: without the names of officials.
package struct PublicNote: Sendable, Equatable {
    package let subject: String
    private let texts: [DecisionNote.Part: String]
    package let decision: MinistersDecision?

    /// - Parameters:
    ///   - kept: the parts as they were made public; what was made public stays as it was, whoever comes and goes.
    ///   - officials: whose names are taken out of the rest.
    init(_ note: DecisionNote, kept: [DecisionNote.Part: String] = [:], officials: [String]) {
        subject = Shielding.shielded(note.subject, names: officials)
        decision = note.decision.map {
            MinistersDecision($0.kind, remarks: Shielding.shielded($0.remarks, names: officials), on: $0.day)
        }
        texts = Dictionary(
            uniqueKeysWithValues: DecisionNote.Part.allCases.map { part in
                (part, kept[part] ?? Shielding.shielded(note[part].present, names: officials))
            })
    }

    package subscript(_ part: DecisionNote.Part) -> String { texts[part] ?? "" }
}
