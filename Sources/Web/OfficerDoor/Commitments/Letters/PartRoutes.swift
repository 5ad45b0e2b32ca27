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
            return try await page(try part(context, of: letter), letter, visitor, context)
        }
        door.post(OfficerPaths.letterPart) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let letter = try await register.letter(context, for: visitor)
            let present = try part(context, of: letter)
            var typed = LetterPart(
                id: present.id, heading: fields.line("kop"), text: fields.line("deeltekst"),
                entries: Set(fields.all("regels").compactMap { RegisterEntry.ID($0) }), version: Int(fields["versie"]) ?? 0)
            do {
                try await register.commitments.save(typed, of: letter.id, by: visitor.officer)
                return .seeOther(OfficerPaths.letter.link(context.language, letter.id.text))
            } catch LetterRefusal.partChangedMeanwhile(let other) {
                // What the other linked meanwhile stays chosen until someone takes it away.
                typed.entries.formUnion(other.entries)
                return try await page(typed, letter, visitor, context, overtakenBy: other)
            } catch LetterRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as LetterRefusal {
                let sentence = LetterRefusalWording.sentence(refusal, context.language, names: [:])
                let field = refusal == .headingMissing ? "kop" : "deeltekst"
                return try await page(
                    typed, letter, visitor, context, errors: FieldErrors([FieldError(field: field, sentence: sentence)]))
            }
        }
    }

    private func part(_ context: OfficerContext, of letter: Letter) throws -> LetterPart {
        guard let id = context.parameters.get("deel").flatMap({ LetterPart.ID($0) }),
            let part = letter.parts.first(where: { $0.id == id })
        else { throw SiteProblem.notFound }
        return part
    }

    private func page(
        _ part: LetterPart, _ letter: Letter, _ visitor: RegisterSite.Visitor, _ context: OfficerContext,
        errors: FieldErrors = .none, overtakenBy other: LetterPart? = nil
    ) async throws -> Response {
        let page = PartPage(
            part: part, letter: letter, language: context.language, names: try await register.names(),
            entries: try await register.answerable(by: letter, for: visitor),
            versions: try await register.commitments.versions(of: part.id, in: letter.id, for: visitor.officer),
            overtakenBy: other, errors: errors, token: visitor.session.token.formToken)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.letterPart, session: visitor.session,
            status: other != nil ? .conflict : errors.isEmpty ? .ok : .unprocessableContent,
            values: [letter.id.text, part.id.text]
        ) { page.content }
    }
}

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
    let errors: FieldErrors
    let token: String
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
            }, h1(.lang("nl"), text: part.heading), overtaken,
            form(
                .method("post"), .action(OfficerPaths.letterPart.link(language, letter.id.text, part.id.text)),
                .autocomplete("off"), Attribute("data-once", if: true)
            ) {
                Field.token(token)
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
                        div(.class("actions")) { Field.submit(EntryPageWording.texts[language].keep) }
                    }
                    div { beside }
                }
            }, history,
        ])
    }

    private var overtaken: Node {
        guard let overtakenBy else { return .nothing }
        return section(.class("note warn"), .role("alert")) {
            h2(text: wording.overtaken)
            p(text: wording.overtakenText)
            ComparedText.node(TextComparison(from: part.text, to: overtakenBy.text), language)
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
                }
            }
        }
    }
}

/// Two versions of a text in one: what went is struck through, what came is underlined.
enum ComparedText {
    static func node(_ comparison: TextComparison, _ language: Language) -> Node {
        div(.class("pre compared"), .lang("nl")) {
            comparison.pieces.map(node)
        }
    }

    private static func node(_ piece: TextComparison.Piece) -> Node {
        switch piece {
        case .same(let text): .text(text)
        case .removed(let text): del(text: text)
        case .added(let text): ins(text: text)
        }
    }
}
