import Kernel
import Markup

/// The page of a problem: what is wrong, and what to do.
struct ProblemPage {
    let problem: SiteProblem
    let language: Language
    /// Where to go on.
    let home: String
    private var wording: ProblemWording { ProblemWording.texts[language] }

    var title: String { wording.title(problem) }

    var content: Node {
        .fragment([
            h1(text: title), p(.class("lead"), text: wording.text(problem)),
            div(.class("actions")) { a(.class("btn"), .href(home), text: wording.home) },
        ])
    }
}

struct ProblemWording: Sendable {
    let home: String
    let title, text: @Sendable (SiteProblem) -> String

    static let texts = Bilingual(
        nl: ProblemWording(
            home: "Naar het begin",
            title: { problem in
                switch problem {
                case .notFound: "Deze pagina is er niet"
                case .sessionGone: "Je bent niet meer aangemeld"
                case .formNotOurs: "Dit formulier is niet meer geldig"
                case .otherSite: "Dit kwam van een andere site"
                case .malformed: "We begrijpen dit niet"
                case .tooLarge: "Dit is te groot"
                case .busy, .away: "Even wachten"
                case .broken: "Er ging iets mis"
                }
            },
            text: { problem in
                switch problem {
                case .notFound: "Kijk of het adres klopt, of begin opnieuw."
                case .sessionGone:
                    "Je sessie is afgelopen, of hij hoort bij een andere browser. Begin opnieuw, of ga verder met je code of je account."
                case .formNotOurs:
                    "Het formulier hoort bij een andere sessie, of het is veranderd. Er is niets verstuurd. Ga terug, vernieuw de pagina en probeer het opnieuw."
                case .otherSite:
                    "Een andere site wilde hier iets doen uit jouw naam. Dat hebben we niet gedaan. Begin opnieuw vanaf deze site."
                case .malformed:
                    "Wat je browser stuurde, was niet compleet of niet goed opgebouwd. Er is niets veranderd. Ga terug en probeer het opnieuw."
                case .tooLarge(let limit):
                    "Wat je stuurde is groter dan \(Writing.size(limit, .nl)). Er is niets veranderd. Ga terug, maak je tekst korter of stuur hem als bestand."
                case .busy: "Er zijn nu veel mensen tegelijk bezig. Er is niets kwijt. Probeer het over een paar tellen opnieuw."
                case .away:
                    "We kunnen nu niet bij de gegevens. Wat je eerder had verstuurd, is bewaard. Probeer het over een minuut opnieuw."
                case .broken(let number):
                    "Dat ligt aan ons. Wat je eerder had verstuurd, is bewaard. Probeer het opnieuw. Blijft het misgaan, noem dan nummer \(number)."
                }
            }),
        en: ProblemWording(
            home: "Go to the start",
            title: { problem in
                switch problem {
                case .notFound: "This page is not here"
                case .sessionGone: "You are no longer signed in"
                case .formNotOurs: "This form is no longer valid"
                case .otherSite: "This came from another site"
                case .malformed: "We do not understand this"
                case .tooLarge: "This is too large"
                case .busy, .away: "Please wait a moment"
                case .broken: "Something went wrong"
                }
            },
            text: { problem in
                switch problem {
                case .notFound: "See whether the address is right, or start again."
                case .sessionGone:
                    "Your session has ended, or it belongs to another browser. Start again, or go on with your code or your account."
                case .formNotOurs:
                    "The form belongs to another session, or it was changed. Nothing was sent. Go back, load the page again and try again."
                case .otherSite:
                    "Another site wanted to do something here in your name. We did not do it. Start again from this site."
                case .malformed:
                    "What your browser sent was not complete or not well formed. Nothing was changed. Go back and try again."
                case .tooLarge(let limit):
                    "What you sent is larger than \(Writing.size(limit, .en)). Nothing was changed. Go back, make your text shorter or send it as a file."
                case .busy: "Many people are busy here at the same time. Nothing is lost. Try again in a few seconds."
                case .away:
                    "We cannot reach the data at the moment. What you sent before is kept. Try again in a minute."
                case .broken(let number):
                    "That is our fault. What you had sent before is kept. Try again. If it keeps going wrong, mention number \(number)."
                }
            }))
}
