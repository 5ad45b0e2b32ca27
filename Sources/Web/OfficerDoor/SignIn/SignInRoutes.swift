import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Signing in and out.
struct SignInRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.plain(.get, "/", .action) { _, _ in .seeOther(OfficerPaths.worklist.link(.nl)) }
        for language in Language.allCases {
            door.plain(.get, "/\(language.rawValue)", .action) { _, _ in .seeOther(OfficerPaths.worklist.link(language)) }
        }
        door.get(OfficerPaths.signIn) { [self] request, context in
            let address = request.uri.queryParameters.get("naar").flatMap { ReturnAddress($0) }
            return try await page(context, errors: .none, goingTo: address)
        }
        door.post(OfficerPaths.signIn) { [self] request, context in try await signIn(request, context) }
        door.post(OfficerPaths.signOut) { [self] request, context in
            let (session, _) = try await site.form(request)
            try await site.access.endSession(session.token)
            var response = Response.seeOther(OfficerPaths.signIn.link(context.language))
            site.cookies.clear(SessionCookies.officer, on: &response)
            return response
        }
        if site.demo != nil {
            door.post(OfficerPaths.demo) { [self] request, context in try await demo(request, context) }
        }
    }

    private func signIn(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let fields = try await request.form()
        do {
            let signIn = try await site.access.signIn(
                userName: fields["naam"], passphrase: fields["wachtzin"], code: fields["code"],
                device: site.cookies.text(SessionCookies.device, in: request).map { DeviceToken(text: $0) })
            let session = try await site.access.startSession(for: signIn.identity, unlocking: signIn.unlocking)
            var response = welcome(session, context, ReturnAddress(fields["naar"]))
            site.cookies.set(SessionCookies.device, signIn.device.text, seconds: 180 * 86_400, on: &response)
            return response
        } catch SignInRefusal.notRight {
            let error = FieldError(field: "naam", sentence: SignInWording.texts[context.language].notRight)
            return try await page(
                context, errors: FieldErrors([error]), name: fields["naam"], goingTo: ReturnAddress(fields["naar"]))
        } catch SignInRefusal.busy {
            throw SiteProblem.busy
        }
    }

    private func demo(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let fields = try await request.form()
        guard let session = try await site.demo?.signIn(fields["naam"]) else { throw SiteProblem.notFound }
        return welcome(session, context, ReturnAddress(fields["naar"]))
    }

    private func welcome(_ session: OfficerSession, _ context: OfficerContext, _ address: ReturnAddress?) -> Response {
        var response = Response.seeOther(address?.path ?? OfficerPaths.worklist.link(context.language))
        site.cookies.set(SessionCookies.officer, session.token.text, on: &response)
        return response
    }

    private func page(
        _ context: OfficerContext, errors: FieldErrors, name: String = "", goingTo address: ReturnAddress? = nil
    ) async throws -> Response {
        let wording = SignInWording.texts[context.language]
        let organisations = try await site.access.roster().tree
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.signIn, session: nil,
            status: errors.isEmpty ? .ok : .unprocessableContent,
            isNarrow: site.demo == nil
        ) {
            errors.summary(context.language)
            h1(text: wording.title)
            p(.class("note done told"), .id("ingeschreven"), .role("status"), text: wording.enrolled)
            if let demo = site.demo { cast(demo, organisations, context.language, address) }
            if site.demo != nil { h2(.class("after"), text: wording.orYourself) }
            form(
                .method("post"), .action(OfficerPaths.signIn.link(context.language)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                address.map { Field.hidden("naar", $0.path) } ?? .nothing
                Field.text("naam", label: wording.name, value: name, autocomplete: "username", longest: 64, errors: errors)
                Field.text(
                    "wachtzin", label: wording.passphrase, type: "password", autocomplete: "current-password", longest: 256)
                Field.text(
                    "code", label: wording.code, hint: wording.codeHint, classes: "short", autocomplete: "one-time-code",
                    inputMode: "numeric",
                    longest: 8)
                div(.class("actions")) {
                    Field.submit(wording.signIn)
                    span(
                        Attribute("data-working", if: true), Attribute("hidden", if: true), .role("status"), text: wording.working
                    )
                }
            }
            p(.class("small")) { a(.href(OfficerPaths.enrol.link(context.language)), text: wording.enrol) }
        }
    }

    private func cast(_ demo: DemoSignIn, _ organisations: OrganisationTree, _ language: Language, _ address: ReturnAddress?)
        -> Node
    {
        let wording = SignInWording.texts[language]
        return section {
            h2(text: wording.cast)
            p(text: wording.castText)
            ul(.class("cast")) {
                for person in demo.cast {
                    li {
                        form(.method("post"), .action(OfficerPaths.demo.link(language))) {
                            Field.hidden("naam", person.userName)
                            address.map { Field.hidden("naar", $0.path) } ?? .nothing
                            button(.type("submit")) {
                                strong(text: person.name)
                                let place = organisations.abbreviation(of: person.organisation, on: site.desk.today)
                                span(.class("small"), text: "\(CodeWording.role(person.role)[language]), \(place)")
                            }
                        }
                    }
                }
            }
        }
    }
}

struct SignInWording: Sendable {
    let title, name, passphrase, code, codeHint, signIn, working, enrol, enrolled, notRight, cast, castText, orYourself: String

    static let texts = Bilingual(
        nl: SignInWording(
            title: "Aanmelden", name: "Gebruikersnaam", passphrase: "Wachtzin", code: "Code van je app",
            codeHint: "De zes cijfers die je app nu laat zien.", signIn: "Meld aan", working: "Bezig met aanmelden…",
            enrol: "Voor het eerst hier? Schrijf je in met je uitnodiging",
            enrolled: "Je bent ingeschreven. Meld je nu aan, met de volgende zes cijfers van je app.",
            notRight: "Gebruikersnaam, wachtzin of code klopt niet. Probeer het opnieuw. Elke code werkt één keer.",
            cast: "Kies wie je bent",
            castText: "In deze demo meld je je met één klik aan als een van deze verzonnen medewerkers.",
            orYourself: "Of met een eigen account"),
        en: SignInWording(
            title: "Sign in", name: "User name", passphrase: "Passphrase", code: "Code from your app",
            codeHint: "The six digits that your app shows now.", signIn: "Sign in", working: "Signing in…",
            enrol: "First time here? Enrol with your invitation",
            enrolled: "You are enrolled. Now sign in, with the next six digits of your app.",
            notRight: "User name, passphrase or code is not right. Try again. Each code works once.", cast: "Choose who you are",
            castText: "In this demo you sign in with one click as one of these made-up officers.",
            orYourself: "Or with an account of your own"))
}
