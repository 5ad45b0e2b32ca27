import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Must something happen today or tomorrow; and who may know who reports.
struct UrgencyAndNameRoutes: Sendable {
    let steps: DraftSteps

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.urgency) { [self] request, context in
            try await steps.show(.urgency, request, context, title: UrgencyWording.texts[context.language].title) {
                draft, token in
                urgency(context.language, token, isUrgent: draft.isUrgent, text: draft.urgency, errors: .none)
            }
        }
        door.post(ReporterPaths.urgency) { [self] request, context in
            let wording = UrgencyWording.texts[context.language]
            return try await steps.answer(.urgency, request, context, title: wording.title) { fields in
                var errors: [FieldError] = []
                let text = fields.plain("spoedtekst", longest: TextLimits.short, context.language, &errors)
                let choice = fields["spoed"]
                if choice != "ja", choice != "nee" { errors.append(FieldError(field: "spoed-nee", sentence: wording.missing)) }
                guard errors.isEmpty else { return Answer(errors) }
                return Answer { draft in
                    draft.isUrgent = choice == "ja"
                    draft.urgency = text
                }
            } again: { fields, errors, _, token in
                urgency(
                    context.language, token, isUrgent: fields.has("spoed") ? fields["spoed"] == "ja" : nil,
                    text: fields["spoedtekst"],
                    errors: errors)
            }
        }
        door.get(ReporterPaths.mode) { [self] request, context in
            try await steps.show(.mode, request, context, title: NameWording.texts[context.language].title) { draft, token in
                mode(context.language, token, draft.mode, name: draft.name, contact: draft.contact, errors: .none)
            }
        }
        door.post(ReporterPaths.mode) { [self] request, context in
            let wording = NameWording.texts[context.language]
            return try await steps.answer(.mode, request, context, title: wording.title) { fields in
                var errors: [FieldError] = []
                let name = fields.plain("naam", longest: TextLimits.name, context.language, &errors)
                let contact = fields.plain("bereikbaar", longest: TextLimits.short, context.language, &errors)
                let mode = fields.choice("hoe", as: ReportMode.self)
                if mode == nil {
                    errors.append(FieldError(field: "hoe-\(ReportMode.anonymous.rawValue)", sentence: wording.missing))
                }
                if let mode, mode != .anonymous, name.isEmpty {
                    errors.append(FieldError(field: "naam", sentence: wording.nameMissing))
                }
                guard errors.isEmpty else { return Answer(errors) }
                return Answer { draft in
                    draft.mode = mode
                    draft.name = mode == .anonymous ? "" : name
                    draft.contact = mode == .anonymous ? "" : contact
                }
            } again: { fields, errors, _, token in
                mode(
                    context.language, token, fields.choice("hoe"), name: fields["naam"], contact: fields["bereikbaar"],
                    errors: errors)
            }
        }
    }

    private func urgency(_ language: Language, _ token: SessionToken, isUrgent: Bool?, text: String, errors: FieldErrors) -> Node
    {
        let wording = UrgencyWording.texts[language]
        return .fragment([
            errors.summary(language),
            steps.form(.urgency, language, token) {
                Field.choices(
                    "spoed", legend: wording.title, hint: wording.hint, isHeading: true,
                    options: [
                        Field.Option(value: "nee", text: wording.no, isChosen: isUrgent == false),
                        Field.Option(value: "ja", text: wording.yes, isChosen: isUrgent == true),
                    ], errors: errors)
                Field.text("spoedtekst", label: wording.what, hint: wording.whatHint, value: text, errors: errors)
            },
        ])
    }

    private func mode(
        _ language: Language, _ token: SessionToken, _ chosen: ReportMode?, name: String, contact: String, errors: FieldErrors
    ) -> Node {
        let wording = NameWording.texts[language]
        return .fragment([
            errors.summary(language),
            steps.form(.mode, language, token) {
                Field.choices(
                    "hoe", legend: wording.title, isHeading: true,
                    options: ReportMode.allCases.map { mode in
                        Field.Option(
                            value: mode.rawValue, text: wording.text(mode), hint: wording.hint(mode), isChosen: chosen == mode,
                            isStrong: true)
                    }, errors: errors)
                p(.class("hint"), text: wording.onlyThen)
                Field.text("naam", label: wording.name, value: name, errors: errors)
                Field.text("bereikbaar", label: wording.contact, hint: wording.contactHint, value: contact, errors: errors)
            },
        ])
    }
}

