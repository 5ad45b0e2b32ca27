import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// The code after sending, until it is typed back; and the way in with it.
struct CodeRoutes: Sendable {
    let site: ReporterSite

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.code) { [self] request, context in
            guard let shown = try await shownCode(request) else { return .seeOther(ReporterPaths.mailbox.link(context.language)) }
            return page(shown, context, errors: .none)
        }
        door.post(ReporterPaths.code) { [self] request, context in
            let (token, fields) = try await site.form(request)
            do {
                try await site.desk.confirmCode(fields["laatste"], in: token)
                return .seeOther(ReporterPaths.mailbox.link(context.language))
            } catch MailboxRefusal.codeNotTypedBack {
                guard let shown = try await shownCode(request) else { throw SiteProblem.sessionGone }
                let error = FieldError(field: "laatste", sentence: CodeWordingPage.texts[context.language].notTheSame)
                return page(shown, context, errors: FieldErrors([error]))
            } catch MailboxRefusal.locked {
                return .seeOther(ReporterPaths.lock.link(context.language))
            } catch MailboxRefusal.gone {
                throw SiteProblem.sessionGone
            }
        }
        door.get(ReporterPaths.codeCard) { [self] request, context in
            guard let shown = try await shownCode(request) else { return .seeOther(ReporterPaths.mailbox.link(context.language)) }
            return card(shown.code, context)
        }
        door.get(ReporterPaths.enter) { [self] request, context in
            if let token = site.cookies.token(SessionCookies.reporter, in: request), try await shownCode(of: token) != nil {
                return .seeOther(ReporterPaths.code.link(context.language))
            }
            return try await entry(request, context, errors: .none)
        }
        door.post(ReporterPaths.enter) { [self] request, context in try await enter(request, context) }
    }

    /// A code that is still on the screen.
    private struct ShownCode {
        let token: SessionToken
        let code: MailboxCode
        /// Whether another code opens the mailbox until this one is typed back.
        let isReplacement: Bool
    }

    private func shownCode(_ request: Request) async throws -> ShownCode? {
        let token = try site.token(request)
        guard case .mailbox? = try await site.desk.state(token) else { throw SiteProblem.sessionGone }
        return try await shownCode(of: token)
    }

    /// The code that a session still shows; nil where it was typed back, or there is no mailbox.
    private func shownCode(of token: SessionToken) async throws -> ShownCode? {
        guard case .mailbox(let state)? = try await site.desk.state(token), let text = state.newCode, !state.isLockedWithNewCode
        else { return nil }
        return ShownCode(token: token, code: try MailboxCode(typed: text), isReplacement: state.newLocator != nil)
    }

    private func page(_ shown: ShownCode, _ context: ReporterContext, errors: FieldErrors) -> Response {
        let wording = CodeWordingPage.texts[context.language]
        let title = shown.isReplacement ? wording.newTitle : wording.title
        return site.page(
            context, title: title, path: ReporterPaths.code, status: errors.isEmpty ? .ok : .unprocessableContent,
            isSignedIn: true
        ) {
            errors.summary(context.language)
            h1(text: title)
            p(.class("lead"), text: shown.isReplacement ? wording.newLead : wording.lead)
            CodeBlock.leaving(shown.code, context.language)
            p(.class("note warn"), text: wording.warning)
            p(text: wording.stays)
            p { strong(text: shown.isReplacement ? wording.newLeaving : wording.leaving) }
            p(.class("no-print")) { a(.href(ReporterPaths.codeCard.link(context.language)), text: wording.card) }
            form(.method("post"), .action(ReporterPaths.code.link(context.language)), .autocomplete("off")) {
                Field.token(shown.token.formToken)
                Field.text(
                    "laatste", label: wording.typeBack, hint: wording.typeBackHint, classes: "short", inputMode: "numeric",
                    longest: 8,
                    errors: errors)
                div(.class("actions")) { Field.submit(wording.confirm) }
            }
        }
    }

    /// A card that tells nothing to whoever finds it.
    private func card(_ code: MailboxCode, _ context: ReporterContext) -> Response {
        let wording = CodeWordingPage.texts[context.language]
        return site.page(context, title: wording.cardTitle, path: ReporterPaths.codeCard, isSignedIn: true) {
            h1(.class("no-print"), text: wording.cardTitle)
            p(.class("lead no-print"), text: wording.cardLead)
            div(.class("card")) {
                CodeBlock.leaving(code, context.language)
                p(.class("small"), text: wording.cardText)
            }
            div(.class("actions no-print")) {
                button(
                    .type("button"), .class("btn"), Attribute("data-print", if: true), Attribute("hidden", if: true),
                    text: wording.print)
                a(.href(ReporterPaths.code.link(context.language)), text: wording.backToCode)
            }
        }
    }

    private func entry(
        _ request: Request, _ context: ReporterContext, errors: FieldErrors, value: String = "",
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let wording = EntryWording.texts[context.language]
        let draft = try await DraftSteps(site: site).begun(request)
        return site.page(context, title: wording.title, path: ReporterPaths.enter, status: status) {
            errors.summary(context.language)
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            if let draft, !draft.draft.hasResumeCode {
                div(.class("note warn")) {
                    p(text: wording.unsent)
                    p { a(.href(ReporterPaths.later.link(context.language)), text: wording.keepUnsent) }
                }
            }
            form(
                .method("post"), .action(ReporterPaths.enter.link(context.language)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.text(
                    "code", label: wording.code, hint: wording.hint, value: value, classes: "digits", inputMode: "numeric",
                    longest: 60,
                    errors: errors)
                div(.class("actions")) {
                    Field.submit(wording.open)
                    span(
                        Attribute("data-working", if: true), Attribute("hidden", if: true), .role("status"), text: wording.working
                    )
                }
            }
            details {
                summary(text: wording.lostTitle)
                for text in wording.lost { p(text: text) }
            }
        }
    }

    /// Opens a mailbox, unlocks the one of this browser, or takes a draft up again.
    private func enter(_ request: Request, _ context: ReporterContext) async throws -> Response {
        let fields = try await request.form()
        let current = site.cookies.token(SessionCookies.reporter, in: request)
        do {
            let token = try await site.desk.enterOrResume(fields["code"], unlocking: current)
            var response = Response.seeOther(
                (token.isDraft ? ReporterPaths.relation : ReporterPaths.mailbox).link(context.language))
            if token.isDraft { response = .seeOther(DraftSteps.next(try await site.desk.draft(token.token), context.language)) }
            site.cookies.set(SessionCookies.reporter, token.token.text, on: &response)
            return response
        } catch let refusal as CodeRefusal {
            return try await refused(refusal, fields, request, context)
        }
    }

    private func refused(
        _ refusal: CodeRefusal, _ fields: FormFields, _ request: Request, _ context: ReporterContext
    ) async throws -> Response {
        let wording = EntryWording.texts[context.language]
        if refusal == .busy { return waiting(fields, context) }
        let error = FieldError(field: "code", sentence: wording.sentence(refusal))
        return try await entry(
            request, context, errors: FieldErrors([error]), value: fields["code"], status: .unprocessableContent)
    }

    /// Everyone waits alike; the page tries again by itself, or by a button without JavaScript.
    private func waiting(_ fields: FormFields, _ context: ReporterContext) -> Response {
        let wording = EntryWording.texts[context.language]
        var response = site.page(context, title: wording.waitTitle, path: ReporterPaths.enter, status: .serviceUnavailable) {
            h1(text: wording.waitTitle)
            p(.class("lead"), .role("status"), text: wording.waitText)
            form(.method("post"), .action(ReporterPaths.enter.link(context.language)), Attribute("data-again", "5")) {
                Field.hidden("code", fields["code"])
                div(.class("actions")) { Field.submit(wording.again) }
            }
        }
        response.headers[.retryAfter] = "5"
        return response
    }
}

