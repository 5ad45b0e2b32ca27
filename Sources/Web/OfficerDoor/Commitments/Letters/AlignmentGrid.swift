import Commitments
import Kernel
import Markup

/// A picture of where each part of a letter stands with each body that was asked.
struct AlignmentGrid {
    let letter: Letter
    let standings: [AlignmentPlace: AlignmentStanding]
    let language: Language
    private var wording: AlignmentGridWording { AlignmentGridWording.texts[language] }

    private var bodies: [AlignmentBody.ID] { Set(standings.keys.map(\.body)).sorted() }

    var node: Node {
        guard !bodies.isEmpty, !letter.parts.isEmpty else { return .nothing }
        return section {
            h2(text: wording.title)
            DataTable.node(
                wording.title, caption: wording.caption,
                columns: [wording.part] + bodies.map(\.name)
            ) {
                for part in letter.parts {
                    tr {
                        th(.class("wraps"), .scope("row"), .lang("nl"), text: part.heading)
                        for body in bodies { cell(body, part.id) }
                    }
                }
            }
        }
    }

    /// What a body said of a part, or of the whole letter where it was not asked about the part.
    private func cell(_ body: AlignmentBody.ID, _ part: LetterPart.ID) -> Node {
        let asked = standings[AlignmentPlace(body: body, part: part)] ?? standings[AlignmentPlace(body: body, part: nil)]
        guard let asked else {
            return td(.class("sign soft")) {
                name(body)
                wording.notAsked
            }
        }
        let (mood, sign, word) = wording.sign(asked)
        return td(.class("sign \(mood)")) {
            name(body)
            span(.aria(.hidden, "true"), text: sign)
            " \(word)"
        }
    }

    /// On a phone the names of the columns do not stand above them.
    private func name(_ body: AlignmentBody.ID) -> Node {
        span(.class("only-narrow"), text: "\(body.name): ")
    }
}

struct AlignmentGridWording: Sendable {
    let title, caption, part, notAsked: String
    /// How it is coloured, a sign, and the word for it.
    let sign: @Sendable (AlignmentStanding) -> (mood: String, sign: String, word: String)

    static let texts = Bilingual(
        nl: AlignmentGridWording(
            title: "Waar elk onderdeel staat",
            caption: "Per onderdeel wat elk overleg en ministerie zei van de tekst zoals die nu is.",
            part: "Onderdeel", notAsked: "niet gevraagd",
            sign: { standing in
                switch standing {
                case .agreed, .agreedBySilence: ("done", "✓", "akkoord")
                case .informed: ("done", "i", "ter kennisneming")
                case .informedOfEarlierText: ("due", "↻", "kent een eerdere tekst")
                case .objected: ("late", "✗", "niet akkoord")
                case .late: ("late", "!", "te laat")
                case .agreedToEarlierText: ("due", "↻", "akkoord met eerdere tekst")
                case .objectedToEarlierText: ("late", "↻", "niet akkoord met eerdere tekst")
                case .waiting: ("due", "…", "wacht")
                case .notAsked: ("due", "–", "nog vragen")
                }
            }),
        en: AlignmentGridWording(
            title: "Where each part stands", caption: "For each part, what each body and ministry said of the text as it is now.",
            part: "Part", notAsked: "not asked",
            sign: { standing in
                switch standing {
                case .agreed, .agreedBySilence: ("done", "✓", "agreed")
                case .informed: ("done", "i", "for information")
                case .informedOfEarlierText: ("due", "↻", "knows an earlier text")
                case .objected: ("late", "✗", "not agreed")
                case .late: ("late", "!", "late")
                case .agreedToEarlierText: ("due", "↻", "agreed to earlier text")
                case .objectedToEarlierText: ("late", "↻", "did not agree to earlier text")
                case .waiting: ("due", "…", "waits")
                case .notAsked: ("due", "–", "still to ask")
                }
            }))
}
