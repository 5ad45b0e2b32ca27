import Kernel
import Markup

/// The first page: what can be done here, what happens then, and who sees what.
struct StartPage {
    let language: Language
    private var wording: StartWording { StartWording.texts[language] }

    var content: Node {
        .fragment([
            opening, happens,
            section(.class("note")) {
                h2(text: wording.whoSees)
                for text in wording.whoSeesTexts { p(text: text) }
            },
        ])
    }

    private var opening: Node {
        section {
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            div(.class("note")) {
                p {
                    wording.danger
                    " "
                    a(.href("tel:112")) { strong(text: "112") }
                    ". "
                    wording.ownPhone
                }
                p(.class("small"), text: wording.leaving)
            }
            ul(.class("choices")) {
                for choice in wording.choices {
                    li {
                        a(.class("choice"), .href(choice.path.link(language) + choice.fragment)) {
                            strong(text: choice.title)
                            span(text: choice.text)
                        }
                    }
                }
            }
        }
    }

    private var happens: Node {
        section {
            h2(text: wording.happens)
            ol(.class("steps")) {
                for (index, step) in wording.steps.enumerated() {
                    li(Attribute("class", optional: index == 0 ? "now" : nil)) {
                        strong(text: step.0)
                        span(.class("when"), text: step.1)
                    }
                }
            }
        }
    }
}

struct StartWording: Sendable {
    struct Choice: Sendable {
        let path: SitePath
        let title, text: String
        var fragment = ""
    }

    let title, lead, danger, ownPhone, leaving, happens, whoSees: String
    let choices: [Choice]
    let steps: [(String, String)]
    let whoSeesTexts: [String]

    static let texts = Bilingual(nl: nl, en: en)

    private static let nl = StartWording(
        title: "Is er iets gebeurd op je werk?",
        lead:
            "Discriminatie, racisme, intimidatie, pesten, agressie, of iets anders dat niet klopt. Je kunt het hier vertellen. Je mag anoniem melden.",
        danger: "Ben je nu in gevaar? Bel",
        ownPhone:
            "Gebruik hier liever je eigen telefoon en je eigen internet: op een werkapparaat of het netwerk van je werk kan je werkgever zien dat je hier bent, en soms ook wat je typt.",
        leaving:
            "Met ‘Verlaat deze pagina’ sluit je alles hier af en ga je naar een andere site. De geschiedenis van je browser kunnen wij niet wissen: dat moet je zelf doen.",
        happens: "Wat er gebeurt als je meldt", whoSees: "Wie ziet wat",
        choices: [
            Choice(
                path: ReporterPaths.talk, title: "Ik wil er eerst over praten",
                text:
                    "Met een vertrouwenspersoon. Die vertelt het niet verder zonder jouw toestemming, behalve als de wet dat eist."
            ),
            Choice(
                path: ReporterPaths.before, title: "Ik wil het melden",
                text: "Je schrijft op wat er is gebeurd. Je krijgt een code om in contact te blijven."),
            Choice(
                path: ReporterPaths.signpost, title: "Ik weet nog niet wat ik wil",
                text: "Vier korte vragen helpen je kiezen. We bewaren je antwoorden niet."),
            Choice(
                path: ReporterPaths.before, title: "Ik bel of praat liever",
                text: "Vraag een gesprek aan. Je hoeft niets op te schrijven.",
                fragment: "#gesprek"),
        ],
        steps: [
            (
                "Vandaag",
                "Je krijgt een code. Daarmee lees je berichten en voeg je iets toe. Je ziet meteen dat we je melding hebben ontvangen."
            ),
            (
                "Binnen twee werkdagen",
                "We streven ernaar dat je dan een persoonlijk bericht krijgt van iemand die je melding behandelt."
            ),
            (
                "Binnen drie maanden",
                "Je hoort wat we van je melding vinden en wat we ermee doen. Soms loopt het onderzoek dan nog."
            ),
        ],
        whoSeesTexts: [
            "Alleen mensen die je melding behandelen, mogen die lezen. Voordat je schrijft, zie je wie dat zijn. Wie je aanwijst als betrokken, krijgt hier geen toegang. Je ziet welke functie je melding opende.",
            "Komt er een onderzoek? Dan hoort de persoon over wie het gaat meestal wat er is gemeld. Bij een formele klacht krijgt die persoon een kopie, met jouw naam. Dat zeggen we je vooraf.",
            "Je mag niet worden benadeeld omdat je meldt. Je mag ook buiten je werk melden, bijvoorbeeld bij het Huis voor Klokkenluiders.",
        ])

    private static let en = StartWording(
        title: "Has something happened at work?",
        lead:
            "Discrimination, racism, harassment, bullying, aggression, or something else that is not right. You can tell it here. You can report anonymously.",
        danger: "Are you in danger now? Call",
        ownPhone:
            "Preferably use your own phone and your own connection: on a work device or the network at work your employer can see that you are here, and sometimes also what you type.",
        leaving:
            "‘Leave this page’ closes everything here and takes you to another site. We cannot erase the history of your browser: you must do that yourself.",
        happens: "What happens when you report", whoSees: "Who sees what",
        choices: [
            Choice(
                path: ReporterPaths.talk, title: "I want to talk about it first",
                text: "With a confidential adviser, who does not pass it on without your permission, unless the law requires it."),
            Choice(
                path: ReporterPaths.before, title: "I want to report it",
                text: "You write down what happened. You get a code to stay in touch."),
            Choice(
                path: ReporterPaths.signpost, title: "I do not know yet what I want",
                text: "Four short questions help you choose. We do not keep your answers."),
            Choice(
                path: ReporterPaths.before, title: "I would rather call or talk",
                text: "Ask for a conversation. You do not have to write anything down.",
                fragment: "#gesprek"),
        ],
        steps: [
            ("Today", "You get a code. With it you read messages and add things. You see at once that we received your report."),
            ("Within two working days", "We aim to send you a personal message from someone who handles your report."),
            (
                "Within three months",
                "You hear what we think of your report and what we do with it. Sometimes an investigation is still going on."
            ),
        ],
        whoSeesTexts: [
            "Only people who handle your report may read it. Before you write, you see who they are. Whoever you mark as involved gets no access here. You see which role opened your report.",
            "Is there an investigation? Then the person whom it is about usually hears what was reported. With a formal complaint that person gets a copy, with your name. We tell you so beforehand.",
            "You may not be put at a disadvantage because you report. You may also report outside your work, for example to the Whistleblowers Authority.",
        ])
}