struct UrgencyWording: Sendable {
    let title, hint, no, yes, what, whatHint, missing: String

    static let texts = Bilingual(
        nl: UrgencyWording(
            title: "Moet er vandaag of morgen iets gebeuren?",
            hint:
                "Kies ‘ja’ als wachten kwaad kan, bijvoorbeeld omdat je hem of haar morgen weer ziet. Ben je nu in gevaar? Bel 112.",
            no: "Nee, dat hoeft niet", yes: "Ja, het kan niet wachten", what: "Wat moet er dan gebeuren? (mag leeg blijven)",
            whatHint: "Bijvoorbeeld: ik wil morgen niet met hem op dienst.", missing: "Kies ja of nee."),
        en: UrgencyWording(
            title: "Does something need to happen today or tomorrow?",
            hint:
                "Choose ‘yes’ if waiting can do harm, for example because you meet him or her again tomorrow. In danger now? Call 112.",
            no: "No, it can wait", yes: "Yes, it cannot wait", what: "What needs to happen? (optional)",
            whatHint: "For example: I do not want to be on duty with him tomorrow.", missing: "Choose yes or no."))
}

struct NameWording: Sendable {
    let title, onlyThen, name, contact, contactHint, missing, nameMissing: String
    let text: @Sendable (ReportMode) -> String
    let hint: @Sendable (ReportMode) -> String

    static let texts = Bilingual(
        nl: NameWording(
            title: "Mag iemand weten wie je bent?", onlyThen: "Vul dit alleen in als je niet anoniem meldt:", name: "Je naam",
            contact: "Hoe kunnen we je bereiken? (mag leeg blijven)",
            contactHint: "Gebruik liever niet je adres of telefoon van je werk.",
            missing: "Kies of je anoniem, vertrouwelijk of met je naam meldt.", nameMissing: "Vul je naam in, of kies ‘Anoniem’.",
            text: { mode in
                switch mode {
                case .anonymous: "Anoniem"
                case .confidential: "Vertrouwelijk"
                case .named: "Met mijn naam"
                }
            },
            hint: { mode in
                switch mode {
                case .anonymous: "We weten niet wie je bent. Je blijft bereikbaar met je code. Soms kunnen we dan minder doen."
                case .confidential:
                    "Alleen de integriteitscoördinatoren die je melding lezen, kunnen je naam zien. Elke keer wordt vastgelegd, en jij ziet het."
                case .named:
                    "Je naam mag ook bekend zijn bij anderen die het onderzoeken, als dat nodig is. Dat zeggen we je dan eerst."
                }
            }),
        en: NameWording(
            title: "May anyone know who you are?", onlyThen: "Fill this in only if you do not report anonymously:",
            name: "Your name",
            contact: "How can we reach you? (optional)", contactHint: "Preferably not your address or telephone at work.",
            missing: "Choose whether you report anonymously, in confidence or by name.",
            nameMissing: "Fill in your name, or choose ‘Anonymous’.",
            text: { mode in
                switch mode {
                case .anonymous: "Anonymous"
                case .confidential: "In confidence"
                case .named: "By name"
                }
            },
            hint: { mode in
                switch mode {
                case .anonymous: "We do not know who you are. You can be reached with your code. Sometimes we can do less then."
                case .confidential:
                    "Only the integrity coordinators who read your report can see your name. Each time is recorded, and you see it."
                case .named: "Others who look into it may know your name too, if that is needed. We tell you first."
                }
            }))
}
