import Commitments
import Kernel

extension PlanningRow.Subject {
    /// The page of the entry or the letter.
    func link(_ language: Language) -> String {
        switch self {
        case .entry(let id): OfficerPaths.entry.link(language, id.text)
        case .letter(let id): OfficerPaths.letter.link(language, id.text)
        }
    }
}
