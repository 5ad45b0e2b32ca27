import Kernel
import ReportingDesk

/// A made-up report and what became of it.
struct DemoStory: Sendable {
    enum Step: Sendable {
        case wait(days: Int)
        case reporter(String)
        case officer(String, String)
        case feedback(String, String)
        case close(String, Outcome)
    }

    let daysAgo: Int
    var language = Language.nl
    let organisation: String
    let kinds: [ReportKind]
    var grounds: [DiscriminationGround] = []
    let story: String
    var pattern: ReportTime.Pattern?
    var mode = ReportMode.anonymous
    var name = ""
    var isUrgent = false
    var steps: [Step] = []

    func fill(_ draft: inout Draft) {
        draft.relation = .myself
        draft.organisation = Organisation.ID(organisation)
        draft.sawReaders = true
        draft.kinds = kinds
        draft.grounds = grounds
        draft.story = story
        draft.time = ReportTime(pattern: pattern)
        draft.sawTime = true
        draft.isUrgent = isUrgent
        draft.sawFiles = true
        draft.mode = mode
        draft.name = name
    }
}

enum DemoStories {
    private static let vera = "vera.mulder"
    private static let omar = "omar.haddad"

    /// In the order of their days.
    static let all: [DemoStory] = [
        DemoStory(
            daysAgo: 38, organisation: "bzk", kinds: [.bullying],
            story: "Mijn teamleider geeft mij nooit het woord. Als ik iets zeg, zucht hij hardop. Anderen lachen dan mee.",
            pattern: .moreOften,
            steps: [
                .wait(days: 1), .officer(vera, "Dank je voor je melding. Kun je zeggen hoe lang dit al speelt?"), .wait(days: 2),
                .reporter("Sinds hij in het voorjaar begon."), .wait(days: 20),
                .feedback(
                    vera,
                    "We hebben met de leidinggevende van jullie afdeling gesproken. Er komt een gesprek met het hele team, met iemand van buiten erbij. Over maatregelen tegen een persoon mogen we niets zeggen."
                ),
                .close(vera, .partlyConfirmed),
            ]),
        DemoStory(
            daysAgo: 24, organisation: "logius", kinds: [.discrimination], grounds: [.race],
            story: "Bij het sollicitatiegesprek voor de interne functie vroeg men of ‘mijn achtergrond’ wel past bij het team.",
            pattern: .once,
            mode: .confidential, name: "F. Özdemir",
            steps: [
                .wait(days: 1),
                .officer(omar, "Dank je dat je dit vertelt. Mogen we met de mensen praten die bij het gesprek waren?"),
                .wait(days: 1), .reporter("Ja, dat mag. Maar liever niet met mijn naam."), .wait(days: 1),
                .officer(omar, "Dat doen we zonder je naam te noemen. Je hoort van ons als we meer weten."),
            ]),
        DemoStory(
            daysAgo: 9, organisation: "rvb", kinds: [.integrityBreach],
            story: "Een collega laat een bevriend bedrijf steeds de opdracht krijgen. De andere offertes worden niet bekeken.",
            pattern: .stillGoingOn
        ),
        DemoStory(
            daysAgo: 6, language: .en, organisation: "bzk", kinds: [.sexualHarassment],
            story:
                "At the drinks after work a senior colleague keeps touching my back and makes remarks about my body. I have asked him to stop.",
            pattern: .moreOften,
            steps: [
                .wait(days: 1),
                .officer(
                    vera,
                    "Thank you for telling us. You did nothing wrong. Is there something that would make you feel safer at work now?"
                ),
            ]),
        DemoStory(
            daysAgo: 3, organisation: "p-direkt", kinds: [.harassment],
            story: "Hij zei dat ik mijn contract wel kon vergeten als ik dit verder vertel.", pattern: .once),
        DemoStory(
            daysAgo: 1, organisation: "fmh", kinds: [.aggression],
            story: "Gisteren gooide hij een stapel papier naar mijn hoofd. Morgen staan we weer samen ingeroosterd.",
            pattern: .once,
            isUrgent: true),
        DemoStory(
            daysAgo: 1, organisation: "jenv", kinds: [.discrimination, .bullying], grounds: [.religion],
            story: "Er worden grappen gemaakt over mijn hoofddoek in de groepsapp van het team.", pattern: .stillGoingOn),
        DemoStory(
            daysAgo: 0, organisation: "bzk", kinds: [.unknown],
            story: "Ik weet niet of dit hier hoort. Er klopt iets niet met de urenstaten.",
            pattern: .stillGoingOn),
    ]
}
