import Documents
import Kernel

extension DecisionNote {
    /// The note as the minister gets it, with who wrote it.
    package func document(author: String, department: String, on day: Day) -> Document {
        Document(noteTo: subject, from: author, department: department, on: day, decision?.written) { self[$0].present }
    }
}

extension PublicNote {
    package func document(department: String, on day: Day) -> Document {
        Document(noteTo: subject, from: Shielding.mark, department: department, on: day, decision) { self[$0] }
    }
}

extension Document {
    fileprivate init(
        noteTo subject: String, from author: String, department: String, on day: Day, _ decision: String?,
        text: (DecisionNote.Part) -> String
    ) {
        self.init(
            title: "Beslisnota bij de brief ‘\(subject)’", day: day, issuer: department,
            blocks: [
                .particulars([.init("Aan", "de minister"), .init("Van", author), .init("Datum", PlanningWords.day(day))])
            ] + DecisionNote.Part.allCases.flatMap { [.heading(1, $0.heading)] + RunningText.blocks(text($0)) }
                + (decision.map { [.heading(1, MinistersDecision.heading)] + RunningText.blocks($0) } ?? []))
    }
}

extension MinistersDecision {
    package static let heading = "Besluit van de minister"

    /// What was decided, on which day and with which remarks.
    package var written: String {
        let decided =
            switch kind {
            case .agreed: "Akkoord"
            case .agreedWithRemarks: "Akkoord, met opmerkingen"
            case .notAgreed: "Niet akkoord"
            }
        return ["\(decided), \(PlanningWords.day(day)).", remarks].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