struct CodeWordingPage: Sendable {
    let title, lead, newTitle, newLead, warning, stays, leaving, newLeaving, card, typeBack, typeBackHint, confirm, notTheSame,
        cardTitle, cardLead, cardText, print,
        backToCode: String

    static let texts = Bilingual(
        nl: CodeWordingPage(
            title: "Je melding is ontvangen", lead: "Dank je wel dat je dit vertelt. Dit is je code. Schrijf hem nu over.",
            newTitle: "Je nieuwe code", newLead: "Schrijf hem nu over. Je oude code werkt tot je deze hebt overgetypt.",
            warning:
                "Alleen met deze code kom je terug bij je melding. We kunnen hem niet opzoeken. Bewaar hem waar anderen niet kijken, en liever niet op een apparaat van je werk.",
            stays:
                "De code blijft bewaard tot je de laatste vier cijfers hebt overgetypt. Ben je een kwartier weg, dan gaat deze pagina naar het begin. Via ‘Mijn melding’ kom je in deze browser weer bij je code.",
            leaving:
                "Klik pas op ‘Verlaat deze pagina’ als je de code hebt opgeschreven. Daarna kunnen we hem niet meer laten zien.",
            newLeaving: "Klik je op ‘Verlaat deze pagina’ voor je hem hebt overgetypt? Dan blijft je oude code gelden.",
            card: "Een kaartje om te printen", typeBack: "Typ de laatste vier cijfers over",
            typeBackHint: "Zo weet je dat je de code goed hebt opgeschreven. Daarna verdwijnt die van het scherm.",
            confirm: "Ik heb de code opgeschreven",
            notTheSame: "Dit zijn niet de laatste vier cijfers van je code. Kijk nog eens goed naar het laatste groepje.",
            cardTitle: "Kaartje met je code",
            cardLead: "Op het kaartje staat niet waar de code voor is. Print liever niet op je werk.",
            cardText: "24 cijfers, zes groepjes van vier.", print: "Print het kaartje", backToCode: "Terug naar je code"),
        en: CodeWordingPage(
            title: "Your report was received", lead: "Thank you for telling this. This is your code. Write it down now.",
            newTitle: "Your new code", newLead: "Write it down now. Your old code works until you have typed this one back.",
            warning:
                "Only with this code do you come back to your report. We cannot look it up. Keep it where others do not look, and preferably not on a device from work.",
            stays:
                "The code is kept until you have typed the last four digits back. If you are away for a quarter of an hour, this page goes to the start. Through ‘My report’ you come back to your code in this browser.",
            leaving: "Do not click ‘Leave this page’ until you have written the code down. After that we cannot show it again.",
            newLeaving: "If you click ‘Leave this page’ before you have typed it back, your old code stays in use.",
            card: "A card to print", typeBack: "Type the last four digits",
            typeBackHint: "That way you know that you wrote the code down right. Then it disappears from the screen.",
            confirm: "I have written the code down",
            notTheSame: "These are not the last four digits of your code. Look again at the last group.",
            cardTitle: "Card with your code",
            cardLead: "The card does not say what the code is for. Preferably do not print at work.",
            cardText: "24 digits, six groups of four.",
            print: "Print the card", backToCode: "Back to your code"))
}

