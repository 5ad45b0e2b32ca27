import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// An officer's own account: sessions and passphrase.
struct AccountRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.account) { [self] request, context in
            let session = try await site.session(request)
            return try await page(session, context, errors: .none)
        }
        door.post(OfficerPaths.sessions) { [self] request, context in
            let (session, fields) = try await site.form(request)
            try await site.access.revoke(fields["sessie"], of: session)
            return .seeOther(OfficerPaths.account.link(context.language))
        }
        door.post(OfficerPaths.passphrase) { [self] request, context in
            let (session, fields) = try await site.form(request)
            do {
                try await site.access.changePassphrase(
                    of: session, current: fields["huidig"], to: fields["wachtzin"], again: fields["nogmaals"])
                return .seeOther(OfficerPaths.account.link(context.language) + "#gewijzigd")
            } catch let refusal as PassphraseChangeRefusal {
                return try await page(session, context, errors: FieldErrors([try refused(refusal, context.language)]))
            }
        }
    }

    private func refused(_ refusal: PassphraseChangeRefusal, _ language: Language) throws -> FieldError {
        let wording = PassphraseWording.texts[language]
        switch refusal {
        case .currentNotRight: return FieldError(field: "huidig", sentence: AccountWording.texts[language].currentNotRight)
        case .passphrasesDiffer: return FieldError(field: "nogmaals", sentence: wording.differ)
        case .passphrase(let why): return FieldError(field: "wachtzin", sentence: wording.sentence(why))
        case .busy: throw SiteProblem.busy
        }
    }

    private func page(_ session: OfficerSession, _ context: OfficerContext, errors: FieldErrors) async throws -> Response {
        let (language, wording, phrase) = (
            context.language, AccountWording.texts[context.language], PassphraseWording.texts[context.language]
        )
        let sessions = try await site.access.sessions(of: session)
        let roles = try await site.written(site.roles(of: session.officer), language)
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.account, session: session,
            status: errors.isEmpty ? .ok : .unprocessableContent,
            isNarrow: true
        ) {
            errors.summary(language)
            h1(text: wording.title)
            dl(.class("facts")) {
                dt(text: wording.name)
                dd(text: session.officer.name)
                dt(text: SignInWording.texts[language].name)
                dd(text: session.officer.userName.text)
                dt(text: wording.roles)
                dd(text: roles.joined(separator: "; "))
            }
            list(sessions, of: session, language)
            section {
                h2(text: wording.passphrase)
                p(.class("note done told"), .id("gewijzigd"), .role("status"), text: wording.changed)
                p(text: phrase.hint)
                form(
                    .method("post"), .action(OfficerPaths.passphrase.link(language)), .autocomplete("off"),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(session.token.formToken)
                    Field.text(
                        "huidig", label: wording.current, type: "password", autocomplete: "current-password", longest: 256,
                        errors: errors)
                    Field.text(
                        "wachtzin", label: phrase.new, type: "password", autocomplete: "new-password", longest: 256,
                        errors: errors)
                    Field.text(
                        "nogmaals", label: phrase.again, type: "password", autocomplete: "new-password", longest: 256,
                        errors: errors)
                    div(.class("actions")) { Field.submit(wording.change) }
                }
            }
        }
    }

    /// Where the officer is signed in, each session with a way to end it.
    private func list(_ sessions: [SessionSummary], of session: OfficerSession, _ language: Language) -> Node {
        let wording = AccountWording.texts[language]
        return section {
            h2(text: wording.sessions)
            p(text: wording.sessionsText)
            ul(.class("files")) {
                for summary in sessions {
                    li {
                        span(
                            text: wording.since(
                                Writing.instant(summary.started, language), Writing.instant(summary.seen, language)))
                        if summary.isThisOne {
                            span(.class("chip"), text: wording.thisOne)
                        } else {
                            form(.method("post"), .action(OfficerPaths.sessions.link(language))) {
                                Field.token(session.token.formToken)
                                Field.hidden("sessie", summary.publicID)
                                Field.submit(wording.revoke, classes: "btn plain small")
                            }
                        }
                    }
                }
            }
        }
    }
}

struct AccountWording: Sendable {
    let title, name, roles, sessions, sessionsText, thisOne, revoke, passphrase, current, change, changed, currentNotRight: String
    let since: @Sendable (String, String) -> String

    static let texts = Bilingual(
        nl: AccountWording(
            title: "Mijn account", name: "Naam", roles: "Rollen", sessions: "Waar je bent aangemeld",
            sessionsText: "Herken je er een niet? Beëindig die sessie en verander je wachtzin.", thisOne: "deze sessie",
            revoke: "Beëindig",
            passphrase: "Wachtzin veranderen", current: "Huidige wachtzin", change: "Verander mijn wachtzin",
            changed: "Je wachtzin is veranderd. Op andere apparaten ben je afgemeld.",
            currentNotRight: "Je huidige wachtzin klopt niet. Typ hem opnieuw.",
            since: { "Sinds \($0), voor het laatst gezien \($1)" }),
        en: AccountWording(
            title: "My account", name: "Name", roles: "Roles", sessions: "Where you are signed in",
            sessionsText: "Do you not recognise one? End that session and change your passphrase.", thisOne: "this session",
            revoke: "End it",
            passphrase: "Change the passphrase", current: "Current passphrase", change: "Change my passphrase",
            changed: "Your passphrase is changed. On other devices you are signed out.",
            currentNotRight: "Your current passphrase is not right. Type it again.", since: { "Since \($0), last seen \($1)" }))
}
