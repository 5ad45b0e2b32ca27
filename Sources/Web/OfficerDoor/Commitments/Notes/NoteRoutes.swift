import Access
import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// The decision note of a letter, and writing in it.
struct NoteRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.letterNote) { [self] request, context in
            let visitor = try await register.visitor(request)
            return try await page(register.letter(context, for: visitor), visitor, context)
        }
        door.post(OfficerPaths.letterNotePart) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let letter = try await register.letter(context, for: visitor)
            guard let part = context.parameters.get("deel").flatMap({ DecisionNote.Part(rawValue: $0) }) else {
                throw SiteProblem.notFound
            }
            do {
                try await commitments.write(
                    fields.has("terug") ? nil : fields.line("tekst-\(part.rawValue)"),
                    seen: fields["gezien"], as: part, of: letter.id, by: visitor.officer)
                return .seeOther(OfficerPaths.letterNote.link(context.language, letter.id.text) + "#deel-\(part.rawValue)")
            } catch LetterRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as NoteRefusal {
                return try await page(
                    letter, visitor, context, typed: (part, fields), sentence: NoteWording.sentence(refusal, context.language))
            } catch let refusal as LetterRefusal {
                let sentence = LetterRefusalWording.sentence(refusal, context.language, names: [:])
                return try await page(letter, visitor, context, typed: (part, fields), sentence: sentence)
            }
        }
    }

    private func page(
        _ letter: Letter, _ visitor: RegisterSite.Visitor, _ context: OfficerContext,
        typed: (part: DecisionNote.Part, fields: FormFields)? = nil, sentence: String? = nil
    ) async throws -> Response {
        let errors = sentence.flatMap { sentence in
            typed.map { FieldError(field: "tekst-\($0.part.rawValue)", sentence: sentence) }
        }
        let page = NotePage(
            letter: letter, note: try await commitments.note(of: letter.id, for: visitor.officer), language: context.language,
            names: try await register.names(), mayWrite: letter.isDraft && visitor.officer.mayChange(letter),
            typed: typed?.fields ?? FormFields(), errors: FieldErrors([errors].compactMap(\.self)),
            token: visitor.session.token.formToken)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.letterNote, session: visitor.session,
            status: sentence == nil ? .ok : .unprocessableContent, values: [letter.id.text]
        ) { page.content }
    }
}
