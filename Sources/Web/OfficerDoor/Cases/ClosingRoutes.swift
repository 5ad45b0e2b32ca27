import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Feedback to the reporter, and closing a case.
struct ClosingRoutes: Sendable {
    let site: OfficerSite
    let cases: CaseRoutes

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.feedback) { [self] request, context in
            let reader = try await site.reader(request)
            return try await cases.opened(try cases.id(context), reader, context) { view in
                guard view.file.state == .open else { return back(to: view, context) }
                return try await feedback(view, reader, context, errors: .none, typed: "")
            }
        }
        door.post(OfficerPaths.feedback) { [self] request, context in
            let (reader, fields) = try await site.formReader(request)
            let id = try cases.id(context)
            var errors: [FieldError] = []
            let text = fields.plain("bericht", longest: TextLimits.message, context.language, &errors)
            if errors.isEmpty, text.isEmpty {
                errors.append(FieldError(field: "bericht", sentence: ClosingWording.texts[context.language].feedbackMissing))
            }
            return try await cases.opened(id, reader, context) { view in
                guard errors.isEmpty else {
                    return try await feedback(view, reader, context, errors: FieldErrors(errors), typed: fields["bericht"])
                }
                do {
                    try await site.desk.giveFeedback(text, in: id, by: reader)
                } catch CaseRefusal.closed {
                    let error = FieldError(field: "bericht", sentence: ClosingWording.texts[context.language].alreadyClosed)
                    return try await feedback(view, reader, context, errors: FieldErrors([error]), typed: fields["bericht"])
                }
                return .seeOther(OfficerPaths.caseFile.link(context.language, id.text) + "#berichten")
            }
        }
        door.get(OfficerPaths.closing) { [self] request, context in
            let reader = try await site.reader(request)
            return try await cases.opened(try cases.id(context), reader, context) { view in
                guard view.file.state == .open else { return back(to: view, context) }
                return try await closing(view, reader, context, errors: .none, chosen: nil, typed: "")
            }
        }
        door.post(OfficerPaths.closing) { [self] request, context in try await close(request, context) }
    }

    private func close(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let (reader, fields) = try await site.formReader(request)
        let (id, wording) = (try cases.id(context), ClosingWording.texts[context.language])
        var errors: [FieldError] = []
        let reasons = fields.plain("redenen", longest: TextLimits.message, context.language, &errors)
        let outcome = fields.choice("uitkomst", as: Outcome.self)
        if outcome == nil {
            errors.append(FieldError(field: "uitkomst-\(Outcome.confirmed.rawValue)", sentence: wording.outcomeMissing))
        }
        return try await cases.opened(id, reader, context) { view in
            if fields.has("opnieuw") {
                return try await closing(view, reader, context, errors: .none, chosen: outcome, typed: fields["redenen"])
            }
            if let outcome, errors.isEmpty, !fields.has("zeker"), view.file.state == .open, view.file.feedbackOn != nil {
                return try await check(view, reader, context, outcome, reasons: fields["redenen"])
            }
            if let outcome, errors.isEmpty {
                do {
                    try await site.desk.close(id, outcome: outcome, reasons: reasons, by: reader)
                    return .seeOther(OfficerPaths.caseFile.link(context.language, id.text))
                } catch CaseRefusal.feedbackMissing {
                    errors.append(FieldError(field: "redenen", sentence: wording.feedbackFirst))
                } catch CaseRefusal.closed {
                    errors.append(FieldError(field: "redenen", sentence: wording.alreadyClosed))
                }
            }
            return try await closing(
                view, reader, context, errors: FieldErrors(errors), chosen: outcome, typed: fields["redenen"])
        }
    }

    /// A closed case says itself that it is closed.
    private func back(to view: CaseView, _ context: OfficerContext) -> Response {
        .seeOther(OfficerPaths.caseFile.link(context.language, view.file.id.text))
    }

    /// What the reporter will read at once, before it is so.
    private func check(
        _ view: CaseView, _ reader: Reader, _ context: OfficerContext, _ outcome: Outcome, reasons: String
    ) async throws -> Response {
        let (language, wording, id) = (context.language, ClosingWording.texts[context.language], view.file.id.text)
        return try await site.page(
            context, title: wording.checkTitle, path: OfficerPaths.closing, session: reader.session, isNarrow: true, values: [id]
        ) {
            CasePage.back(to: view.file.id, language)
            h1(text: wording.checkTitle)
            p(.class("lead"), text: wording.checkLead)
            p(.class("note")) { strong(text: CodeWording.outcome(outcome)[language]) }
            form(
                .method("post"), .action(OfficerPaths.closing.link(language, id)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(reader.session.token.formToken)
                Field.hidden("uitkomst", outcome.rawValue)
                Field.hidden("redenen", reasons)
                Field.hidden("zeker", "ja")
                div(.class("actions")) {
                    Field.submit(wording.close)
                    Field.submit(wording.chooseAgain, classes: "link-button", name: "opnieuw", value: "ja")
                }
            }
        }
    }

    private func feedback(
        _ view: CaseView, _ reader: Reader, _ context: OfficerContext, errors: FieldErrors, typed: String
    ) async throws -> Response {
        let (language, wording, id) = (context.language, ClosingWording.texts[context.language], view.file.id.text)
        return try await site.page(
            context, title: wording.feedbackTitle, path: OfficerPaths.feedback, session: reader.session,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true, values: [id]
        ) {
            errors.summary(language)
            CasePage.back(to: view.file.id, language)
            h1(text: wording.feedbackTitle)
            p(.class("lead"), text: wording.feedbackLead)
            ul(.class("plain")) { for text in wording.feedbackPoints { li(text: text) } }
            form(
                .method("post"), .action(OfficerPaths.feedback.link(language, id)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(reader.session.token.formToken)
                Field.area(
                    "bericht", label: wording.feedbackLabel, value: typed, longest: TextLimits.message, isLong: true,
                    language: language,
                    errors: errors)
                div(.class("actions")) { Field.submit(wording.feedbackSend) }
            }
        }
    }

    private func closing(
        _ view: CaseView, _ reader: Reader, _ context: OfficerContext, errors: FieldErrors, chosen: Outcome?, typed: String
    ) async throws -> Response {
        let (language, wording, id) = (context.language, ClosingWording.texts[context.language], view.file.id.text)
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.closing, session: reader.session,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true, values: [id]
        ) {
            errors.summary(language)
            CasePage.back(to: view.file.id, language)
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            if view.file.feedbackOn == nil {
                p(.class("note warn")) { a(.href(OfficerPaths.feedback.link(language, id)), text: wording.feedbackFirst) }
            } else {
                form(
                    .method("post"), .action(OfficerPaths.closing.link(language, id)), .autocomplete("off"),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(reader.session.token.formToken)
                    Field.choices(
                        "uitkomst", legend: wording.outcome,
                        options: Outcome.allCases.map {
                            Field.Option(value: $0.rawValue, text: CodeWording.outcome($0)[language], isChosen: chosen == $0)
                        }, errors: errors)
                    Field.area(
                        "redenen", label: wording.reasons, hint: wording.reasonsHint, value: typed, longest: TextLimits.message,
                        language: language, errors: errors)
                    div(.class("actions")) { Field.submit(wording.toCheck) }
                }
            }
        }
    }
}

