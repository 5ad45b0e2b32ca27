import Kernel
import Markup

/// The page of a problem: what is wrong, and what to do.
struct ProblemPage {
    enum Door { case reporter, officer }

    let problem: SiteProblem
    let door: Door
    let language: Language
    /// What was typed, where it can be sent again.
    var typed: TypedForm?
    /// What was typed, where it can only be copied.
    var texts: [String] = []
    /// Where to sign in again and go on.
    var signIn: String?
    private var wording: ProblemWording { ProblemWording.texts[language] }

    var title: String { wording.title(problem, door) }

    /// Where to go on.
    private var home: SitePath {
        switch door {
        case .reporter: ReporterPaths.start
        case .officer: OfficerPaths.worklist
        }
    }

    var content: Node {
        .fragment([
            h1(text: title), p(.class("lead"), text: wording.text(problem, door)),
            problem.leavesText ? copied : sendAgain,
            div(.class("actions")) {
                if let signIn {
                    // In a window of its own, so that what was typed stays here.
                    a(.class("btn"), .href(signIn), Attribute("target", "_blank"), text: wording.signIn)
                } else {
                    a(.class(typed == nil ? "btn" : "btn plain"), .href(home.link(language)), text: wording.home)
                }
            },
        ])
    }

    private var copied: Node {
        guard !texts.isEmpty else { return .nothing }
        return div(.class("note warn")) {
            p(text: wording.copy)
            for text in texts { div(.class("said"), .lang("nl")) { Writing.typed(text) } }
        }
    }

    private var sendAgain: Node {
        guard let typed else { return .nothing }
        guard case .textTooLong(let field, _, let longest) = problem else {
            return section(.class("note")) {
                p(text: wording.stillHere)
                typed.content(submit: wording.again, language)
            }
        }
        return typed.content(submit: wording.send, change: (field, wording.yourText, longest), language)
    }
}

struct ProblemWording: Sendable {
    let home, again, stillHere, yourText, send, copy, signIn: String
    let title, text: @Sendable (SiteProblem, ProblemPage.Door) -> String

