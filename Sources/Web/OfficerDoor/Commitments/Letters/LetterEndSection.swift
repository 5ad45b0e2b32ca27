import Commitments
import Kernel
import Markup

/// What becomes of a letter: sending it, letting it go along in another, expecting it on another day, or not sending it.
struct LetterEndSection {
    let file: LetterFile
    let language: Language
    let names: RegisterNames
    /// Sendings that were taken back.
    let recalls: [LetterRecall]
    let others: [Letter]
    let mayChange: Bool
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var letter: Letter { file.letter }
    private var wording: LetterWording { LetterWording.texts[language] }
    private var end: LetterEndWording { LetterEndWording.texts[language] }

    var node: Node {
        guard mayChange else { return history }
        return switch letter.state {
        case .draft: .fragment([sending, changes])
        case .sent: recall
        case .merged: apart
        case .withdrawn: .nothing
        }
    }

    private var sending: Node {
        div(.class("card")) {
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
            history
        }
    }

    private var changes: Node {
        div(.class("card")) {
            h2(text: end.changes)
            expected
            subject
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
                            Field.Option(value: $0.id.text, text: $0.subject, isChosen: typed["samen"] == $0.id.text)
                        }, errors: errors)
                    Field.text(
                        "waarom", label: EntryPageWording.texts[language].facts, value: typed["waarom"],
                        longest: RegisterFields.longest("waarom"))
                    div(.class("actions")) { Field.submit(wording.mergeNow, classes: "btn plain small") }
                }
            }
            withdrawal
        }
    }

    private var expected: Node {
        details(Attribute("open", if: typed.has("reden"))) {
            summary(text: letter.dues.isEmpty ? end.announce : end.expectOtherwise)
            if !letter.dues.isEmpty {
                ul(.class("small")) {
                    for due in letter.dues {
                        li {
                            Writing.dayShort(due.told, language, names.today)
                            ": "
                            span(.lang("nl"), text: due.written)
                            span(.class("soft"), .lang("nl"), text: ". \(due.reason)")
                        }
                    }
                }
            }
            form(
                .method("post"), .action(OfficerPaths.letterExpected.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.hidden("versie", String(letter.version))
                Field.text(
                    "woorden", label: wording.words, hint: NewEntryWording.texts[language].wordsHint, value: typed["woorden"],
                    longest: RegisterFields.longest("woorden"), errors: errors)
                Field.text(
                    "dag", label: wording.day, hint: NewEntryWording.texts[language].dayHint, value: typed["dag"],
                    longest: RegisterFields.longest("dag"), errors: errors)
                Field.text(
                    "reden", label: EntryPageWording.texts[language].facts, value: typed["reden"],
                    longest: RegisterFields.longest("reden"), errors: errors)
                div(.class("actions")) { Field.submit(EntryPageWording.texts[language].keep, classes: "btn plain small") }
            }
        }
    }

    private var subject: Node {
        details(Attribute("open", if: typed.has("onderwerp"))) {
            summary(text: end.rename)
            form(
                .method("post"), .action(OfficerPaths.letterSubject.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.hidden("versie", String(letter.version))
                Field.text(
                    "onderwerp", label: wording.subject, hint: wording.subjectHint,
                    value: typed.has("onderwerp") ? typed["onderwerp"] : letter.subject,
                    longest: RegisterFields.longest("onderwerp"), errors: errors)
                div(.class("actions")) { Field.submit(EntryPageWording.texts[language].keep, classes: "btn plain small") }
            }
        }
    }

    private var withdrawal: Node {
        reasoned(
            end.withdraw, end.withdrawHint, "intrekreden", OfficerPaths.letterWithdrawal, end.withdrawNow)
    }

    private var recall: Node {
        div(.class("card")) {
            h2(text: end.mistake)
            reasoned(end.recall, end.recallHint, "terugreden", OfficerPaths.letterRecall, end.recallNow)
            history
        }
    }

    private var apart: Node {
        form(
            .method("post"), .class("card"), .action(OfficerPaths.letterApart.link(language, letter.id.text)),
            Attribute("data-once", if: true)
        ) {
            Field.token(token)
            Field.hidden("versie", String(letter.version))
            p(text: end.apartHint)
            div(.class("actions")) { Field.submit(end.apartNow, classes: "btn plain small") }
        }
    }

    /// A form that asks for a reason alone.
    private func reasoned(_ title: String, _ hint: String, _ field: String, _ path: SitePath, _ act: String) -> Node {
        details(Attribute("open", if: errors.sentence(at: field) != nil)) {
            summary(text: title)
            p(.class("small"), text: hint)
            form(
                .method("post"), .action(path.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.hidden("versie", String(letter.version))
                Field.text(
                    field, label: EntryPageWording.texts[language].facts, value: typed[field],
                    longest: RegisterFields.longest(field), errors: errors)
                div(.class("actions")) { Field.submit(act, classes: "btn plain small") }
            }
        }
    }

    private var history: Node {
        .fragment(
            recalls.map { recall in
                p(.class("small soft")) {
                    end.wasRecalled(recall.paper.written(), recall.sentOn, names.officers[recall.officer] ?? "", recall.day)
                    " "
                    span(.lang("nl"), text: recall.reason)
                }
            })
    }
}

struct LetterEndWording: Sendable {
    let changes, announce, expectOtherwise, rename, withdraw, withdrawHint, withdrawNow, mistake, recall, recallHint, recallNow,
        apartHint, apartNow: String
    let wasRecalled: @Sendable (_ paper: String, _ sentOn: Day, _ officer: String, _ day: Day) -> String

    static let texts = Bilingual(
        nl: LetterEndWording(
            changes: "De brief veranderen", announce: "Kondig aan wanneer hij komt",
            expectOtherwise: "Hij komt op een andere dag",
            rename: "Noem het onderwerp anders", withdraw: "De brief komt er niet",
            withdrawHint:
                "De brief gaat uit het planningsoverzicht, en daarin staat waarom. Brieven die hierin mee zouden gaan, staan weer op zichzelf.",
            withdrawNow: "Leg vast dat hij niet komt", mistake: "Een vergissing?", recall: "De brief is niet zo verstuurd",
            recallHint:
                "De brief wordt weer een concept, en wat erin is afgedaan of uitgesteld staat weer zoals daarvoor. Wat je hier schrijft, blijft bij de brief staan.",
            recallNow: "Draai de verzending terug", apartHint: "Gaat de brief toch alleen?",
            apartNow: "Laat hem weer op zichzelf staan",
            wasRecalled: { paper, sentOn, officer, day in
                "Stond als verstuurd op \(sentOn.written(in: .nl)) onder \(paper). \(officer) draaide dat terug op \(day.written(in: .nl))."
            }),
        en: LetterEndWording(
            changes: "Changing the letter", announce: "Announce when it comes", expectOtherwise: "It comes on another day",
            rename: "Name the subject otherwise", withdraw: "The letter does not come",
            withdrawHint:
                "The letter goes from the planning overview, which says why. Letters that would go along in this one stand on their own again.",
            withdrawNow: "Record that it does not come", mistake: "A mistake?", recall: "The letter was not sent like this",
            recallHint:
                "The letter becomes a draft again, and what it settled or postponed stands as it did before. What you write here stays with the letter.",
            recallNow: "Take the sending back", apartHint: "Does the letter go alone after all?",
            apartNow: "Let it stand on its own again",
            wasRecalled: { paper, sentOn, officer, day in
                "Stood as sent on \(sentOn.written(in: .en)) as \(paper). \(officer) took that back on \(day.written(in: .en))."
            }))
}
