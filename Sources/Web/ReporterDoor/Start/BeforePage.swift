import Kernel
import Markup

/// What someone should know before they begin. Reading it keeps nothing.
struct BeforePage {
    let language: Language
    /// Whether this browser has a draft already.
    let hasBegun: Bool
    private var wording: BeforeWording { BeforeWording.texts[language] }

    var content: Node {
        .fragment([
            h1(text: wording.title), p(.class("lead"), text: wording.lead),
            ul(.class("plain")) { for text in wording.points { li(text: text) } },
            hasBegun ? goOn : .nothing,
            form(.method("post"), .action(ReporterPaths.begin.link(language)), Attribute("data-once", if: true)) {
                if hasBegun { Field.hidden("opnieuw", "ja") }
                div(.class("actions")) {
                    Field.submit(hasBegun ? wording.again : wording.begin, classes: hasBegun ? "btn plain" : "btn")
                }
            },
            section(.class("card"), .id("gesprek")) {
                h2(text: wording.talkTitle)
                p(text: wording.talkText)
                form(.method("post"), .action(ReporterPaths.begin.link(language)), Attribute("data-once", if: true)) {
                    Field.hidden("gesprek", "ja")
                    Field.submit(wording.talkButton, classes: "btn plain")
                }
            },
            p(.class("small")) { a(.href(ReporterPaths.enter.link(language)), text: wording.resume) },
        ])
    }
}

extension BeforePage {
    private var goOn: Node {
        form(.method("post"), .action(ReporterPaths.begin.link(language)), .class("note"), Attribute("data-once", if: true)) {
            p(text: wording.begun)
            div(.class("actions")) { Field.submit(wording.goOn) }
        }
    }
}

struct BeforeWording: Sendable {
    let title, lead, begin, begun, goOn, again, talkTitle, talkText, talkButton, resume: String
    let points: [String]

    static let texts = Bilingual(
        nl: BeforeWording(
            title: "Voordat je begint", lead: "Melden duurt ongeveer tien minuten. Je kunt steeds terug, en later verdergaan.",
            begin: "Begin", begun: "Je bent in deze browser al begonnen. Wat je had ingevuld, is bewaard.",
            goOn: "Ga verder met mijn melding", again: "Wis dat en begin opnieuw",
            talkTitle: "Liever een gesprek?",
            talkText:
                "Je beantwoordt dan een paar korte vragen. Wat er is gebeurd hoef je niet op te schrijven. Met je code spreek je het gesprek af: waar en wanneer, of per telefoon.",
            talkButton: "Vraag een gesprek aan", resume: "Ik ben al begonnen en heb een code",
            points: [
                "Eerst zie je wie je melding zouden lezen. Is een van hen betrokken? Dan wijs je die persoon aan, en die krijgt geen toegang.",
                "Je kiest hoe je meldt: anoniem, vertrouwelijk of met je naam. Meld je vertrouwelijk, dan kunnen alleen de integriteitscoördinatoren die je melding lezen je naam zien.",
                "Aan het eind krijg je een code van 24 cijfers. Die heb je nodig om terug te komen bij je melding.",
                "Als je begint, zetten we één cookie. Die verdwijnt als je op ‘Verlaat deze pagina’ klikt, en meestal ook als je je browser sluit.",
                "Wat je schrijft, wordt verzegeld bewaard. Tot je verstuurt, ligt de sleutel in jouw browser. Verstuur je niet, dan wordt alles gewist als je er een week niets aan doet.",
            ]),
        en: BeforeWording(
            title: "Before you begin", lead: "Reporting takes about ten minutes. You can always go back, and go on later.",
            begin: "Begin", begun: "You have begun in this browser already. What you had filled in is kept.",
            goOn: "Go on with my report", again: "Erase that and begin again",
            talkTitle: "Rather a conversation?",
            talkText:
                "Then you answer a few short questions. You do not have to write down what happened. With your code you arrange the conversation: where and when, or by telephone.",
            talkButton: "Ask for a conversation", resume: "I have begun already and have a code",
            points: [
                "First you see who would read your report. Is one of them involved? Then you mark that person, who gets no access.",
                "You choose how you report: anonymously, in confidence or by name. In confidence means that only the integrity coordinators who read your report can see your name.",
                "At the end you get a code of 24 digits. You need it to come back to your report.",
                "When you begin, we set one cookie. It goes when you click ‘Leave this page’, and usually also when you close your browser.",
                "What you write is kept sealed. Until you send it, the key lies in your browser. If you do not send it, everything is erased when you do nothing with it for a week.",
            ]))
}
