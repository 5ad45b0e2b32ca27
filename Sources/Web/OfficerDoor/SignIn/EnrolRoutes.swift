import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// The first sign-in: with the invitation an officer chooses a passphrase and ties a device.
struct EnrolRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.enrol) { [self] _, context in try await invitation(context, errors: .none) }
        door.post(OfficerPaths.enrol, .page) { [self] request, context in
            let fields = try await request.form()
            do {
                _ = try await site.access.invited(userName: fields["naam"], code: fields["uitnodiging"])
                return try await passphrase(context, fields, secret: TimeCode(from: site.access.sealer.entropy), errors: .none)
            } catch EnrolmentRefusal.notRight {
                return try await invitation(
                    context, errors: FieldErrors([refused(.notRight, context.language)]), name: fields["naam"])
            }
        }
        door.post(OfficerPaths.enrolment) { [self] request, context in try await enrol(request, context) }
    }

    private func enrol(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let fields = try await request.form()
        guard let secret = Data(base64Encoded: fields["geheim"]), secret.count == 20 else { throw SiteProblem.malformed }
        let factor = TimeCode(secret: Array(secret))
        do {
            _ = try await site.access.enrol(
                userName: fields["naam"], code: fields["uitnodiging"], passphrase: fields["wachtzin"], again: fields["nogmaals"],
                secondFactor: factor, digits: fields["code"])
            return .seeOther(OfficerPaths.signIn.link(context.language) + "#ingeschreven")
        } catch EnrolmentRefusal.notRight {
            return try await invitation(
                context, errors: FieldErrors([refused(.notRight, context.language)]), name: fields["naam"])
        } catch let refusal as EnrolmentRefusal {
            return try await passphrase(
                context, fields, secret: factor, errors: FieldErrors([refused(refusal, context.language)]))
        }
    }

    private func refused(_ refusal: EnrolmentRefusal, _ language: Language) -> FieldError {
        let wording = EnrolWording.texts[language]
        return switch refusal {
        case .notRight: FieldError(field: "uitnodiging", sentence: wording.notInvited)
        case .passphrase(let why): FieldError(field: "wachtzin", sentence: PassphraseWording.texts[language].sentence(why))
        case .passphrasesDiffer: FieldError(field: "nogmaals", sentence: PassphraseWording.texts[language].differ)
        case .codeNotRight: FieldError(field: "code", sentence: wording.codeNotRight)
        }
    }

    private func invitation(_ context: OfficerContext, errors: FieldErrors, name: String = "") async throws -> Response {
        let wording = EnrolWording.texts[context.language]
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.enrol, session: nil,
            status: errors.isEmpty ? .ok : .unprocessableContent,
            isNarrow: true
        ) {
            errors.summary(context.language)
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            form(.method("post"), .action(OfficerPaths.enrol.link(context.language)), .autocomplete("off")) {
                Field.text("naam", label: SignInWording.texts[context.language].name, value: name, longest: 64)
                Field.text("uitnodiging", label: wording.invitation, hint: wording.invitationHint, longest: 40, errors: errors)
                div(.class("actions")) { Field.submit(wording.next) }
            }
        }
    }

    private func passphrase(
        _ context: OfficerContext, _ fields: FormFields, secret: TimeCode, errors: FieldErrors
    ) async throws -> Response {
        let (wording, phrase) = (EnrolWording.texts[context.language], PassphraseWording.texts[context.language])
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.enrol, session: nil,
            status: errors.isEmpty ? .ok : .unprocessableContent,
            isNarrow: true
        ) {
            errors.summary(context.language)
            h1(text: wording.passphraseTitle)
            form(
                .method("post"), .action(OfficerPaths.enrolment.link(context.language)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.hidden("naam", fields["naam"])
                Field.hidden("uitnodiging", fields["uitnodiging"])
                Field.hidden("geheim", Data(secret.secret).base64EncodedString())
                h2(text: wording.device)
                p(text: wording.deviceText)
                p { code(.class("pre"), text: secret.typedSecret) }
                Field.text(
                    "code", label: SignInWording.texts[context.language].code,
                    hint: SignInWording.texts[context.language].codeHint,
                    classes: "short", inputMode: "numeric", longest: 8, errors: errors)
                h2(text: phrase.title)
                p(text: phrase.hint)
                p(.class("note warn"), text: phrase.warning)
                Field.text(
                    "wachtzin", label: phrase.new, type: "password", autocomplete: "new-password", longest: 256, errors: errors)
                Field.text(
                    "nogmaals", label: phrase.again, type: "password", autocomplete: "new-password", longest: 256, errors: errors)
                div(.class("actions")) { Field.submit(wording.finish) }
            }
        }
    }
}

