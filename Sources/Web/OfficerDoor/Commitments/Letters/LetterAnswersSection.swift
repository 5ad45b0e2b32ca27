import Commitments
import Kernel
import Markup

/// What a letter answers, and the form to add one.
struct LetterAnswersSection {
    let letter: Letter
    let language: Language
    let names: RegisterNames
    let entries: [RegisterEntry]
    let mayChange: Bool
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: LetterWording { LetterWording.texts[language] }

    var node: Node {
        section(.id("beantwoordt")) {
            h2(text: wording.answers)
            letter.answers.isEmpty ? p(.class("soft"), text: wording.noAnswers) : table
            if mayChange { add }
        }
    }

    private var table: Node {
        DataTable.node(
            wording.answers, caption: wording.answersCaption(letter.answers.count),
            columns: Array(wording.answerColumns.prefix(mayChange ? 3 : 2))
        ) {
            for answer in answers {
                tr {
                    th(.class("wraps"), .scope("row")) {
                        if let entry = entries.first(where: { $0.id == answer.entry }) {
                            a(
                                .href(OfficerPaths.entry.link(language, entry.id.text)), .lang("nl"), text: entry.facts.title)
                        } else {
                            a(.href(OfficerPaths.entry.link(language, answer.entry.text)), text: wording.gone)
                        }
                    }
                    td { AnswerEffect.node(answer.effect, language) }
                    if mayChange {
                        td {
                            form(.method("post"), .action(OfficerPaths.letterAnswers.link(language, letter.id.text))) {
                                Field.token(token)
                                Field.hidden("versie", String(letter.version))
                                Field.hidden("weg", answer.entry.text)
                                button(
                                    .class("btn plain small"), .type("submit"),
                                    .aria(.label, "\(wording.takeOut): \(title(of: answer))"),
                                    text: wording.takeOut)
                            }
                        }
                    }
                }
            }
        }
    }

    /// In the order of the register.
    private var answers: [LetterAnswer] {
        let numbers = Dictionary(entries.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
        return letter.answers.sorted { (numbers[$0.entry] ?? 0, $0.entry.text) < (numbers[$1.entry] ?? 0, $1.entry.text) }
    }

    private var add: Node {
        let answered = Set(letter.answers.map(\.entry))
        return FoldedForm(
            title: wording.addAnswer, isOpen: typed.has("regel"),
            address: OfficerPaths.letterAnswers.link(language, letter.id.text), token: token, version: letter.version,
            act: wording.addAnswer, classes: "btn plain"
        ).node {
            Field.menu(
                "regel", label: wording.entry,
                options: [Field.Option(value: "", text: wording.entryMissing)]
                    + entries.filter { !answered.contains($0.id) }.map {
                        Field.Option(value: $0.id.text, text: name($0), isChosen: typed["regel"] == $0.id.text)
                    }, errors: errors)
            Field.choices(
                "wat", legend: wording.effect,
                options: [
                    ("settles", wording.settles), ("settlesInPart", wording.settlesInPart), ("informs", wording.informs),
                    ("postpones", wording.postponed),
                ].map { Field.Option(value: $0.0, text: $0.1, isChosen: typed["wat"] == $0.0) }, errors: errors)
            Field.text(
                "later", label: wording.postponedTo, hint: NewEntryWording.texts[language].dayHint, value: typed["later"],
                longest: RegisterFields.longest("later"), errors: errors)
            Field.text(
                "laterwoorden", label: NewEntryWording.texts[language].words, value: typed["laterwoorden"],
                longest: RegisterFields.longest("laterwoorden"))
            Field.text(
                "uitleg", label: wording.postponedWhy, value: typed["uitleg"], longest: RegisterFields.longest("uitleg"),
                errors: errors)
        }
    }

    /// An entry so that it can be told from another of the same title.
    private func name(_ entry: RegisterEntry) -> String {
        let words = RegisterEntryWording.texts[language]
        return
            "\(entry.facts.title) (\(words.kind(entry.facts.kind).lowercased()) \(entry.number), \(words.standing(entry).lowercased()))"
    }

    private func title(of answer: LetterAnswer) -> String {
        entries.first { $0.id == answer.entry }?.facts.title ?? wording.gone
    }
}
