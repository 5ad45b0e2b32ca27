import Access
import Compartments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// What a reporter can still choose: mark someone who reads along, take a new code.
struct ChoicesRoutes: Sendable {
    let site: ReporterSite
    let mailbox: MailboxRoutes

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.involved) { [self] request, context in
            try await mailbox.inMailbox(request, context) { view, token in involved(view, token, context, errors: .none) }
        }
        door.post(ReporterPaths.involved) { [self] request, context in
            let (token, fields) = try await site.form(request)
            let officers = Set(fields.all("betrokken").compactMap { Officer.ID($0) })
            do {
                try await site.desk.reporterMarks(officers, in: token)
                return .seeOther(ReporterPaths.mailbox.link(context.language))
            } catch CaseRefusal.nobodyChosen {
                let error = FieldError(field: "betrokken", sentence: InvolvedWording.texts[context.language].missing)
                return try await mailbox.inMailbox(request, context) { view, token in
                    involved(view, token, context, errors: FieldErrors([error]))
                }
            } catch MailboxRefusal.locked {
                return .seeOther(ReporterPaths.lock.link(context.language))
            } catch MailboxRefusal.gone {
                throw SiteProblem.sessionGone
            }
        }
        door.get(ReporterPaths.newCode) { [self] request, context in
            try await mailbox.inMailbox(request, context) { _, token in newCode(token, context) }
        }
        door.post(ReporterPaths.newCode) { [self] request, context in
            let (token, _) = try await site.form(request)
            do {
                try await site.desk.replaceCode(token)
                return .seeOther(ReporterPaths.code.link(context.language))
            } catch MailboxRefusal.locked {
                return .seeOther(ReporterPaths.lock.link(context.language))
            } catch MailboxRefusal.gone {
                throw SiteProblem.sessionGone
            } catch CodeRefusal.busy {
                throw SiteProblem.busy
            }
        }
    }

    private func involved(_ view: MailboxView, _ token: SessionToken, _ context: ReporterContext, errors: FieldErrors) -> Response
    {
        let wording = InvolvedWording.texts[context.language]
        return site.page(
            context, title: wording.title, path: ReporterPaths.involved, status: errors.isEmpty ? .ok : .unprocessableContent,
            isSignedIn: true
        ) {
            errors.summary(context.language)
            p(.class("back")) {
                a(.href(ReporterPaths.mailbox.link(context.language)), text: OwnReportWording.texts[context.language].back)
            }
            h1(.id("betrokken"), text: wording.title)
            for text in wording.texts { p(text: text) }
            form(.method("post"), .action(ReporterPaths.involved.link(context.language)), Attribute("data-once", if: true)) {
                Field.token(token.formToken)
                Field.choices(
                    "betrokken", legend: wording.legend,
                    options: view.readers.map { option($0, $0.officer.name, context.language) }
                        + view.waiting.map { option($0, wording.waits($0.officer.name), context.language) },
                    many: true)
                RecoveryField.node(view.recoveryOfficers.map(\.officer), context.language)
                div(.class("actions")) { Field.submit(wording.submit) }
            }
            MailboxLock.form(token, context.language)
        }
    }

    private func option(_ reader: Keyholder, _ hint: String, _ language: Language) -> Field.Option {
        Field.Option(
            value: reader.officer.id.text, text: CodeWording.role(reader.appointment.role)[language], hint: hint, isStrong: true)
    }

    private func newCode(_ token: SessionToken, _ context: ReporterContext) -> Response {
        let wording = NewCodeWording.texts[context.language]
        return site.page(context, title: wording.title, path: ReporterPaths.newCode, isSignedIn: true) {
            p(.class("back")) {
                a(.href(ReporterPaths.mailbox.link(context.language)), text: OwnReportWording.texts[context.language].back)
            }
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            form(.method("post"), .action(ReporterPaths.newCode.link(context.language)), Attribute("data-once", if: true)) {
                Field.token(token.formToken)
                div(.class("actions")) { Field.submit(wording.submit) }
            }
            MailboxLock.form(token, context.language)
        }
    }
}

struct InvolvedWording: Sendable {
    let title, legend, submit, missing: String
    let texts: [String]
    let waits: @Sendable (String) -> String

    static let texts = Bilingual(
        nl: InvolvedWording(
            title: "Is iemand die meeleest betrokken?", legend: "Wie is betrokken of staat te dichtbij?",
            submit: "Neem de toegang weg",
            missing: "Kruis aan wie betrokken is, of ga terug.",
            texts: [
                "Dit zijn de mensen die je melding nu kunnen lezen. Wie je aankruist, verliest de toegang meteen, net als wie die persoon vervangt.",
                "Wat iemand al heeft gelezen, kunnen we niet ongedaan maken. Je ziet bij je berichten welke functie je melding opende.",
                "Blijven er te weinig lezers over? Dan gaat je melding naar mensen van een andere organisatie.",
            ], waits: { "\($0), kan je melding nog niet lezen, maar krijgt misschien toegang" }),
        en: InvolvedWording(
            title: "Is someone who reads along involved?", legend: "Who is involved or too close?",
            submit: "Take the access away",
            missing: "Tick who is involved, or go back.",
            texts: [
                "These are the people who can read your report now. Whoever you tick loses access at once, as does whoever stands in for that person.",
                "We cannot undo what someone has read already. You see next to your messages which role opened your report.",
                "If too few readers are left, your report goes to people of another organisation.",
            ], waits: { "\($0), cannot read your report yet, but may get access" }))
}

struct NewCodeWording: Sendable {
    let title, lead, submit: String

    static let texts = Bilingual(
        nl: NewCodeWording(
            title: "Een nieuwe code",
            lead:
                "Denk je dat iemand je code kent? Neem dan een nieuwe. De oude werkt niet meer zodra je de nieuwe hebt overgetypt.",
            submit: "Geef mij een nieuwe code"),
        en: NewCodeWording(
            title: "A new code",
            lead:
                "Do you think that someone knows your code? Then take a new one. The old one stops working as soon as you have typed the new one back.",
            submit: "Give me a new code"))
}
