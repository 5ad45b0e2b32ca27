import Commitments
import Kernel
import Markup

/// The parts of a letter, and the form to add one.
struct LetterPartsSection {
    let letter: Letter
    let language: Language
    let titles: [RegisterEntry.ID: String]
    /// Parts that were taken out.
    let out: [LetterPart]
    let mayChange: Bool
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: LetterWording { LetterWording.texts[language] }

    var node: Node {
        section(.id("onderdelen")) {
            h2(text: wording.parts)
            if letter.parts.isEmpty { p(.class("soft"), text: mayChange ? wording.noParts : wording.nothingInside) }
            for part in letter.parts {
                article(.class("card"), .id("deel-\(part.id.text)")) {
                    h3(.lang("nl"), text: part.heading)
                    RunningTextNode.node(part.text)
                    if !part.entries.isEmpty {
                        p(.class("small soft")) {
                            "\(wording.speaksOf) "
                            span(
                                .lang("nl"),
                                text: part.entries.compactMap { titles[$0] }.sorted().joined(separator: "; "))
                        }
                    }
                    if mayChange { actions(part) }
                }
            }
            if mayChange, !out.isEmpty {
                details {
                    summary(text: wording.partsOut)
                    ul {
                        for part in out {
                            li {
                                a(
                                    .href(OfficerPaths.letterPart.link(language, letter.id.text, part.id.text)), .lang("nl"),
                                    text: part.heading)
                            }
                        }
                    }
                }
            }
            if mayChange {
                form(
                    .method("post"), .action(OfficerPaths.letterParts.link(language, letter.id.text)), .autocomplete("off"),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(token)
                    Field.text(
                        "kop", label: wording.heading, value: typed["kop"], longest: RegisterFields.longest("kop"), errors: errors
                    )
                    Field.menu(
                        "standaard", label: wording.beginWith,
                        options: [Field.Option(value: "", text: wording.emptyPart)]
                            + StandardPart.all.map {
                                Field.Option(value: $0.id, text: $0.heading, isChosen: typed["standaard"] == $0.id)
                            }, errors: errors)
                    div(.class("actions")) { Field.submit(wording.addPart, classes: "btn plain") }
                }
            }
        }
    }

    private func move(_ part: LetterPart, _ name: String, down: Bool = false) -> Node {
        form(.method("post"), .action(OfficerPaths.letterPartPlace.link(language, letter.id.text, part.id.text))) {
            Field.token(token)
            if down { Field.hidden("lager", "ja") }
            Field.submit(name, classes: "btn plain small", about: part.heading)
        }
    }

    private func actions(_ part: LetterPart) -> Node {
        div(.class("forms")) {
            a(
                .class("btn plain small"), .href(OfficerPaths.letterPart.link(language, letter.id.text, part.id.text)),
                .aria(.label, "\(wording.edit): \(part.heading)"), text: wording.edit)
            if part.id != letter.parts.first?.id { move(part, wording.moveUp) }
            if part.id != letter.parts.last?.id { move(part, wording.moveDown, down: true) }
        }
    }
}
