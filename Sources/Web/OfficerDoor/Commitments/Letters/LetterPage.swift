import Access
import Commitments
import Kernel
import Markup
import Sealing

/// One letter: what it answers, its parts, where each body stands, what the minister decided, and sending it.
struct LetterPage {
    let file: LetterFile
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    let typed: FormFields
    let errors: FieldErrors
    private var wording: LetterWording { LetterWording.texts[language] }
    private var token: String { visitor.session.token.formToken }
    private var letter: Letter { file.letter }

    var title: String { letter.subject }

    private var mayChange: Bool {
        letter.isDraft && visitor.officer.mayChange(letter)
    }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) { a(.href(OfficerPaths.letters.link(language)), text: wording.back) },
            h1(.lang("nl"), text: letter.subject),
            p(
                .class("lead"),
                text: "\(wording.letter) \(letter.number), \(RegisterEntryWording.texts[language].house(letter.house))"), state,
            errors.isEmpty || letter.isDraft ? .nothing : LeftText.node(typed, language), expected, goingAlong,
            div(.class("split")) {
                div {
                    LetterAnswersSection(
                        letter: letter, language: language, names: names, entries: file.answerable, mayChange: mayChange,
                        typed: typed,
                        errors: errors, token: token
                    ).node
                    LetterPartsSection(
                        letter: letter, language: language, titles: titles, out: file.partsOut, mayChange: mayChange,
                        typed: typed,
                        errors: errors,
                        token: token
                    ).node
                    AlignmentGrid(
                        letter: letter, standings: letter.alignment(file.rounds, among: AlignmentBody.all, on: names.today),
                        language: language
                    ).node
                }
                div {
                    LetterAlignmentSection(
                        letter: letter, language: language, names: names, rounds: file.rounds, mayChange: mayChange, typed: typed,
                        errors: errors, token: token
                    ).node
                    documents
                    LetterDecisionSection(
                        file: file, language: language,
                        mayDecide: letter.isDraft && visitor.officer.decides.contains(letter.department), today: names.today,
                        errors: errors, typed: typed, token: token
                    ).node
                    LetterEndSection(
                        file: file, language: language, names: names,
                        mayChange: visitor.officer.mayChange(letter), typed: typed, errors: errors, token: token
                    ).node
                }
            },
        ])
    }

    private var expected: Node {
        guard let due = letter.due, file.mergedInto == nil, letter.isDraft else { return .nothing }
        return p {
            "\(wording.expected) "
            if !due.words.isEmpty { span(.lang("nl"), text: "‘\(due.words)’ ") }
            if let day = due.day { Writing.day(day, language) }
        }
    }

    private var goingAlong: Node {
        guard !file.goingAlong.isEmpty else { return .nothing }
        return div(.class("note")) {
            p(text: wording.goesAlongHere)
            ul {
                for other in file.goingAlong {
                    li { a(.href(OfficerPaths.letter.link(language, other.id.text)), .lang("nl"), text: other.subject) }
                }
            }
        }
    }

    private var state: Node {
        switch letter.state {
        case .sent(let paper, let day):
            return p(.class("note done")) {
                strong(text: wording.sentOn(day))
                " "
                ReferenceLink.node(paper)
            }
        case .merged(_, _, let reason):
            return p(.class("note")) {
                wording.mergedInto
                " "
                if let target = file.mergedInto {
                    a(.href(OfficerPaths.letter.link(language, target.id.text)), .lang("nl"), text: target.subject)
                }
                " "
                span(.lang("nl"), text: reason)
            }
        case .withdrawn(let day, let reason):
            return p(.class("note")) {
                strong(text: wording.withdrawnOn(day))
                " "
                span(.lang("nl"), text: reason)
            }
        case .draft:
            let obstacles = file.obstacles.map { LetterRefusalWording.sentence($0, language, names: titles) }
            guard let first = obstacles.first else { return p(.class("note done"), text: wording.ready) }
            guard obstacles.count > 1 else {
                return p(.class("note warn")) {
                    strong(text: wording.notYet)
                    " "
                    first
                }
            }
            return div(.class("note warn")) {
                p { strong(text: wording.notYet) }
                ul { for obstacle in obstacles { li(text: obstacle) } }
            }
        }
    }

    private var titles: [RegisterEntry.ID: String] {
        Dictionary(file.answerable.map { ($0.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first })
    }

    private var documents: Node {
        div(.class("card")) {
            h2(text: NoteWording.texts[language].takeAlong)
            p { a(.href(OfficerPaths.letterNote.link(language, letter.id.text)), text: NoteWording.texts[language].open) }
            LetterDocumentLinks.node(letter, language)
        }
    }
}
