import Commitments
import Kernel
import Markup

/// The form for something new in the register.
struct NewEntryPage {
    let language: Language
    let names: RegisterNames
    /// Where the officer may add something.
    let departments: [Organisation.ID]
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: NewEntryWording { NewEntryWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language), EntryPage.back(language), h1(text: wording.title),
            p { a(.href(OfficerPaths.paste.link(language)), text: PasteWording.texts[language].title) },
            form(
                .method("post"), .action(OfficerPaths.newEntry.link(language)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                what
                whereItWasSaid
                whoAndWhen
                div(.class("actions")) { Field.submit(wording.submit) }
            },
        ])
    }

    private var what: Node {
        section {
            h2(text: wording.what)
            choices("soort", wording.kind, RegisterEntry.Kind.allCases, fallback: nil) { words.kind($0) }
            text("waarover", wording.about, hint: wording.aboutHint)
            Field.area(
                "tekst", label: wording.wording, hint: wording.wordingHint, value: typed["tekst"],
                longest: RegisterFields.longest("tekst"),
                language: language, errors: errors)
            choices("werkwoord", wording.verb, RegisterEntry.Verb.allCases, fallback: .carryOut) { words.verb($0) }
            text("indieners", wording.movers, hint: wording.moversHint)
        }
    }

    private var whereItWasSaid: Node {
        section {
            h2(text: wording.origin)
            choices("kamer", wording.house, House.allCases, fallback: .tweedeKamer) { words.house($0) }
            choices("waar", wording.setting, RegisterFacts.Setting.allCases, fallback: .debate) { words.setting($0) }
            text("plaats", wording.place, hint: wording.placeHint)
            text("gezegd", wording.madeOn, hint: wording.dayHint)
            text("dossier", wording.dossier, hint: wording.dossierHint)
            text("stuk", wording.paper, hint: wording.paperHint)
            text("nummer", wording.number, hint: wording.numberHint)
        }
    }

    private var whoAndWhen: Node {
        section {
            h2(text: wording.whoAndWhen)
            Field.menu(
                "departement", label: wording.department,
                options: departments.map {
                    Field.Option(value: $0.code, text: names.full($0, language), isChosen: typed["departement"] == $0.code)
                }, errors: errors)
            details(Attribute("open", if: typed.has("betrokken"))) {
                summary(text: wording.involved)
                Field.choices(
                    "betrokken", legend: wording.involvedLegend,
                    options: names.ministries(language) { typed.all("betrokken").contains($0.code) }, many: true)
            }
            text("woorden", wording.words, hint: wording.wordsHint)
            text("dag", wording.day, hint: wording.agreedDayHint)
        }
    }

    private func text(_ name: String, _ label: String, hint: String? = nil) -> Node {
        Field.text(name, label: label, hint: hint, value: typed[name], longest: RegisterFields.longest(name), errors: errors)
    }

    private func choices<Choice: RawRepresentable & Equatable>(
        _ name: String, _ legend: String, _ all: [Choice], fallback: Choice?, _ text: (Choice) -> String
    ) -> Node where Choice.RawValue == String {
        let chosen = typed.choice(name, as: Choice.self) ?? fallback
        return Field.choices(
            name, legend: legend,
            options: all.map { Field.Option(value: $0.rawValue, text: text($0), isChosen: $0 == chosen) }, errors: errors)
    }
}

struct NewEntryWording: Sendable {
    let title, what, kind, about, aboutHint, wording, wordingHint, verb, movers, moversHint: String
    let origin, house, setting, place, placeHint, madeOn, dayHint, dossier, dossierHint, paper, paperHint, number,
        numberHint: String
    let whoAndWhen, department, involved, involvedLegend, words, wordsHint, day, agreedDayHint, submit: String
    let kindMissing, departmentMissing, numberUnreadable, firstDay: String

    static let texts = Bilingual(
        nl: NewEntryWording(
            title: "Zet iets in het register", what: "Wat er is gezegd", kind: "Wat is het?", about: "Waarover gaat het?",
            aboutHint: "Een paar woorden, waaraan je het in een lijst herkent.", wording: "De woorden zelf",
            wordingHint: "Zoals het is gezegd of geschreven.", verb: "Hoe ver gaan de woorden?",
            movers: "Indieners, bij een motie", moversHint: "De eerste indiener voorop, met een komma ertussen.",
            origin: "Waar het is gezegd", house: "Aan welke Kamer?", setting: "Waarin?", place: "Welk debat of welke brief?",
            placeHint: "Bijvoorbeeld: dertigledendebat over de Personeelsenquête Rijk.", madeOn: "Op welke dag?",
            dayHint: "Bijvoorbeeld 12-9-2024.", dossier: "Dossier", dossierHint: "Bijvoorbeeld 30 950.",
            paper: "Stuk waarin het staat",
            paperHint: "Bijvoorbeeld Kamerstukken II 2024/25, 30 950, nr. 433, of Handelingen II 2024/25, nr. 3, item 9.",
            number: "Nummer bij de Kamer", numberHint: "Bijvoorbeeld TZ202409-110, T03545 of 2025Z07345.",
            whoAndWhen: "Wie en wanneer", department: "Departement", involved: "Andere ministeries doen mee",
            involvedLegend: "Welke ministeries zijn erbij betrokken?", words: "Wanneer, in de woorden van toen",
            wordsHint: "Bijvoorbeeld: voor de zomer. Laat leeg als er een dag is genoemd.", day: "Afgesproken dag",
            agreedDayHint: "De dag die jullie van de woorden maken. Dat kan ook later.", submit: "Zet in het register",
            kindMissing: "Kies wat het is.", departmentMissing: "Kies een departement.",
            numberUnreadable: "We kennen dit nummer niet. Schrijf bijvoorbeeld TZ202409-110, T03545 of 2025Z07345.",
            firstDay: "Zo gezegd of afgesproken bij het begin."),
        en: NewEntryWording(
            title: "Put something in the register", what: "What was said", kind: "What is it?", about: "What is it about?",
            aboutHint: "A few words by which you recognise it in a list.", wording: "The words themselves",
            wordingHint: "As it was said or written.", verb: "How far do the words go?", movers: "Movers, of a motion",
            moversHint: "The first mover first, with commas between them.", origin: "Where it was said",
            house: "To which House?", setting: "In what?", place: "Which debate or which letter?",
            placeHint: "For example: thirty members’ debate on the survey of government staff.", madeOn: "On which day?",
            dayHint: "For example 12-9-2024.", dossier: "Dossier", dossierHint: "For example 30 950.",
            paper: "The paper in which it stands",
            paperHint: "For example Kamerstukken II 2024/25, 30 950, nr. 433, or Handelingen II 2024/25, nr. 3, item 9.",
            number: "Number at the House", numberHint: "For example TZ202409-110, T03545 or 2025Z07345.",
            whoAndWhen: "Who and when", department: "Department", involved: "Other ministries take part",
            involvedLegend: "Which ministries are involved in it?", words: "When, in the words of then",
            wordsHint: "For example: before the summer. Leave empty where a day was named.", day: "Agreed day",
            agreedDayHint: "The day that you make of the words. It can also be set later.", submit: "Put it in the register",
            kindMissing: "Choose what it is.", departmentMissing: "Choose a department.",
            numberUnreadable: "We do not know this number. Write for example TZ202409-110, T03545 or 2025Z07345.",
            firstDay: "Said or agreed so at the beginning."))
}
