import Access
import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// For those whom another department asks: the parts that they are asked about, and nothing else of the letter.
struct AlignmentRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.asked) { [self] request, context in
            let session = try await register.site.session(request)
            return try await page(session, try await partner(session), context)
        }
        door.post(OfficerPaths.asked) { [self] request, context in
            let (session, fields) = try await register.typed(request)
            let officer = try await partner(session)
            guard let letter = Letter.ID(fields["brief"]), let body = AlignmentBody.ID(fields["orgaan"]) else {
                throw SiteProblem.notFound
            }
            let place = AlignmentPlace(body: body, part: LetterPart.ID(fields["deel"]))
            let field = "opmerking-\(letter.text)-\(fields["deel"])"
            guard let kind: AlignmentAnswer.Kind = fields.choice("uitkomst") else {
                let sentence = LetterWording.texts[context.language].answerMissing
                return try await page(
                    session, officer, context, FieldErrors([FieldError(field: field, sentence: sentence)]), fields)
            }
            do {
                let answer = AlignmentAnswer(kind, remark: fields.line("opmerking"), on: commitments.today)
                try await commitments.answer(answer, for: place, in: Int(fields["ronde"]) ?? 0, of: letter, by: officer)
                return .seeOther(OfficerPaths.asked.link(context.language))
            } catch LetterRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as AlignmentRefusal {
                guard refusal != .notYours, refusal != .notAsked else { throw SiteProblem.notFound }
                let sentence = LetterRefusalWording.sentence(refusal, context.language)
                return try await page(
                    session, officer, context, FieldErrors([FieldError(field: field, sentence: sentence)]), fields)
            }
        }
    }

    private func partner(_ session: OfficerSession) async throws -> AligningOfficer {
        guard let officer = try await commitments.aligningOfficer(session.officer), !officer.departments.isEmpty else {
            throw SiteProblem.notFound
        }
        return officer
    }

    private func page(
        _ session: OfficerSession, _ officer: AligningOfficer, _ context: OfficerContext, _ errors: FieldErrors = .none,
        _ typed: FormFields = FormFields()
    ) async throws -> Response {
        let page = AskedPage(
            asked: try await commitments.asked(of: officer), language: context.language, names: try await register.names(),
            errors: errors, typed: typed, token: session.token.formToken)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.asked, session: session,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true
        ) { page.content }
    }
}

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
            if asked.hasChanged { p(.class("note warn"), text: wording.askedTextChanged) }
            for request in asked.round.requests { self.request(request, asked) }
        }
    }

    private func request(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        div(.class("card")) {
            for part in asked.parts where request.part == nil || request.part == part.id {
                h3(.lang("nl"), text: part.heading)
                RunningTextNode.node(part.text)
            }
            if let answer = request.answer {
                div(.class(answer.kind == .objected ? "note warn" : "note done")) {
                    p {
                        "\(wording.answer(answer.kind)), "
                        Writing.day(answer.day, language)
                    }
                    if !answer.remark.isEmpty { p(.lang("nl"), text: answer.remark) }
                }
            } else {
                form(request, asked)
            }
        }
    }

    private func form(_ request: AlignmentRequest, _ asked: AskedOf) -> Node {
        let id = "\(asked.letter.text)-\(request.part?.text ?? "")"
        let isTyped = typed["brief"] == asked.letter.text && typed["deel"] == request.part?.text ?? ""
        return Markup.form(
            .method("post"), .action(OfficerPaths.asked.link(language)), .autocomplete("off"), Attribute("data-once", if: true)
        ) {
            Field.token(token)
            Field.hidden("brief", asked.letter.text)
            Field.hidden("orgaan", request.body.code)
            Field.hidden("deel", request.part?.text ?? "")
            Field.hidden("ronde", String(asked.round.number))
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