struct EntryWording: Sendable {
    let title, lead, code, hint, open, working, lostTitle, waitTitle, waitText, again, unsent, keepUnsent: String
    let lost: [String]
    let sentence: @Sendable (CodeRefusal) -> String

    static let texts = Bilingual(
        nl: EntryWording(
            title: "Mijn melding", lead: "Met je code lees je berichten, voeg je iets toe of ga je verder met schrijven.",
            code: "Je code",
            hint: "24 cijfers. Spaties en streepjes maken niet uit.", open: "Open mijn melding", working: "Bezig met openen…",
            lostTitle: "Ik heb mijn code niet meer", waitTitle: "Even wachten",
            waitText: "Er zijn nu veel mensen tegelijk bezig. Je code is niet kwijt. Probeer het over een paar tellen opnieuw.",
            again: "Probeer opnieuw",
            unsent:
                "In deze browser staat een melding die je nog niet hebt verstuurd. Als je met een code iets anders opent, kun je daar niet meer bij.",
            keepUnsent: "Ga daarmee verder, of vraag er een code voor",
            lost: [
                "Zonder code kunnen we je melding niet voor je openen: we kunnen je code niet opzoeken.",
                "Meldde je met je naam of vertrouwelijk? Neem dan contact op met een integriteitscoördinator van je organisatie. Die kan je geen nieuwe code geven, maar wel met je verder praten.",
                "Meldde je anoniem? Meld dan opnieuw, en schrijf erbij dat je al eerder meldde en wanneer. Wie je melding behandelt, kan je meldingen dan naast elkaar leggen.",
            ],
            sentence: { refusal in
                switch refusal {
                case .typed(.wrongCount(let count)):
                    "Een code heeft 24 cijfers. Je typte er \(count). Kijk of er een groepje mist."
                case .typed(.otherThanDigits): "Een code heeft alleen cijfers. Haal letters en andere tekens weg."
                case .typed(.misspelt): "Er zit een tikfout in de code. Vergelijk elk groepje met wat je hebt opgeschreven."
                case .opensNothing:
                    "Deze code opent geen melding. Kijk of je hem goed hebt overgenomen. Heb je een nieuwe code gekregen? Dan werkt de oude niet meer. Een code om later verder te gaan werkt één keer, binnen een week."
                case .busy: "Er zijn nu veel mensen tegelijk bezig. Probeer het over een paar tellen opnieuw."
                }
            }),
        en: EntryWording(
            title: "My report", lead: "With your code you read messages, add something or go on writing.", code: "Your code",
            hint: "24 digits. Spaces and hyphens do not matter.", open: "Open my report", working: "Opening…",
            lostTitle: "I no longer have my code",
            waitTitle: "Please wait a moment",
            waitText: "Many people are busy here at the same time. Your code is not lost. Try again in a few seconds.",
            again: "Try again",
            unsent:
                "In this browser there is a report that you have not sent yet. If you open something else with a code, you can no longer get at it.",
            keepUnsent: "Go on with that, or ask for a code to it",
            lost: [
                "Without the code we cannot open your report for you: we cannot look your code up.",
                "Did you report by name or in confidence? Then contact an integrity coordinator of your organisation, who cannot give you a new code but can go on talking with you.",
                "Did you report anonymously? Then report again, and write that you reported before and when. Whoever handles your report can then lay your reports side by side.",
            ],
            sentence: { refusal in
                switch refusal {
                case .typed(.wrongCount(let count)): "A code has 24 digits. You typed \(count). See whether a group is missing."
                case .typed(.otherThanDigits): "A code has digits only. Remove letters and other signs."
                case .typed(.misspelt): "There is a typing mistake in the code. Compare each group with what you wrote down."
                case .opensNothing:
                    "This code opens no report. See whether you copied it right. Did you get a new code? Then the old one no longer works. A code to go on later works once, within a week."
                case .busy: "Many people are busy here at the same time. Try again in a few seconds."
                }
            }))
}
