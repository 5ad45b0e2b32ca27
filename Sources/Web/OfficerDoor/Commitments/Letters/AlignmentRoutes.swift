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
            if fields.has("terugneemreden") {
                return try await refusable(session, officer, context, fields, at: "terug-\(letter.text)-\(fields["deel"])") {
                    try await commitments.takeBack(place, reason: fields.line("terugneemreden"), of: letter, by: officer)
                }
            }
            guard let kind: AlignmentAnswer.Kind = fields.choice("uitkomst") else {
                let sentence = LetterWording.texts[context.language].answerMissing
                return try await page(
                    session, officer, context, FieldErrors([FieldError(field: field, sentence: sentence)]), fields)
            }
            return try await refusable(session, officer, context, fields, at: field) {
                let answer = AlignmentAnswer(kind, remark: fields.line("opmerking"), on: commitments.today)
                try await commitments.answer(answer, for: place, in: Int(fields["ronde"]) ?? 0, of: letter, by: officer)
            }
        }
    }

    /// Does what a form asks, and shows the page with what was typed where that cannot be.
    private func refusable(
        _ session: OfficerSession, _ officer: AligningOfficer, _ context: OfficerContext, _ fields: FormFields, at field: String,
        _ body: () async throws -> Void
    ) async throws -> Response {
        do {
            try await body()
            return .seeOther(OfficerPaths.asked.link(context.language))
        } catch LetterRefusal.notFound {
            throw SiteProblem.gone(LetterRefusalWording.goneMeanwhile)
        } catch AlignmentRefusal.notAsked {
            throw SiteProblem.gone(LetterRefusalWording.goneMeanwhile)
        } catch let refusal as AlignmentRefusal {
            guard refusal != .notYours else { throw SiteProblem.notFound }
            let sentence = AlignmentRefusalWording.sentence(refusal, context.language)
            return try await page(session, officer, context, FieldErrors([FieldError(field: field, sentence: sentence)]), fields)
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
