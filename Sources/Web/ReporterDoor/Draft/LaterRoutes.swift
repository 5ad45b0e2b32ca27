import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Going on later, and the lock of a draft that was left alone.
struct LaterRoutes: Sendable {
    let steps: DraftSteps
    private var site: ReporterSite { steps.site }

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.later) { [self] request, context in
            switch try await steps.draft(request, context) {
            case .else(let response): return response
            case .draft(let draft, let token): return later(draft, token, context)
            }
        }
        door.post(ReporterPaths.later, .page) { [self] request, context in
            let (token, _) = try await site.form(request)
            do {
                return code(try await site.desk.makeResumeCode(token), context)
            } catch DraftRefusal.gone {
                throw SiteProblem.sessionGone
            } catch CodeRefusal.busy {
                throw SiteProblem.busy
            }
        }
        door.get(ReporterPaths.draftLock) { [self] request, context in
            let token = try site.token(request)
            guard case .draft(let draft)? = try await site.desk.state(token) else { throw SiteProblem.sessionGone }
            return lock(draft, token, context)
        }
        door.post(ReporterPaths.draftLock) { [self] request, context in
            let (token, _) = try await site.form(request)
            let draft = try await site.desk.changeDraft(token) { draft in
                if !draft.hasResumeCode { draft.isLocked = false }
                return draft
            }
            guard !draft.isLocked else { return .seeOther(ReporterPaths.draftLock.link(context.language)) }
            return .seeOther(DraftSteps.next(draft, context.language))
        }
    }

    private func later(_ draft: Draft, _ token: SessionToken, _ context: ReporterContext) -> Response {
        let wording = LaterWording.texts[context.language]
        return site.page(context, title: wording.title, path: ReporterPaths.later) {
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            for text in wording.texts { p(text: text) }
            form(.method("post"), .action(ReporterPaths.later.link(context.language)), Attribute("data-once", if: true)) {
                Field.token(token.formToken)
                div(.class("actions")) {
                    Field.submit(wording.make)
                    a(.href(DraftSteps.next(draft, context.language)), text: wording.goOn)
                }
            }
        }
    }

    /// The code is shown on this page alone.
    private func code(_ code: MailboxCode, _ context: ReporterContext) -> Response {
        let wording = LaterWording.texts[context.language]
        return site.page(context, title: wording.codeTitle, path: ReporterPaths.later) {
            h1(text: wording.codeTitle)
            CodeBlock.leaving(code, context.language)
            p(text: wording.codeText)
            div(.class("actions")) {
                a(.class("btn"), .href(ReporterPaths.start.link(context.language)), text: wording.done)
            }
        }
    }

    private func lock(_ draft: Draft, _ token: SessionToken, _ context: ReporterContext) -> Response {
        let wording = LaterWording.texts[context.language]
        return site.page(context, title: wording.lockTitle, path: ReporterPaths.draftLock) {
            h1(text: wording.lockTitle)
            p(.class("lead"), text: wording.lockLead)
            if draft.hasResumeCode {
                p { a(.class("btn"), .href(ReporterPaths.enter.link(context.language)), text: wording.withCode) }
            } else {
                form(.method("post"), .action(ReporterPaths.draftLock.link(context.language))) {
                    Field.token(token.formToken)
                    div(.class("actions")) { Field.submit(wording.unlock) }
                }
            }
            p(.class("small soft"), text: wording.lockLeave)
        }
    }
}

/// A code in groups that can be read aloud and written over.
enum CodeBlock {
    static func node(_ groups: [String]) -> Node {
        ol(.class("code"), .lang("nl")) { for group in groups { li(text: group) } }
    }

    /// On a page that goes to the start after a while without a sign of life.
    static func leaving(_ code: MailboxCode, _ language: Language) -> Node {
        div(
            Attribute("data-leave-after", String(ReporterLimits.idle.components.seconds)),
            Attribute("data-leave-to", ReporterPaths.start.link(language))
        ) { node(code.groups) }
    }
}

struct LaterWording: Sendable {
    let title, lead, make, goOn, codeTitle, codeText, done, lockTitle, lockLead, unlock, withCode, lockLeave: String
    let texts: [String]

    static let texts = Bilingual(
        nl: LaterWording(
            title: "Later verdergaan", lead: "Wat je tot nu toe hebt ingevuld, is bewaard.", make: "Geef mij een code",
            goOn: "Ik ga nu verder",
            codeTitle: "Je code om later verder te gaan",
            codeText:
                "Schrijf deze 24 cijfers over. Ze staan alleen nu op het scherm. Je gaat ermee verder via ‘Mijn melding’. Je kunt de code één keer gebruiken, binnen een week. Een concept waar je een week niets aan doet, wordt gewist.",
            done: "Ik heb de code", lockTitle: "Je was even weg",
            lockLead: "Daarom laten we niets meer zien. Wat je had ingevuld, is bewaard.", unlock: "Ga verder met mijn melding",
            withCode: "Vul je code in om verder te gaan", lockLeave: "Was jij dit niet? Klik dan op ‘Verlaat deze pagina’.",
            texts: [
                "In deze browser kun je verdergaan zolang je die open laat staan.",
                "Wil je je browser sluiten, of verdergaan op een ander apparaat? Vraag dan een code.",
            ]),
        en: LaterWording(
            title: "Go on later", lead: "What you have filled in so far is kept.", make: "Give me a code", goOn: "I go on now",
            codeTitle: "Your code to go on later",
            codeText:
                "Copy these 24 digits by hand. They are on the screen only now. You go on with them through ‘My report’. You can use the code once, within a week. A draft with which you do nothing for a week is erased.",
            done: "I have the code", lockTitle: "You were away for a while",
            lockLead: "That is why we no longer show anything. What you had filled in is kept.", unlock: "Go on with my report",
            withCode: "Fill in your code to go on", lockLeave: "Was this not you? Then click ‘Leave this page’.",
            texts: [
                "In this browser you can go on as long as you leave it open.",
                "Do you want to close your browser, or go on with another device? Then ask for a code.",
            ]))
}
