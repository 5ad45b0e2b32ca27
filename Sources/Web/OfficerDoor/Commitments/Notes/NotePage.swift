import Access
import Commitments
import Kernel
import Markup

/// The decision note: each part as it stands, and where an officer wrote it, what the register says instead.
struct NotePage {
    let letter: Letter
    let note: DecisionNote
    let language: Language
    let names: RegisterNames
    let mayWrite: Bool
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: NoteWording { NoteWording.texts[language] }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) {
                a(
                    .href(OfficerPaths.letter.link(language, letter.id.text)),
                    text: LetterWording.texts[language].backToLetter)
            }, h1(text: wording.title), p(.class("lead"), .lang("nl"), text: letter.subject),
            p(.class("note"), text: state), errors.isEmpty || mayWrite ? .nothing : LeftText.node(typed, language),
            .fragment(DecisionNote.Part.allCases.map(part)), decision,
            section {
                h2(text: wording.takeAlong)
                LetterDocumentLinks.node(letter, language)
            },
        ])
    }

    private var state: String {
        switch letter.state {
        case .draft: wording.living
        case .merged: wording.goesAlong
        case .withdrawn: wording.doesNotCome
        case .sent: note.isWhollyWritten ? wording.kept : wording.notKept
        }
    }

    private var decision: Node {
        guard let decision = note.decision else { return .nothing }
        return section(.class("card"), .id("besluit")) {
            h2(.lang("nl"), text: MinistersDecision.heading)
            RunningTextNode.node(decision.written)
        }
    }

    private func part(_ part: DecisionNote.Part) -> Node {
        let text = note[part]
        return section(.class("card"), .id("deel-\(part.rawValue)")) {
            h2(.lang("nl"), text: part.heading)
            if letter.isDraft { p(.class("small soft"), text: origin(text)) }
            text.isOvertaken && letter.isDraft ? overtaken(text) : Node.nothing
            RunningTextNode.node(text.present)
            if mayWrite { editor(part, text) }
        }
    }

    private func origin(_ text: DecisionNote.Text) -> String {
        guard let written = text.written else { return wording.fromRegister }
        return wording.writtenBy(names.officers[written.officer] ?? "", written.day.written(in: language))
    }

    private func overtaken(_ text: DecisionNote.Text) -> Node {
        div(.class("note warn")) {
            p {
                strong(text: wording.overtaken)
                " "
                wording.overtakenHint
            }
            ComparedText.node(TextComparison(from: text.written?.drawnUpThen ?? "", to: text.drawnUp), language)
        }
    }

    private func editor(_ part: DecisionNote.Part, _ text: DecisionNote.Text) -> Node {
        let (name, address) = (
            "tekst-\(part.rawValue)", OfficerPaths.letterNotePart.link(language, letter.id.text, part.rawValue)
        )
        return .fragment([
            details(Attribute("open", if: errors.sentence(at: name) != nil)) {
                summary { "\(wording.edit) ‘\(part.heading)’" }
                form(.method("post"), .action(address), .autocomplete("off"), Attribute("data-once", if: true)) {
                    Field.token(token)
                    Field.hidden("gezien", text.seen)
                    Field.area(
                        name, label: LetterWording.texts[language].text, hint: wording.formHint,
                        value: typed.has(name) ? typed[name] : text.present, longest: RegisterFields.longest(name), isLong: true,
                        language: language,
                        errors: errors)
                    div(.class("actions")) {
                        Field.submit(
                            EntryPageWording.texts[language].keep, classes: "btn small", about: part.heading)
                    }
                }
            },
            text.written == nil
                ? .nothing
                : form(.method("post"), .action(address), Attribute("data-once", if: true)) {
                    Field.token(token)
                    Field.hidden("gezien", text.seen)
                    Field.hidden("terug", "ja")
                    Field.submit(wording.takeBack, classes: "btn plain small", about: part.heading)
                },
        ])
    }
}
