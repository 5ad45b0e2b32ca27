import Access
import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// A part of a letter: its text with what it answers beside it, and what it said before.
struct PartRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.letterPart) { [self] request, context in
            let visitor = try await register.visitor(request)
            let letter = try await register.letter(context, for: visitor)
            guard letter.isDraft else { return .seeOther(OfficerPaths.letter.link(context.language, letter.id.text)) }
            var (shown, isOut) = try await part(context, of: letter)
            let versions = try await register.commitments.versions(of: shown.id, in: letter.id, for: visitor.officer)
            let former = request.uri.queryParameters.get("versie").flatMap { Int($0) }.flatMap { number in
                versions.first { $0.number == number }
            }
            if let former { (shown.heading, shown.text) = (former.heading, former.text) }
            return try await page(shown, letter, visitor, context, restored: former?.number, isOut: isOut)
        }
        door.post(OfficerPaths.letterPart) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let letter = try await register.letter(context, for: visitor)
            let (present, isOut) = try await part(context, of: letter)
            var typed = LetterPart(
                id: present.id, heading: fields.line("kop"), text: fields.line("deeltekst"),
                entries: Set(fields.all("regels").compactMap { RegisterEntry.ID($0) }), version: fields.version)
            guard !isOut || fields.has("terug") else {
                return try await page(typed, letter, visitor, context, isOut: true, status: .conflict)
            }
            do {
                try await register.commitments.save(typed, isPutBack: isOut, of: letter.id, by: visitor.officer)
                return .seeOther(OfficerPaths.letter.link(context.language, letter.id.text) + "#deel-\(present.id.text)")
            } catch LetterRefusal.partChangedMeanwhile(let other) {
                // What the other linked meanwhile stays chosen until someone takes it away.
                typed.entries.formUnion(other.entries)
                return try await page(typed, letter, visitor, context, overtakenBy: other)
            } catch LetterRefusal.notFound {
                throw SiteProblem.gone(LetterRefusalWording.goneMeanwhile)
            } catch let refusal as LetterRefusal {
                let sentence = LetterRefusalWording.sentence(refusal, context.language, names: [:])
                let field = refusal == .headingMissing ? "kop" : "deeltekst"
                return try await page(
                    typed, letter, visitor, context, errors: FieldErrors([FieldError(field: field, sentence: sentence)]),
                    isOut: isOut)
            }
        }
        registerPlaces(at: door)
    }

    private func registerPlaces(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.letterPartPlace) { [self] request, context in
            try await register.act(request, context, goingTo: "#onderdelen") { letter, visitor, fields in
                let part = try await part(context, of: letter).part.id
                // Lower is the one below it higher; the first one stays where it is.
                let below = letter.parts.drop { $0.id != part }.dropFirst().first ?? letter.parts.first
                try await register.commitments.moveUp(
                    fields.has("lager") ? below?.id ?? part : part, in: letter.id, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterPartRemoval) { [self] request, context in
            try await register.act(request, context, goingTo: "#onderdelen") { letter, visitor, fields in
                try await register.commitments.remove(
                    try await part(context, of: letter).part.id, seen: fields.version, from: letter.id, by: visitor.officer)
            }
        }
    }

    /// The part in an address, and whether it was taken out of the letter.
    private func part(_ context: OfficerContext, of letter: Letter) async throws -> (part: LetterPart, isOut: Bool) {
        guard let id = context.parameters.get("deel").flatMap({ LetterPart.ID($0) }) else { throw SiteProblem.notFound }
        if let part = letter.parts.first(where: { $0.id == id }) { return (part, false) }
        let out = try await register.commitments.parts(takenOutOf: letter)
        guard letter.isDraft, let part = out.first(where: { $0.id == id }) else { throw SiteProblem.notFound }
        return (part, true)
    }

    private func page(
        _ part: LetterPart, _ letter: Letter, _ visitor: RegisterSite.Visitor, _ context: OfficerContext,
        errors: FieldErrors = .none, overtakenBy other: LetterPart? = nil, restored: Int? = nil, isOut: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = PartPage(
            part: part, letter: letter, language: context.language, names: try await register.names(),
            entries: try await register.answerable(by: letter, for: visitor),
            versions: try await register.commitments.versions(of: part.id, in: letter.id, for: visitor.officer),
            overtakenBy: other, restored: restored, isOut: isOut, visitor: visitor, errors: errors)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.letterPart, session: visitor.session,
            status: other != nil ? .conflict : errors.isEmpty ? status : .unprocessableContent,
            values: [letter.id.text, part.id.text]
        ) { page.content }
    }
}
