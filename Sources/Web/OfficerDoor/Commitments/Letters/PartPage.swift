import Access
import Commitments
import Kernel
import Markup
import Sealing

/// The editor of a part.
struct PartPage {
    let part: LetterPart
    let letter: Letter
    let language: Language
    let names: RegisterNames
    let entries: [RegisterEntry]
    let versions: [PartVersion]
    /// What someone else saved meanwhile.
    let overtakenBy: LetterPart?
    /// The number of the earlier version of which the text stands in the field.
    let restored: Int?
    /// Whether it was taken out of the letter.
    let isOut: Bool
    let visitor: RegisterSite.Visitor
    let errors: FieldErrors
    private var token: String { visitor.session.token.formToken }
    private var wording: LetterWording { LetterWording.texts[language] }

    var title: String { part.heading }

    private var answered: [RegisterEntry] {
        entries.filter { entry in letter.answers.contains { $0.entry == entry.id } }
    }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) {
                a(.href(OfficerPaths.letter.link(language, letter.id.text)), text: wording.backToLetter)
            }, h1(.lang("nl"), text: part.heading), overtaken, restoredNote, outNote,
            form(
                .method("post"), .action(OfficerPaths.letterPart.link(language, letter.id.text, part.id.text)),
                .autocomplete("off"), Attribute("data-once", if: true)
            ) {
                Field.token(token)
                isOut ? Field.hidden("terug", "1") : Node.nothing
                Field.hidden("versie", String(overtakenBy?.version ?? part.version))
                div(.class("split")) {
                    div {
                        Field.text(
                            "kop", label: wording.heading, value: part.heading, longest: RegisterFields.longest("kop"),
                            errors: errors)
                        Field.area(
                            "deeltekst", label: wording.text, hint: wording.textHint, value: part.text,
                            longest: RegisterFields.longest("deeltekst"), isLong: true,
                            language: language, errors: errors)
                    }
                    div { beside }
                }
                div(.class("actions")) { Field.submit(EntryPageWording.texts[language].keep) }
            }, history, removal,
        ])
    }

    private var overtaken: Node {
        guard let overtakenBy else { return .nothing }
        return section(.class("note warn"), .role("alert")) {
            h2(text: versions.last?.officer == visitor.officer.officer.id ? wording.overtakenByYou : wording.overtaken)
            p(text: wording.overtakenText)
            ComparedText.node(TextComparison(from: part.text, to: overtakenBy.text), language)
        }
    }

    private var restoredNote: Node {
        guard let restored else { return .nothing }
        return p(.class("note")) {
            strong(text: wording.restored(restored))
            " \(wording.notKeptYet)"
        }
    }

    private var outNote: Node {
        isOut ? p(.class("note warn"), .role("alert"), text: wording.partIsOut) : .nothing
    }

    private var removal: Node {
        guard !isOut else { return .nothing }
        return details {
            summary(text: wording.removePart)
            p(text: wording.removePartText)
            form(
                .method("post"), .action(OfficerPaths.letterPartRemoval.link(language, letter.id.text, part.id.text)),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.hidden("versie", String(part.version))
                Field.submit(wording.removePart, classes: "btn plain small")
            }
        }
    }

    private var beside: Node {
        div(.class("card")) {
            h2(text: wording.beside)
            answered.isEmpty
                ? p(.class("soft"), text: wording.noAnswers)
                : Field.choices(
                    "regels", legend: wording.speaksOfWhich,
                    options: answered.map {
                        Field.Option(
                            value: $0.id.text, text: $0.facts.title, hint: $0.facts.wording,
                            isChosen: part.entries.contains($0.id))
                    }, many: true)
        }
    }

    private var history: Node {
        guard versions.count > 1 else { return .nothing }
        return section {
            h2(text: wording.versions)
            for (former, version) in zip(versions, versions.dropFirst()).reversed() {
                details {
                    summary {
                        "\(wording.version(version.number)), \(names.officers[version.officer] ?? ""), "
                        Writing.dayShort(version.day, language, names.today)
                    }
                    ComparedText.node(TextComparison(from: former.text, to: version.text), language)
                    a(
                        .class("btn plain small"),
                        .href(
                            OfficerPaths.letterPart.link(language, letter.id.text, part.id.text) + "?versie=\(former.number)"),
                        text: wording.restoreVersion(former.number))
                }
            }
        }
    }
}
