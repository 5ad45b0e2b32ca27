import Access
import Kernel

/// The note on which the minister decides about a letter (beslisnota). It goes along with the letter as an annex.
package struct DecisionNote: Sendable, Equatable {
    /// The fixed parts, in their order.
    package enum Part: String, Sendable, CaseIterable {
        /// Aanleiding.
        case occasion
        /// Geadviseerd besluit.
        case advice
        /// Kern.
        case core
        /// Interdepartementale afstemming.
        case alignment
        /// Toelichting.
        case explanation

        package var heading: String {
            switch self {
            case .occasion: "Aanleiding"
            case .advice: "Geadviseerd besluit"
            case .core: "Kern"
            case .alignment: "Interdepartementale afstemming"
            case .explanation: "Toelichting"
            }
        }
    }

    /// A part as it stands: drawn up from the register, or as an officer wrote it.
    package struct Text: Sendable, Equatable {
        /// What the register and the letter say now.
        package let drawnUp: String
        /// What an officer wrote instead, and what the register said then; nil where nobody did.
        package let written: Written?
        /// How many texts were written for this part, or taken back.
        package let count: Int

        package struct Written: Sendable, Equatable {
            package let text: String
            package let drawnUpThen: String
            package let officer: Officer.ID
            package let day: Day
        }

        /// What an officer saw who begins to write, as a form sends it back.
        package var seen: String {
            var hash = FieldHash()
            hash.take(drawnUp)
            return "\(hash.finishAsText()) \(count)"
        }

        package var present: String { written?.text ?? drawnUp }

        /// Whether the register says something else than when an officer wrote the text.
        package var isOvertaken: Bool { written.map { $0.drawnUpThen != drawnUp } ?? false }
    }

    package let letter: Letter.ID
    package let subject: String
    package let texts: [Part: Text]
    /// What the minister decided on it as it stands; nil where nothing yet. It is public too.
    package let decision: MinistersDecision?

    /// Whether every part is as an officer wrote it or as it was kept when the letter was sent.
    package var isWhollyWritten: Bool { Part.allCases.allSatisfy { self[$0].written != nil } }

    package subscript(_ part: Part) -> Text { texts[part] ?? Text(drawnUp: "", written: nil, count: 0) }
}

/// Why a text of a note is not kept.
package enum NoteRefusal: Refusal {
    case textMissing
    /// What the register says changed since the officer saw it.
    case changedMeanwhile
    /// A colleague wrote this part, or took it back, since the officer saw it.
    case writtenMeanwhile
}
