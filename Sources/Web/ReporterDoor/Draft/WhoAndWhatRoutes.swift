import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// To whom it happened, and what kind of thing it was.
struct WhoAndWhatRoutes: Sendable {
    let steps: DraftSteps

    func register(at door: DoorRouter<ReporterContext>) {
        door.post(ReporterPaths.begin) { [steps] request, context in
            let (fields, desk) = (try await request.form(), steps.site.desk)
            if let begun = try await steps.begun(request) {
                guard fields.has("opnieuw") else {
                    if fields.has("gesprek") { try await desk.changeDraft(begun.token) { $0.wantsConversation = true } }
                    return .seeOther(DraftSteps.next(begun.draft, context.language))
                }
                try await desk.forget(begun.token)
            }
            let token = try await desk.beginDraft(in: context.language)
            if fields.has("gesprek") { try await desk.changeDraft(token) { $0.wantsConversation = true } }
            var response = Response.seeOther(ReporterPaths.relation.link(context.language))
            steps.site.cookies.set(SessionCookies.reporter, token.text, on: &response)
            return response
        }
        door.get(ReporterPaths.relation) { [self] request, context in
            try await steps.show(.relation, request, context, title: RelationWording.texts[context.language].title) {
                draft, token in
                relation(context.language, token, chosen: draft.relation, errors: .none)
            }
        }
        door.post(ReporterPaths.relation) { [self] request, context in
            let wording = RelationWording.texts[context.language]
            return try await steps.answer(.relation, request, context, title: wording.title) { fields in
                guard let relation = fields.choice("wie", as: ReportRelation.self) else {
                    return Answer([FieldError(field: "wie-\(ReportRelation.myself.rawValue)", sentence: wording.missing)])
                }
                return Answer { $0.relation = relation }
            } again: { _, errors, draft, token in
                relation(context.language, token, chosen: draft.relation, errors: errors)
            }
        }
        door.get(ReporterPaths.kind) { [self] request, context in
            try await steps.show(.kind, request, context, title: KindWording.texts[context.language].title) { draft, token in
                kind(context.language, token, kinds: draft.kinds, grounds: draft.grounds, errors: .none)
            }
        }
        door.post(ReporterPaths.kind) { [self] request, context in
            let wording = KindWording.texts[context.language]
            return try await steps.answer(.kind, request, context, title: wording.title) { fields in
                var kinds = fields.choices("soort", as: ReportKind.self)
                let grounds = fields.choices("grond", as: DiscriminationGround.self)
                if !grounds.isEmpty, !kinds.contains(.discrimination) { kinds.append(.discrimination) }
                guard !kinds.isEmpty else {
                    return Answer([FieldError(field: "soort-\(ReportKind.discrimination.rawValue)", sentence: wording.missing)])
                }
                return Answer { [kinds] draft in
                    draft.kinds = kinds
                    draft.grounds = grounds
                }
            } again: { fields, errors, _, token in
                kind(
                    context.language, token, kinds: fields.choices("soort", as: ReportKind.self),
                    grounds: fields.choices("grond", as: DiscriminationGround.self), errors: errors)
            }
        }
    }

    private func relation(_ language: Language, _ token: SessionToken, chosen: ReportRelation?, errors: FieldErrors) -> Node {
        let wording = RelationWording.texts[language]
        return .fragment([
            errors.summary(language),
            steps.form(.relation, language, token) {
                Field.choices(
                    "wie", legend: wording.title, isHeading: true,
                    options: ReportRelation.allCases.map { relation in
                        Field.Option(
                            value: relation.rawValue, text: wording.text(relation), hint: wording.hint(relation),
                            isChosen: chosen == relation)
                    }, errors: errors)
            },
        ])
    }

    private func kind(
        _ language: Language, _ token: SessionToken, kinds: [ReportKind], grounds: [DiscriminationGround], errors: FieldErrors
    ) -> Node {
        let wording = KindWording.texts[language]
        return .fragment([
            errors.summary(language),
            steps.form(.kind, language, token) {
                Field.choices(
                    "soort", legend: wording.title, hint: wording.hint, isHeading: true,
                    options: ReportKind.offered(on: steps.site.desk.today).map { kind in
                        Field.Option(
                            value: kind.rawValue, text: CodeWording.kind(kind)[language], hint: CodeWording.hint(kind)?[language],
                            isChosen: kinds.contains(kind))
                    }, errors: errors, many: true)
                details(Attribute("open", if: !grounds.isEmpty)) {
                    summary(text: wording.grounds)
                    Field.choices(
                        "grond", legend: wording.groundsLegend, hint: wording.groundsHint,
                        options: DiscriminationGround.allCases.map { ground in
                            Field.Option(
                                value: ground.rawValue, text: CodeWording.ground(ground)[language],
                                isChosen: grounds.contains(ground))
                        }, many: true)
                }
            },
        ])
    }
}

struct RelationWording: Sendable {
    let title, missing: String
    let text: @Sendable (ReportRelation) -> String
    let hint: @Sendable (ReportRelation) -> String?

    static let texts = Bilingual(
        nl: RelationWording(
            title: "Is het jou overkomen, of iemand anders?", missing: "Kies of het jou is overkomen of iemand anders.",
            text: { relation in
                switch relation {
                case .myself: "Het is mij overkomen"
                case .someoneElse: "Het is iemand anders overkomen"
                }
            },
            hint: { relation in
                switch relation {
                case .myself: nil
                case .someoneElse: "Je zag het, hoorde het, of iemand vertelde het je."
                }
            }),
        en: RelationWording(
            title: "Did this happen to you, or to someone else?",
            missing: "Choose whether it happened to you or to someone else.",
            text: { relation in
                switch relation {
                case .myself: "It happened to me"
                case .someoneElse: "It happened to someone else"
                }
            },
            hint: { relation in
                switch relation {
                case .myself: nil
                case .someoneElse: "You saw it, heard it, or someone told you."
                }
            }))
}

struct KindWording: Sendable {
    let title, hint, missing, grounds, groundsLegend, groundsHint: String

    static let texts = Bilingual(
        nl: KindWording(
            title: "Wat past het best?", hint: "Je mag er meer dan één kiezen.",
            missing: "Kies er ten minste één. Weet je het niet? Kies dan ‘Ik weet het niet’.",
            grounds: "Gaat het om discriminatie? Zeg erbij waarom", groundsLegend: "Waar gaat de discriminatie over?",
            groundsHint: "Het gaat om de reden van wat er gebeurde. Je hoeft niets over jezelf te zeggen. Je mag dit overslaan."),
        en: KindWording(
            title: "What fits best?", hint: "You may choose more than one.",
            missing: "Choose at least one. If you do not know, choose ‘I do not know’.",
            grounds: "Is it about discrimination? Say on what ground", groundsLegend: "What is the discrimination about?",
            groundsHint:
                "This is about the reason for what happened. You do not have to say anything about yourself. You may skip this."
        ))
}
