import Commitments
import Kernel
import Markup

/// The letters of a department: those being written first.
struct LettersPage {
    let letters: [Letter]
    let awaitingMinister: [Letter]
    let language: Language
    let names: RegisterNames
    let departments: [Organisation.ID]
    let rules: AlignmentRulesSection
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: LetterWording { LetterWording.texts[language] }

    var title: String { wording.letters }

    var content: Node {
        .fragment([
            errors.summary(language), EntryPage.back(language), h1(text: wording.letters),
            MinisterQueue.node(awaitingMinister, language),
            letters.isEmpty ? p(.class("note"), text: wording.none) : table, departments.isEmpty ? .nothing : new, rules.node,
        ])
    }

    private var table: Node {
        DataTable.node(wording.letters, caption: wording.caption(letters.count), columns: wording.columns) {
            for letter in letters.filter(\.isDraft) + letters.filter({ !$0.isDraft }) {
                tr {
                    th(.class("wraps"), .scope("row")) {
                        a(.href(OfficerPaths.letter.link(language, letter.id.text)), .lang("nl"), text: letter.subject)
                    }
                    td(text: state(letter))
                    td { due(letter) }
                    td(text: wording.answersCaption(letter.answers.count))
                    td(text: names.officers[letter.owner] ?? "")
                }
            }
        }
    }

    private func state(_ letter: Letter) -> String {
        switch letter.state {
        case .draft: wording.draft
        case .sent(let paper, let day): wording.sent(paper.written(), day)
        case .merged: wording.merged
        case .withdrawn: wording.withdrawn
        }
    }

    private func due(_ letter: Letter) -> Node {
        guard letter.isDraft, let due = letter.due else { return .nothing }
        return .fragment([
            due.day.map { Writing.dayShort($0, language, names.today) } ?? .nothing,
            due.words.isEmpty ? .nothing : span(.class("small soft"), .lang("nl"), text: " ‘\(due.words)’"),
        ])
    }

    private var new: Node {
        section(.class("card")) {
            h2(text: wording.new)
            form(
                .method("post"), .action(OfficerPaths.letters.link(language)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                // The same form sent twice begins one letter.
                Field.hidden("nieuw", typed.has("nieuw") ? typed["nieuw"] : Letter.ID(from: .system).text)
                Field.text(
                    "onderwerp", label: wording.subject, hint: wording.subjectHint, value: typed["onderwerp"],
                    longest: RegisterFields.longest("onderwerp"),
                    errors: errors)
                Field.choices(
                    "kamer", legend: NewEntryWording.texts[language].house,
                    options: House.allCases.map { house in
                        Field.Option(
                            value: house.rawValue, text: RegisterEntryWording.texts[language].house(house),
                            isChosen: house == typed.choice("kamer") ?? .tweedeKamer)
                    })
                Field.menu(
                    "departement", label: NewEntryWording.texts[language].department,
                    options: departments.map { Field.Option(value: $0.code, text: names.full($0, language)) }, errors: errors)
                Field.text(
                    "woorden", label: wording.words, hint: NewEntryWording.texts[language].wordsHint, value: typed["woorden"],
                    longest: RegisterFields.longest("woorden"))
                Field.text(
                    "dag", label: wording.day, hint: NewEntryWording.texts[language].dayHint, value: typed["dag"],
                    longest: RegisterFields.longest("dag"),
                    errors: errors)
                div(.class("actions")) { Field.submit(wording.begin) }
            }
        }
    }
}