    static let texts = Bilingual(
        nl: ProblemWording(
            home: "Naar het begin", again: "Probeer het opnieuw",
            stillHere: "Wat je op deze pagina had ingevuld, is er nog. Met deze knop stuur je het opnieuw.",
            yourText: "Je tekst", send: "Stuur het opnieuw",
            copy: "Dit had je ingevuld. Het is niet bewaard. Kopieer wat je nog nodig hebt voordat je verdergaat.",
            signIn: "Meld je aan in een nieuw venster",
            title: { problem, door in
                switch problem {
                case .notFound: "Deze pagina is er niet"
                case .gone: "Dit is er niet meer"
                case .sessionGone: door == .reporter ? "Je sessie is afgelopen" : "Je bent niet meer aangemeld"
                case .formNotOurs: "Dit formulier is niet meer geldig"
                case .otherSite: "Dit kwam van een andere site"
                case .otherHost: "Dit is een ander adres"
                case .malformed: "We begrijpen dit niet"
                case .tooLarge: "Dit is te groot"
                case .textTooLong: "Deze tekst is te lang"
                case .busy, .away: "Even wachten"
                case .broken: "Er ging iets mis"
                }
            },
            text: { problem, door in
                switch problem {
                case .notFound: "Kijk of het adres klopt, of begin opnieuw."
                case .gone(let sentence): sentence.nl
                case .sessionGone:
                    door == .reporter
                        ? "Er staat in deze browser niets meer open. Begin opnieuw, of ga verder met je code via ‘Mijn melding’."
                        : "Je sessie is afgelopen, of die hoort bij een andere browser. Meld je opnieuw aan."
                case .formNotOurs:
                    "Het formulier hoort bij een andere sessie, of het is veranderd. Er is niets verstuurd. Ga terug, vernieuw de pagina en probeer het opnieuw."
                case .otherSite:
                    "Een andere site wilde hier iets doen in jouw naam. Dat hebben we niet toegestaan. Begin opnieuw vanaf deze site."
                case .otherHost: "Onder dit adres staat deze pagina niet. Kijk of het adres klopt."
                case .malformed:
                    "Wat je browser stuurde, was niet compleet of niet goed opgebouwd. Er is niets veranderd. Ga terug en probeer het opnieuw."
                case .tooLarge(let limit) where limit > FormLimits.body:
                    "Samen zijn de bestanden groter dan \(Writing.size(limit, .nl)). Er is niets bewaard van wat je nu stuurde. Ga terug en stuur minder bestanden tegelijk, of kleinere."
                case .tooLarge(let limit):
                    "Wat je stuurde, is groter dan \(Writing.size(limit, .nl)). Er is niets veranderd. Ga terug en maak je tekst korter\(door == .reporter ? ", of stuur die als bestand" : "")."
                case .textTooLong(_, let count, let longest):
                    "Er passen \(longest) tekens in, en het zijn er \(count). Er is nog niets veranderd. Maak de tekst korter. De rest van wat je invulde, gaat mee."
                case .busy: "Er zijn nu veel mensen tegelijk bezig. Er is niets kwijt. Probeer het over een paar tellen opnieuw."
                case .away:
                    "We kunnen nu niet bij de gegevens. Wat je eerder had verstuurd, is bewaard. Probeer het over een minuut opnieuw."
                case .broken(let number):
                    "Dat ligt aan ons. Wat je eerder had verstuurd, is bewaard. Probeer het opnieuw. Blijft het misgaan? Noem dan nummer \(number)."
                }
            }),
        en: ProblemWording(
            home: "Go to the start", again: "Try again",
            stillHere: "What you filled in on this page is still here. This button sends it again.",
            yourText: "Your text", send: "Send it again",
            copy: "This is what you had filled in. It was not saved. Copy what you still need before you go on.",
            signIn: "Sign in in a new window",
            title: { problem, door in
                switch problem {
                case .notFound: "This page is not here"
                case .gone: "This is no longer here"
                case .sessionGone: door == .reporter ? "Your session has ended" : "You are no longer signed in"
                case .formNotOurs: "This form is no longer valid"
                case .otherSite: "This came from another site"
                case .otherHost: "This is another address"
                case .malformed: "We do not understand this"
                case .tooLarge: "This is too large"
                case .textTooLong: "This text is too long"
                case .busy, .away: "Please wait a moment"
                case .broken: "Something went wrong"
                }
            },
            text: { problem, door in
                switch problem {
                case .notFound: "See whether the address is right, or start again."
                case .gone(let sentence): sentence.en
                case .sessionGone:
                    door == .reporter
                        ? "Nothing is open in this browser any more. Start again, or go on with your code through ‘My report’."
                        : "Your session has ended, or it belongs to another browser. Sign in again."
                case .formNotOurs:
                    "The form belongs to another session, or it was changed. Nothing was sent. Go back, load the page again and try again."
                case .otherSite:
                    "Another site wanted to do something here in your name. We did not allow it. Start again from this site."
                case .otherHost: "This page is not at this address. See whether the address is right."
                case .malformed:
                    "What your browser sent was not complete or not well formed. Nothing was changed. Go back and try again."
                case .tooLarge(let limit) where limit > FormLimits.body:
                    "Together the files are larger than \(Writing.size(limit, .en)). Nothing of what you sent now was kept. Go back and send fewer files at once, or smaller ones."
                case .tooLarge(let limit):
                    "What you sent is larger than \(Writing.size(limit, .en)). Nothing was changed. Go back and make your text shorter\(door == .reporter ? ", or send it as a file" : "")."
                case .textTooLong(_, let count, let longest):
                    "There is room for \(longest) characters, and there are \(count). Nothing was changed yet. Make the text shorter. What else you filled in goes along."
                case .busy: "Many people are busy here at the same time. Nothing is lost. Try again in a few seconds."
                case .away:
                    "We cannot reach the data at the moment. What you sent before is kept. Try again in a minute."
                case .broken(let number):
                    "That is our fault. What you had sent before is kept. Try again. If it keeps going wrong, mention number \(number)."
                }
            }))
}
