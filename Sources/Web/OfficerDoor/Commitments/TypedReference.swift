import Commitments
import Kernel

/// A reference as a person types it in a field that may stay empty.
struct TypedReference {
    let reference: Reference?
    /// What is wrong with it, as a sentence.
    let problem: String?

    init(_ typed: String, _ language: Language) {
        guard !typed.allSatisfy(\.isWhitespace) else {
            (reference, problem) = (nil, nil)
            return
        }
        do {
            (reference, problem) = (try Reference(typed), nil)
        } catch {
            (reference, problem) = (nil, Self.sentence(error, language))
        }
    }

    static func sentence(_ refusal: ReferenceRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.unknownForm(let text), .nl):
            "We lezen ‘\(text)’ niet als vindplaats. Schrijf bijvoorbeeld Kamerstukken II 2024/25, 30 950, nr. 433."
        case (.unknownForm(let text), .en):
            "We cannot read ‘\(text)’ as a reference. Write for example Kamerstukken II 2024/25, 30 950, nr. 433."
        case (.yearsDoNotFollow(let text), .nl):
            "In ‘\(text)’ volgen de jaren niet op elkaar. Een vergaderjaar is bijvoorbeeld 2024/25."
        case (.yearsDoNotFollow(let text), .en):
            "In ‘\(text)’ the years do not follow on each other. A parliamentary year is for example 2024/25."
        case (.noDossier(let text), .nl):
            "‘\(text)’ is geen dossier. Een dossier heeft vijf cijfers, zoals 30 950, of is een Romeins getal."
        case (.noDossier(let text), .en):
            "‘\(text)’ is no dossier. A dossier has five digits, such as 30 950, or is a Roman numeral."
        case (.pagesReversed(let text), .nl): "In ‘\(text)’ ligt de laatste bladzijde voor de eerste. Draai ze om."
        case (.pagesReversed(let text), .en): "In ‘\(text)’ the last page comes before the first. Turn them round."
        case (.otherHouse(let text), .nl):
            "‘\(text)’ hoort bij de andere Kamer: stukken van de Eerste Kamer hebben een letter, die van de Tweede Kamer een nummer."
        case (.otherHouse(let text), .en):
            "‘\(text)’ belongs to the other House: papers of the Senate have letters, those of the House of Representatives a number."
        case (.noteSticksTo(let text, let number), .nl):
            "‘\(text)’ heeft een cijfer te veel. Misschien is het \(number), met een nootcijfer erachter."
        case (.noteSticksTo(let text, let number), .en):
            "‘\(text)’ has a digit too many. Perhaps it is \(number), with the number of a note behind it."
        }
    }
}
