import Commitments
import Kernel
import Markup

/// What a letter does with a point, in words.
enum AnswerEffect {
    static func node(_ effect: LetterAnswer.Effect, _ language: Language) -> Node {
        let wording = LetterWording.texts[language]
        switch effect {
        case .settles: return .text(wording.settles)
        case .settlesInPart: return .text(wording.settlesInPart)
        case .informs: return .text(wording.informs)
        case .postpones(let words, let day, let reason):
            return .fragment([
                .text("\(wording.postpones) "), Writing.day(day, language),
                words.isEmpty ? .nothing : span(.lang("nl"), text: " ‘\(words)’"), .text(" "), br(),
                span(.class("small soft"), .lang("nl"), text: reason),
            ])
        }
    }
}
