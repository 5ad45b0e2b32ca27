import Commitments
import Kernel
import Markup

/// What a department is asked.
struct AskedPage {
    let asked: [AskedOf]
    let language: Language
    let names: RegisterNames
    let errors: FieldErrors
    let typed: FormFields
    let token: String
    private var wording: LetterWording { LetterWording.texts[language] }

    var title: String { wording.asked }

    var content: Node {
        .fragment([
            errors.summary(language), h1(text: wording.askedHeading),
            asked.isEmpty ? p(.class("note done"), text: wording.nothingAsked) : .fragment(asked.map(letter)),
        ])
    }

    private func letter(_ asked: AskedOf) -> Node {
        section {
            h2(.lang("nl"), text: asked.subject)
            p(.class("soft")) {
                "\(names.full(asked.department, language)). \(wording.answerBefore) "
                Writing.day(asked.round.answerBy, language)
            }
            answers(asked)
            if asked.hasChanged { p(.class("note warn"), text: wording.askedTextChanged) }
            for request in asked.round.requests { self.request(request, asked) }
        }
    }

    private func request(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        div(.class("card")) {
            for part in asked.parts where request.part == nil || request.part == part.id {
                h3(.lang("nl"), text: part.heading)
                RunningTextNode.node(part.text)
                changed(part, asked)
            }
            saidBefore(request, asked)
            if let answer = request.answer {
                div(.class(answer.kind == .objected ? "note warn" : "note done")) {
                    p {
                        "\(wording.answer(answer.kind)), "
                        Writing.day(answer.day, language)
                    }
                    if !answer.remark.isEmpty { p(.lang("nl"), text: answer.remark) }
                }
                takingBack(request, asked)
            } else {
                if let rule = request.silenceRule { p(.class("note"), text: wording.silenceAgrees(rule)) }
                form(request, asked)
            }
        }
    }

    /// What the letter does with each point, for who is asked about all of it.
    private func answers(_ asked: AskedOf) -> Node {
        guard !asked.answers.isEmpty else { return .nothing }
        return div(.class("card")) {
            h3(text: wording.answers)
            ul {
                for answer in asked.answers {
                    li {
                        strong(.lang("nl"), text: "\(answer.title): ")
                        AnswerEffect.node(answer.effect, language)
                    }
                }
            }
        }
    }

    /// What changed in a part since the round before.
    private func changed(_ part: LetterPart, _ asked: AskedOf) -> Node {
        guard let before = asked.before else { return .nothing }
        guard let then = before.parts.first(where: { $0.id == part.id }) else {
            return p(.class("small soft"), text: wording.newSinceBefore)
        }
        guard then.text != part.text else { return p(.class("small soft"), text: wording.sameAsBefore) }
        return details {
            summary(text: wording.changedSinceBefore)
            ComparedText.node(TextComparison(from: then.text, to: part.text), language)
        }
    }

    /// What the department said in the round before.
    private func saidBefore(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        let answer = asked.before?.requests.first { $0.place == request.place }?.answer
        guard let answer else { return .nothing }
        return p(.class("small")) {
            "\(wording.youSaidBefore) \(wording.answer(answer.kind).lowercased()), "
            Writing.day(answer.day, language)
            if !answer.remark.isEmpty { span(.lang("nl"), text: ". \(answer.remark)") }
        }
    }

    /// The fields that say of which request a form speaks.
    private func place(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        .fragment([
            Field.hidden("brief", asked.letter.text), Field.hidden("orgaan", request.body.code),
            Field.hidden("deel", request.part?.text ?? ""), Field.hidden("ronde", String(asked.round.number)),
        ])
    }

    private func takingBack(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        let id = "terug-\(asked.letter.text)-\(request.part?.text ?? "")"
        return FoldedForm(
            title: wording.takeBack, isOpen: errors.sentence(at: id) != nil, address: OfficerPaths.asked.link(language),
            token: token, act: wording.takeBackNow
        ).node {
            place(request, asked)
            Field.text(
                "terugneemreden", id: id, label: EntryPageWording.texts[language].why,
                value: errors.sentence(at: id) == nil ? "" : typed["terugneemreden"],
                longest: RegisterFields.longest("terugneemreden"), errors: errors)
        }
    }

    private func form(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        let id = "\(asked.letter.text)-\(request.part?.text ?? "")"
        let isTyped = typed["brief"] == asked.letter.text && typed["deel"] == request.part?.text ?? ""
        return Markup.form(
            .method("post"), .action(OfficerPaths.asked.link(language)), .autocomplete("off"), Attribute("data-once", if: true)
        ) {
            Field.token(token)
            place(request, asked)
            fieldset {
                legend(text: wording.said)
                for kind in AlignmentAnswer.Kind.allCases
                where request.purpose == .information ? kind == .noted : kind != .noted {
                    div(.class("option")) {
                        input(
                            .type("radio"), .id("uitkomst-\(id)-\(kind.rawValue)"), .name("uitkomst"), .value(kind.rawValue),
                            .checked(isTyped && typed["uitkomst"] == kind.rawValue))
                        label(.for("uitkomst-\(id)-\(kind.rawValue)"), text: wording.answer(kind))
                    }
                }
            }
            Field.text(
                "opmerking", id: "opmerking-\(id)", label: wording.remarks, value: isTyped ? typed["opmerking"] : "",
                longest: RegisterFields.longest("opmerking"), errors: errors)
            div(.class("actions")) { Field.submit(wording.record, classes: "btn small") }
        }
    }
}
