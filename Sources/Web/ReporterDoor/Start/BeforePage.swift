import Kernel
import Markup

/// What someone should know before they begin. Reading it keeps nothing.
struct BeforePage {
    let language: Language
    private var wording: BeforeWording { BeforeWording.texts[language] }

    var content: Node {
        .fragment([
            h1(text: wording.title), p(.class("lead"), text: wording.lead),
            ul(.class("plain")) { for text in wording.points { li(text: text) } },
            form(.method("post"), .action(ReporterPaths.begin.link(language)), Attribute("data-once", if: true)) {
                div(.class("actions")) { Field.submit(wording.begin) }
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

struct BeforeWording: Sendable {
    let title, lead, begin, talkTitle, talkText, talkButton, resume: String
    let points: [String]

    static let texts = Bilingual(
        nl: BeforeWording(
            title: "Voordat je begint", lead: "Melden duurt ongeveer tien minuten. Je kunt steeds terug, en later verdergaan.",
            begin: "Begin",
            talkTitle: "Liever een gesprek?",
            talkText:
                "Je beantwoordt dan een paar korte vragen. Wat er is gebeurd hoef je niet op te schrijven. Met je code spreek je af hoe en wanneer je praat: op een plek, of via de telefoon.",
            talkButton: "Vraag een gesprek aan", resume: "Ik ben al begonnen en heb een code",
            points: [
                "Eerst zie je wie je melding zou lezen. Is een van hen betrokken, dan wijs je die aan. Die krijgt dan geen toegang.",
                "Je kiest of je anoniem blijft, of alleen degene die je melding behandelt weet wie je bent, of dat je je naam geeft.",
                "Aan het eind krijg je een code van 24 cijfers. Alleen daarmee kom je terug bij je melding.",
                "Als je begint, zetten we één cookie. Die verdwijnt als je je browser sluit of op ‘Verlaat deze pagina’ klikt.",
                "Wat je schrijft, wordt verzegeld bewaard. Tot je verstuurt, ligt de sleutel in jouw browser. Verstuur je niet, dan is het na een week weg.",
            ]),
        en: BeforeWording(
            title: "Before you begin", lead: "Reporting takes about ten minutes. You can always go back, and go on later.",
            begin: "Begin",
            talkTitle: "Rather a conversation?",
            talkText:
                "Then you answer a few short questions. You need not write down what happened. With your code you agree how and when you talk: in a place, or by telephone.",
            talkButton: "Ask for a conversation", resume: "I have begun already and have a code",
            points: [
                "First you see who would read your report. If one of them is involved, you mark that person, who then gets no access.",
                "You choose whether you stay anonymous, whether only the person who handles your report knows who you are, or whether you give your name.",
                "At the end you get a code of 24 digits. Only with it do you come back to your report.",
                "When you begin, we set one cookie. It goes when you close your browser or click ‘Leave this page’.",
                "What you write is kept sealed. Until you send it, the key lies in your browser. If you do not send it, it is gone after a week.",
            ]))
}
