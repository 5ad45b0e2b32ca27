import Access
import Commitments
import Foundation
import Kernel

/// The letters of dossier 30 950 that dealt with the debate of September 2024, and those announced for later: what each does with
/// the entries of the register, with texts that sum up in our own words.
struct DemoLetters: Decodable {
    struct Text: Decodable {
        let subject: String
        let begun: Day
        let due: DemoRegister.Entry.DueText?
        let paper: String?
        let sentOn: Day?
        let answers: [Answer]
        let parts: [Part]
        let rounds: [Round]
        /// The day on which the minister agreed.
        let decision: Day?
        let mergedOn: Day?
        /// The subject of the letter in which it goes along, and why.
        let mergedInto, mergedWhy: String?
    }

    struct Answer: Decodable {
        /// The key of an entry of the register.
        let entry: String
        let effect: String
        let words: String?
        let day: Day?
        let reason: String?
    }

    struct Part: Decodable {
        let heading, text: String
        let entries: [String]
    }

    struct Round: Decodable {
        struct Asked: Decodable {
            let body: AlignmentBody.ID
            /// The heading of a part; nil for the whole letter.
            let part: String?
            let answer: String
            let on: Day
        }

        let opened, answerBy: Day
        let asked: [Asked]
    }

    let letters: [Text]
    let overviewSentOn: Day

    static let all = try! JSONDecoder().decode(DemoLetters.self, from: Data(PackageResources.letters_json))
}

extension DemoLetters.Answer {
    func answer(_ entries: [String: RegisterEntry.ID]) -> LetterAnswer {
        let effect: LetterAnswer.Effect =
            switch effect {
            case "settles": .settles
            case "settlesInPart": .settlesInPart
            case "postpones": .postpones(words: words ?? "", to: day!, reason: reason ?? "")
            default: .informs
            }
        return LetterAnswer(entries[entry]!, effect)
    }
}
