import Commitments
import Kernel
import Markup

/// What becomes of a letter: sending it, letting it go along in another, expecting it on another day, or not sending it.
struct LetterEndSection {
    let file: LetterFile
    let language: Language
    let names: RegisterNames
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
        case .sent(let paper, let day): mending(paper, day)
        case .merged: apart
        case .withdrawn: restoration
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
                text("stuk", wording.paper, hint: EntryPageWording.texts[language].letterHint)
                text("verzonden", wording.sentDay, hint: EntryPageWording.texts[language].todayHint)
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
            merging
            withdrawal
        }
    }

    private func folded(
        _ title: String, isOpen: Bool, at path: SitePath, act: String, lead: Node = .nothing, @HTMLBuilder fields: () -> [Node]
    ) -> Node {
        FoldedForm(
            title: title, isOpen: isOpen, address: path.link(language, letter.id.text), token: token, version: letter.version,
            act: act, lead: lead
        ).node(fields: fields)
    }

    private func text(_ name: String, _ label: String, hint: String? = nil, value: String? = nil) -> Node {
        Field.text(
            name, label: label, hint: hint, value: value ?? typed[name], longest: RegisterFields.longest(name), errors: errors)
    }

    private var merging: Node {
        folded(
            wording.merge, isOpen: errors.sentence(at: "samen") != nil, at: OfficerPaths.letterMerging, act: wording.mergeNow
        ) {
            Field.menu(
                "samen", label: wording.mergeInto,
                options: file.hosts.map {
                    Field.Option(value: $0.id.text, text: $0.subject, isChosen: typed["samen"] == $0.id.text)
                }, errors: errors)
            text("waarom", EntryPageWording.texts[language].why)
        }
    }

    private var expected: Node {
        folded(
            letter.dues.isEmpty ? end.announce : end.expectOtherwise, isOpen: typed.has("reden"),
            at: OfficerPaths.letterExpected, act: end.keepExpected, lead: dues
        ) {
            text("woorden", wording.words, hint: NewEntryWording.texts[language].wordsHint)
            text("dag", wording.day, hint: NewEntryWording.texts[language].dayHint)
            text("reden", EntryPageWording.texts[language].why)
        }
    }

    /// When it was expected, from the first word to the last.
    private var dues: Node {
        guard !letter.dues.isEmpty else { return .nothing }
        return ul(.class("small")) {
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

    private var subject: Node {
        folded(
            end.rename, isOpen: typed.has("onderwerp"), at: OfficerPaths.letterSubject,
            act: end.keepSubject
        ) {
            text(
                "onderwerp", wording.subject, hint: wording.subjectHint,
                value: typed.has("onderwerp") ? nil : letter.subject)
        }
    }

    private var withdrawal: Node {
        reasoned(
            end.withdraw, letter.dues.isEmpty ? end.withdrawUnannouncedHint : end.withdrawHint, "intrekreden",
            OfficerPaths.letterWithdrawal, end.withdrawNow)
    }

    private func mending(_ paper: Reference, _ day: Day) -> Node {
        div(.class("card")) {
            h2(text: end.mistake)
            folded(
                end.correct, isOpen: typed.has("verbeterreden"), at: OfficerPaths.letterSendingCorrection, act: end.correctNow,
                lead: p(.class("small"), text: end.correctHint)
            ) {
                text(
                    "stuk", wording.paper, hint: EntryPageWording.texts[language].letterHint,
                    value: typed.has("verbeterreden") ? nil : paper.written())
                text("verzonden", wording.sentDay, value: typed.has("verbeterreden") ? nil : day.inDigits)
                text("verbeterreden", EntryPageWording.texts[language].why)
            }
            reasoned(end.recall, end.recallHint, "terugreden", OfficerPaths.letterRecall, end.recallNow)
            history
        }
    }

    private var restoration: Node {
        div(.class("card")) {
            h2(text: end.mistake)
            reasoned(end.restore, end.restoreHint, "tochreden", OfficerPaths.letterRestoration, end.restoreNow)
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
        folded(
            title, isOpen: errors.sentence(at: field) != nil, at: path, act: act, lead: p(.class("small"), text: hint)
        ) { text(field, EntryPageWording.texts[language].why) }
    }

    private var history: Node {
        .fragment(
            file.corrections.map { former in
                past(
                    end.wasCorrected(former.paper.written(), former.sentOn, names.officers[former.officer] ?? "", former.day),
                    former.reason)
            }
                + file.recalls.map { recall in
                    past(
                        end.wasRecalled(recall.paper.written(), recall.sentOn, names.officers[recall.officer] ?? "", recall.day),
                        recall.reason)
                }
                + file.restorations.map { restored in
                    past(
                        end.wasRestored(restored.withdrawnOn, names.officers[restored.officer] ?? "", restored.day),
                        "\(restored.withdrawnBecause) → \(restored.reason)")
                })
    }

    private func past(_ sentence: String, _ reason: String) -> Node {
        p(.class("small soft")) {
            sentence
            " "
            span(.lang("nl"), text: reason)
        }
    }
}

struct LetterEndWording: Sendable {
    let changes, announce, expectOtherwise, rename, withdraw, withdrawHint, withdrawNow, mistake, recall, recallHint, recallNow,
        apartHint, apartNow, restore, restoreHint, restoreNow, keepExpected, keepSubject, withdrawUnannouncedHint: String
    let correct, correctHint, correctNow: String
    let wasCorrected: @Sendable (_ paper: String, _ sentOn: Day, _ officer: String, _ day: Day) -> String
    let wasRestored: @Sendable (_ withdrawnOn: Day, _ officer: String, _ day: Day) -> String
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
            apartNow: "Laat hem weer op zichzelf staan", restore: "De brief komt er toch",
            restoreHint: "De brief wordt weer een concept. Wat je hier schrijft, blijft bij de brief staan.",
            restoreNow: "Maak er weer een concept van", keepExpected: "Leg vast wanneer hij komt",
            keepSubject: "Bewaar het onderwerp",
            withdrawUnannouncedHint:
                "De brief wordt niet verstuurd. Brieven die hierin mee zouden gaan, staan weer op zichzelf.",
            correct: "Het nummer of de dag klopt niet",
            correctHint:
                "Het nummer en de dag veranderen ook bij de punten die de brief beantwoordt. Wat er stond, blijft bij de brief staan.",
            correctNow: "Verbeter het nummer en de dag",
            wasCorrected: { paper, sentOn, officer, day in
                "Stond eerst als \(paper), verstuurd op \(sentOn.written(in: .nl)). \(officer) verbeterde dat op \(day.written(in: .nl))."
            },
            wasRestored: { withdrawnOn, officer, day in
                "Zou niet komen, zo was vastgelegd op \(withdrawnOn.written(in: .nl)). \(officer) maakte er op \(day.written(in: .nl)) weer een concept van."
            },
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
            apartNow: "Let it stand on its own again", restore: "The letter comes after all",
            restoreHint: "The letter becomes a draft again. What you write here stays with the letter.",
            restoreNow: "Make it a draft again", keepExpected: "Record when it comes", keepSubject: "Save the subject",
            withdrawUnannouncedHint:
                "The letter is not sent. Letters that would go along in this one stand on their own again.",
            correct: "The number or the day is not right",
            correctHint:
                "The number and the day change with the points that the letter answers too. What stood there stays with the letter.",
            correctNow: "Correct the number and the day",
            wasCorrected: { paper, sentOn, officer, day in
                "Stood first as \(paper), sent on \(sentOn.written(in: .en)). \(officer) corrected that on \(day.written(in: .en))."
            },
            wasRestored: { withdrawnOn, officer, day in
                "Was not to come, as was recorded on \(withdrawnOn.written(in: .en)). \(officer) made it a draft again on \(day.written(in: .en))."
            },
            wasRecalled: { paper, sentOn, officer, day in
                "Stood as sent on \(sentOn.written(in: .en)) as \(paper). \(officer) took that back on \(day.written(in: .en))."
            }))
}