struct EnrolWording: Sendable {
    let title, lead, invitation, invitationHint, next, notInvited, passphraseTitle, device, deviceText, codeNotRight,
        finish: String

    static let texts = Bilingual(
        nl: EnrolWording(
            title: "Inschrijven", lead: "Van de beheerder kreeg je een gebruikersnaam en een uitnodigingscode.",
            invitation: "Uitnodigingscode",
            invitationHint: "Twintig letters en cijfers. De code is een week geldig.", next: "Verder",
            notInvited:
                "Naam en uitnodigingscode horen niet bij elkaar, of de uitnodiging is verlopen. Vraag de beheerder om een nieuwe.",
            passphraseTitle: "Je toestel en je wachtzin", device: "1. Koppel je toestel",
            deviceText:
                "Voeg in je authenticator-app een account toe en typ deze sleutel over. Vul dan de zes cijfers in die de app laat zien.",
            codeNotRight:
                "Deze zes cijfers kloppen niet. Kijk of de sleutel goed is overgetypt en of de klok van je toestel gelijk loopt.",
            finish: "Rond af"),
        en: EnrolWording(
            title: "Enrol", lead: "The administrator gave you a user name and an invitation code.", invitation: "Invitation code",
            invitationHint: "Twenty letters and digits. The code is valid for a week.", next: "Continue",
            notInvited:
                "Name and invitation code do not belong together, or the invitation has ended. Ask the administrator for a new one.",
            passphraseTitle: "Your device and your passphrase", device: "1. Tie your device",
            deviceText:
                "Add an account in your authenticator app and type this key. Then fill in the six digits that the app shows.",
            codeNotRight:
                "These six digits are not right. See whether the key was typed right and the clock of your device is right.",
            finish: "Finish"))
}

struct PassphraseWording: Sendable {
    let title, hint, warning, new, again, differ: String
    let sentence: @Sendable (PassphraseRefusal) -> String

    static let texts = Bilingual(
        nl: PassphraseWording(
            title: "2. Kies een wachtzin", hint: "Een zin van ten minste 14 tekens die je onthoudt en die een ander niet raadt.",
            warning:
                "Alleen met deze wachtzin gaan jouw sleutels open. Vergeet je hem, dan krijg je nieuwe sleutels en opent een collega de zaken weer voor je.",
            new: "Wachtzin", again: "Wachtzin nog een keer", differ: "De twee wachtzinnen zijn niet gelijk. Typ ze opnieuw.",
            sentence: { refusal in
                switch refusal {
                case .tooShort(let shortest): "Je wachtzin is te kort. Neem een zin van ten minste \(shortest) tekens."
                case .tooLong(let longest): "Je wachtzin is te lang. Neem er een van ten hoogste \(longest) tekens."
                case .tooSimple: "Je wachtzin is te eenvoudig. Gebruik meer verschillende letters en tekens."
                }
            }),
        en: PassphraseWording(
            title: "2. Choose a passphrase",
            hint: "A sentence of at least 14 characters that you remember and another does not guess.",
            warning:
                "Only with this passphrase do your keys open. If you forget it, you get new keys and a colleague opens the cases for you again.",
            new: "Passphrase", again: "Passphrase again", differ: "The two passphrases are not the same. Type them again.",
            sentence: { refusal in
                switch refusal {
                case .tooShort(let shortest): "Your passphrase is too short. Take a sentence of at least \(shortest) characters."
                case .tooLong(let longest): "Your passphrase is too long. Take one of at most \(longest) characters."
                case .tooSimple: "Your passphrase is too simple. Use more different letters and signs."
                }
            }))
}
