import Documents
import Kernel

extension DecisionNote {
    /// For whom a note is written out.
    package enum Audience: Sendable {
        /// The minister, with who wrote it.
        case minister(author: String)
        /// Everyone, as the annex of the letter: without the names of officials.
        case everyone(officials: [String])
    }

    package func document(for audience: Audience, department: String, on day: Day) -> Document {
        var (author, names) = ("", [String]())
        switch audience {
        case .minister(let name): author = name
        case .everyone(let officials): (author, names) = (Shielding.mark, officials)
        }
        let title = "Beslisnota bij de brief ‘\(Shielding.shielded(subject, names: names))’"
        return Document(
            title: title, day: day, issuer: department,
            blocks: [
                .particulars([.init("Aan", "de minister"), .init("Van", author), .init("Datum", PlanningWords.day(day))])
            ]
                + Part.allCases.flatMap { part in
                    [.heading(1, part.heading)] + RunningText.blocks(Shielding.shielded(self[part].present, names: names))
                })
    }
}
