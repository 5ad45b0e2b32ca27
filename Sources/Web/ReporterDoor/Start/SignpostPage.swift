import Kernel
import Markup

/// Four questions that help someone choose. The answers are used for one answer and kept nowhere.
struct SignpostPage {
    enum Question: String, CaseIterable {
        case danger = "gevaar"
        case ready = "klaar"
        case name = "naam"
        case who = "over"
    }

    let language: Language
    let fields: FormFields
    private var wording: SignpostWording { SignpostWording.texts[language] }

    /// The road that fits the answers.
    static func advice(_ fields: FormFields) -> SignpostAdvice {
        if fields[Question.danger.rawValue] == "ja" { return .emergency }
        if fields[Question.who.rawValue] == "buiten" { return .outside }
        if fields[Question.ready.rawValue] == "nee" { return .talk }
        if fields[Question.ready.rawValue] == "praten" { return .conversation }
        return .report
    }

    var form: Node {
        .fragment([
            h1(text: wording.title), p(.class("lead"), text: wording.lead),
            Markup.form(.method("post"), .action(ReporterPaths.signpost.link(language)), .autocomplete("off")) {
                for question in Question.allCases {
                    let asked = wording.question(question)
                    Field.choices(
                        question.rawValue, legend: asked.text,
                        options: asked.answers.map {
                            Field.Option(value: $0.0, text: $0.1, isChosen: fields[question.rawValue] == $0.0)
                        })
                }
                div(.class("actions")) { Field.submit(wording.show) }
            },
        ])
    }

    var answer: Node {
        let advice = wording.advice(Self.advice(fields))
        return .fragment([
            h1(text: advice.title), p(.class("lead"), text: advice.text), aboutName,
            div(.class("actions")) {
                if let path = advice.path { a(.class("btn"), .href(path.link(language)), text: advice.button) }
                if let telephone = advice.telephone { a(.class("btn"), .href("tel:\(telephone)"), text: advice.button) }
                a(.href(ReporterPaths.start.link(language)), text: wording.back)
            },
            p(.class("small soft"), text: wording.notKept),
        ])
    }
}

extension SignpostPage {
    /// What the answer about the name means for who reports here.
    private var aboutName: Node {
        guard [.report, .conversation].contains(Self.advice(fields)), let text = wording.aboutName(fields[Question.name.rawValue])
        else { return .nothing }
        return p(.class("note"), text: text)
    }
}

enum SignpostAdvice: CaseIterable {
    case emergency, outside, talk, conversation, report
}

struct SignpostWording: Sendable {
    struct Asked: Sendable {
        let text: String
        let answers: [(String, String)]
    }

    struct Advised: Sendable {
        let title, text, button: String
        var path: SitePath?
        var telephone: String?
    }

    let title, lead, show, back, notKept: String
    let question: @Sendable (SignpostPage.Question) -> Asked
    let advice: @Sendable (SignpostAdvice) -> Advised
    /// By the answer about the name; nil where there is none.
    let aboutName: @Sendable (String) -> String?

    static let texts = Bilingual(nl: nl, en: en)