struct ClosingWording: Sendable {
    let feedbackTitle, feedbackLead, feedbackLabel, feedbackSend, feedbackMissing, title, lead, outcome, reasons, reasonsHint,
        close, toCheck, checkTitle, checkLead, chooseAgain: String
    let outcomeMissing, feedbackFirst, alreadyClosed: String
    let feedbackPoints: [String]

    static let texts = Bilingual(
        nl: ClosingWording(
            feedbackTitle: "Terugkoppeling geven",
            feedbackLead:
                "De melder hoort wat jullie van de melding vinden en wat jullie ermee doen (Wbk artikel 2, lid 2, onder i).",
            feedbackLabel: "Terugkoppeling aan de melder", feedbackSend: "Verstuur de terugkoppeling",
            feedbackMissing: "Schrijf wat de melder moet horen.", title: "Zaak afsluiten",
            lead: "De melder ziet de uitkomst en de dag. De onderbouwing zien alleen de lezers van deze zaak.",
            outcome: "Wat is de uitkomst?",
            reasons: "Waarop rust dat? (mag leeg blijven)", reasonsHint: "Alleen voor de lezers van deze zaak.",
            close: "Sluit de zaak af", toCheck: "Verder", checkTitle: "Klopt dit?",
            checkLead: "Afsluiten is niet terug te draaien. De melder leest dan meteen deze uitkomst:",
            chooseAgain: "Kies opnieuw",
            outcomeMissing: "Kies de uitkomst.",
            feedbackFirst: "Geef eerst terugkoppeling aan de melder. Daarna kun je de zaak afsluiten.",
            alreadyClosed: "Deze zaak is al afgesloten. Kijk in de zaak wat er is gedaan.",
            feedbackPoints: [
                "Wat jullie hebben uitgezocht, en hoe.", "Wat jullie ervan vinden, in gewone woorden.",
                "Wat jullie doen, en wat niet, en waarom.",
                "Noem geen namen van anderen, en niets over maatregelen tegen een persoon dat niet gezegd mag worden.",
            ]),
        en: ClosingWording(
            feedbackTitle: "Give feedback",
            feedbackLead: "The reporter hears what you think of the report and what you do with it (Wbk article 2(2)(i)).",
            feedbackLabel: "Feedback to the reporter", feedbackSend: "Send the feedback",
            feedbackMissing: "Write what the reporter must hear.",
            title: "Close the case",
            lead: "The reporter sees the outcome and the day. The grounds are for the readers of this case alone.",
            outcome: "What is the outcome?", reasons: "What is that based on? (optional)",
            reasonsHint: "For the readers of this case alone.",
            close: "Close the case", toCheck: "Continue", checkTitle: "Is this right?",
            checkLead: "Closing cannot be undone. The reporter then reads this outcome at once:", chooseAgain: "Choose again",
            outcomeMissing: "Choose the outcome.",
            feedbackFirst: "Give the reporter feedback first. Then you can close the case.",
            alreadyClosed: "This case is closed already. See in the case what was done.",
            feedbackPoints: [
                "What you looked into, and how.", "What you think of it, in plain words.",
                "What you do, what you do not do, and why.",
                "Name no others, and nothing about measures against a person that may not be told.",
            ]))
}
