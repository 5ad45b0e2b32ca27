import Access
import Commitments
import Kernel
import Markup
import Sealing

/// One letter: what it answers, its parts, where each body stands, what the minister decided, and sending it.
struct LetterPage {
    let letter: Letter
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    /// The entries that it answers or could answer.
    let entries: [RegisterEntry]
    let rounds: [AlignmentRound]
    let decisions: [MinistersDecision]
    let others: [Letter]
    let typed: FormFields
    let errors: FieldErrors
    private var wording: LetterWording { LetterWording.texts[language] }
    private var token: String { visitor.session.token.formToken }

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
            div(.class("split")) {
                div {
                    LetterAnswersSection(
                        letter: letter, language: language, names: names, entries: entries, mayChange: mayChange, typed: typed,
                        errors: errors, token: token
                    ).node
                    parts
                    AlignmentGrid(
                        letter: letter, standings: letter.alignment(rounds, among: AlignmentBody.all, on: names.today),
                        language: language
                    ).node
                }
                div {
                    LetterAlignmentSection(
                        letter: letter, language: language, names: names, rounds: rounds, mayChange: mayChange, typed: typed,
                        errors: errors, token: token
                    ).node
                    documents
                    decision
                    sending
                }
            },
        ])
    }

    private var state: Node {
        switch letter.state {
        case .sent(let paper, let day):
            return p(.class("note done")) {
                strong(text: wording.sentOn(day))
                " "
                ReferenceLink.node(paper)
            }
        case .merged(let other, _, let reason):
            return p(.class("note")) {
                wording.mergedInto
                " "
                if let target = others.first(where: { $0.id == other }) {
                    a(.href(OfficerPaths.letter.link(language, other.text)), .lang("nl"), text: target.subject)
                }
                " "
                span(.lang("nl"), text: reason)
            }
        case .draft:
            do {
                _ = try ReadyLetter(letter, rounds: rounds, decision: decisions.last, on: names.today)
                return p(.class("note done"), text: wording.ready)
            } catch {
                return p(.class("note warn")) {
                    strong(text: wording.notYet)
                    " "
                    LetterRefusalWording.sentence(error, language, names: titles)
                }
            }
        }
    }

    private var titles: [RegisterEntry.ID: String] {
        Dictionary(entries.map { ($0.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first })
    }

    private var parts: Node {
        section {
            h2(text: wording.parts)
            if letter.parts.isEmpty { p(.class("soft"), text: wording.noParts) }
            for part in letter.parts {
                article(.class("card")) {
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
                    if mayChange {
                        a(
                            .class("btn plain small"),
                            .href(OfficerPaths.letterPart.link(language, letter.id.text, part.id.text)), text: wording.edit)
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
                            + StandardPart.all.map { Field.Option(value: $0.id, text: $0.heading) })
                    div(.class("actions")) { Field.submit(wording.addPart, classes: "btn plain") }
                }
            }
        }
    }

    private var documents: Node {
        div(.class("card")) {
            h2(text: NoteWording.texts[language].takeAlong)
            p { a(.href(OfficerPaths.letterNote.link(language, letter.id.text)), text: NoteWording.texts[language].open) }
            LetterDocumentLinks.node(letter, language)
        }
    }

    private var decision: Node {
        let mayDecide = letter.isDraft && visitor.officer.decides.contains(letter.department)
        guard mayDecide || !decisions.isEmpty else { return .nothing }
        return div(.class("card")) {
            h2(text: wording.decision)
            for decision in decisions {
                p {
                    strong(text: wording.kind(decision.kind))
                    " "
                    Writing.day(decision.day, language)
                }
                if !decision.remarks.isEmpty { p(.lang("nl"), text: decision.remarks) }
            }
            if mayDecide {
                form(
                    .method("post"), .action(OfficerPaths.letterDecision.link(language, letter.id.text)),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(token)
                    Field.hidden("gezien", LetterFingerprint(letter).text)
                    Field.choices(
                        "besluit", legend: wording.decide,
                        options: MinistersDecision.Kind.allCases.map {
                            Field.Option(value: $0.rawValue, text: wording.kind($0))
                        }, errors: errors)
                    Field.text("opmerking", label: wording.remarks, longest: RegisterFields.longest("opmerking"))
                    div(.class("actions")) { Field.submit(wording.record, classes: "btn small") }
                }
            }
        }
    }

    private var sending: Node {
        guard mayChange else { return .nothing }
        return div(.class("card")) {
            h2(text: wording.send)
            form(
                .method("post"), .action(OfficerPaths.letterSending.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.hidden("versie", String(letter.version))
                Field.text(
                    "stuk", label: wording.paper, hint: EntryPageWording.texts[language].letterHint, value: typed["stuk"],
                    longest: RegisterFields.longest("stuk"), errors: errors)
                Field.text(
                    "verzonden", label: wording.sentDay, hint: EntryPageWording.texts[language].todayHint,
                    value: typed["verzonden"], longest: RegisterFields.longest("verzonden"), errors: errors)
                div(.class("actions")) { Field.submit(wording.sendNow, classes: "btn small") }
            }
            details(Attribute("open", if: errors.sentence(at: "samen") != nil)) {
                summary(text: wording.merge)
                form(
                    .method("post"), .action(OfficerPaths.letterMerging.link(language, letter.id.text)), .autocomplete("off"),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(token)
                    Field.hidden("versie", String(letter.version))
                    Field.menu(
                        "samen", label: wording.mergeInto,
                        options: others.filter {
                            $0.isDraft && $0.id != letter.id && $0.house == letter.house && $0.department == letter.department
                        }.map {
                            Field.Option(value: $0.id.text, text: $0.subject)
                        }, errors: errors)
                    Field.text("waarom", label: EntryPageWording.texts[language].facts, longest: RegisterFields.longest("waarom"))
                    div(.class("actions")) { Field.submit(wording.mergeNow, classes: "btn plain small") }
                }
            }
        }
    }
}