    private static let nl = SignpostWording(
        title: "Wat past bij jou?", lead: "Vier korte vragen. Je mag ze overslaan. We bewaren je antwoorden niet.",
        show: "Laat zien wat kan",
        back: "Terug naar het begin", notKept: "Je antwoorden zijn alleen voor deze pagina gebruikt. Ze zijn niet bewaard.",
        question: { question in
            switch question {
            case .danger: Asked(text: "Ben je op dit moment in gevaar?", answers: [("ja", "Ja"), ("nee", "Nee")])
            case .ready:
                Asked(
                    text: "Wat wil je het liefst?",
                    answers: [
                        ("nee", "Eerst met iemand praten, zonder dat er iets gebeurt"),
                        ("praten", "Dat er iets gebeurt, maar ik praat liever dan dat ik schrijf"),
                        ("ja", "Dat er iets gebeurt, en ik wil het opschrijven"),
                    ])
            case .name:
                Asked(
                    text: "Mag iemand weten dat jij het bent?",
                    answers: [
                        ("nee", "Nee, liever anoniem"), ("enkel", "Alleen de integriteitscoördinatoren die mijn melding lezen"),
                        ("ja", "Ja"),
                    ])
            case .who:
                Asked(
                    text: "Durf je het binnen de overheid te melden?",
                    answers: [("binnen", "Ja, of misschien"), ("buiten", "Nee, ik wil het buiten mijn werk melden")])
            }
        },
        advice: { advice in
            switch advice {
            case .emergency:
                Advised(
                    title: "Bel nu 112",
                    text: "Jouw veiligheid gaat voor. Bel 112 als je in gevaar bent. Melden kan daarna ook nog.",
                    button: "Bel 112", telephone: "112")
            case .outside:
                Advised(
                    title: "Je kunt buiten je werk melden",
                    text:
                        "Bij het Huis voor Klokkenluiders kun je advies vragen en een misstand melden. Bij discriminatie kun je terecht bij een antidiscriminatievoorziening in je regio of bij het College voor de Rechten van de Mens. Bij een strafbaar feit kun je aangifte doen bij de politie.",
                    button: "Bekijk waar je terechtkunt", path: ReporterPaths.talk)
            case .talk:
                Advised(
                    title: "Praat eerst met een vertrouwenspersoon",
                    text:
                        "Een vertrouwenspersoon luistert, denkt mee en doet niets zonder jouw toestemming, behalve als de wet dat eist.",
                    button: "Zo vind je iemand om mee te praten", path: ReporterPaths.talk)
            case .conversation:
                Advised(
                    title: "Vraag een gesprek aan",
                    text:
                        "Je meldt dat je wilt praten. Je hoeft niets op te schrijven. Met je code spreek je daarna het gesprek af: waar en wanneer, of per telefoon. Dat kan ook anoniem.",
                    button: "Vraag een gesprek aan", path: ReporterPaths.before)
            case .report:
                Advised(
                    title: "Je kunt het hier melden",
                    text:
                        "Je ziet eerst wie je melding leest. Dan schrijf je op wat er is gebeurd. Je krijgt een code om in contact te blijven. Je kiest zelf of je je naam geeft.",
                    button: "Ga naar melden", path: ReporterPaths.before)
            }
        },
        aboutName: { answer in
            switch answer {
            case "nee":
                "Kies straks ‘Anoniem’. Let ook op wat je schrijft: aan details kan iemand je soms herkennen. Wil je later toch zeggen wie je bent? Dat kan in een bericht, met je code."
            case "enkel":
                "Kies straks ‘Vertrouwelijk’. Dan kunnen alleen de integriteitscoördinatoren die je melding lezen je naam zien."
            case "ja": "Kies straks ‘Met mijn naam’."
            default: nil
            }
        })

    private static let en = SignpostWording(
        title: "Which way suits you best?", lead: "Four short questions. You may skip them. We do not keep your answers.",
        show: "Show what is possible",
        back: "Back to the start", notKept: "Your answers were used for this page only. They were not kept.",
        question: { question in
            switch question {
            case .danger: Asked(text: "Are you in danger at this moment?", answers: [("ja", "Yes"), ("nee", "No")])
            case .ready:
                Asked(
                    text: "What would you like most?",
                    answers: [
                        ("nee", "To talk to someone first, without anything happening"),
                        ("praten", "That something is done, but I would rather talk than write"),
                        ("ja", "That something is done, and I want to write it down"),
                    ])
            case .name:
                Asked(
                    text: "May anyone know that it is you?",
                    answers: [
                        ("nee", "No, rather anonymous"), ("enkel", "Only the integrity coordinators who read my report"),
                        ("ja", "Yes"),
                    ])
            case .who:
                Asked(
                    text: "Do you feel safe reporting it within the government?",
                    answers: [("binnen", "Yes, or maybe"), ("buiten", "No, I want to report it outside my work")])
            }
        },
        advice: { advice in
            switch advice {
            case .emergency:
                Advised(
                    title: "Call 112 now",
                    text: "Your safety comes first. Call 112 if you are in danger. You can still report afterwards.",
                    button: "Call 112", telephone: "112")
            case .outside:
                Advised(
                    title: "You can report outside your work",
                    text:
                        "At the Whistleblowers Authority you can ask for advice and report wrongdoing. For discrimination you can turn to an anti-discrimination office in your region or to the Netherlands Institute for Human Rights. For a crime you can go to the police.",
                    button: "See where you can turn", path: ReporterPaths.talk)
            case .talk:
                Advised(
                    title: "Talk to a confidential adviser first",
                    text:
                        "A confidential adviser listens, thinks along and does nothing without your permission, unless the law requires it.",
                    button: "How to find someone to talk to", path: ReporterPaths.talk)
            case .conversation:
                Advised(
                    title: "Ask for a conversation",
                    text:
                        "You report that you want to talk. You do not have to write anything down. With your code you then arrange the conversation: where and when, or by telephone. That can be anonymous too.",
                    button: "Ask for a conversation", path: ReporterPaths.before)
            case .report:
                Advised(
                    title: "You can report it here",
                    text:
                        "First you see who reads your report. Then you write down what happened. You get a code to stay in touch. You choose whether to give your name.",
                    button: "Go to reporting", path: ReporterPaths.before)
            }
        },
        aboutName: { answer in
            switch answer {
            case "nee":
                "Choose ‘Anonymous’ later on. Mind what you write too: details can sometimes show who you are. Do you want to say who you are later after all? You can, in a message, with your code."
            case "enkel":
                "Choose ‘In confidence’ later on. Then only the integrity coordinators who read your report can see your name."
            case "ja": "Choose ‘By name’ later on."
            default: nil
            }
        })
}
