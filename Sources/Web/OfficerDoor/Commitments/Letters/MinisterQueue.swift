import Commitments
import Kernel
import Markup

/// The letters that wait for the minister, for who records what the minister decides.
enum MinisterQueue {
    static func node(_ letters: [Letter], _ language: Language) -> Node {
        guard !letters.isEmpty else { return .nothing }
        return section(.class("note warn")) {
            h2(text: title[language])
            ul {
                for letter in letters {
                    li { a(.href(OfficerPaths.letter.link(language, letter.id.text)), .lang("nl"), text: letter.subject) }
                }
            }
        }
    }

    private static let title = Bilingual(nl: "Dit wacht op de minister", en: "This waits for the minister")
}
