import Commitments
import Kernel
import Markup

/// The form for something new in the register, or to correct what stands there.
struct NewEntryPage {
    /// The entry that is corrected; nil for something new.
    var corrected: RegisterEntry?
    let language: Language
    let names: RegisterNames
    /// Where the officer may add something.
    let departments: [Organisation.ID]
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    /// Whether it says the same as an entry that is there.
    var asksWhetherAnother = false
    private var wording: NewEntryWording { NewEntryWording.texts[language] }
    private var page: EntryPageWording { EntryPageWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    var title: String { corrected == nil ? wording.title : wording.correct }

    var content: Node {
        .fragment([errors.summary(language), head, form])
    }

    private var head: Node {
        guard let corrected else {
            return .fragment([
                EntryPage.back(language), h1(text: title),
                p { a(.href(OfficerPaths.paste.link(language)), text: PasteWording.texts[language].title) },
            ])
        }
        return .fragment([
            p(.class("back")) {
                a(.href(OfficerPaths.entry.link(language, corrected.id.text)), text: wording.backToEntry)
            }, h1(text: title), p(.class("lead"), text: wording.correctText),
        ])
    }

    private var form: Node {
        let address =
            corrected.map { OfficerPaths.entryCorrection.link(language, $0.id.text) } ?? OfficerPaths.newEntry.link(language)
        return Markup.form(.method("post"), .action(address), .autocomplete("off"), Attribute("data-once", if: true)) {
            Field.token(token)
            if let corrected {
                Field.hidden("versie", String(corrected.version))
                for (name, value) in FormFields(correcting: corrected).pairs { Field.hidden("was-\(name)", value) }
            } else {
                // The same form sent twice makes one entry.
                Field.hidden("nieuw", typed.has("nieuw") ? typed["nieuw"] : RegisterEntry.ID(from: .system).text)
            }
            what
            whereItWasSaid
            if corrected == nil { whoAndWhen } else { involved }
            if asksWhetherAnother {
                Field.check("anders", text: wording.isAnother, isChecked: typed.has("anders"))
            }
            div(.class("actions")) { Field.submit(corrected == nil ? wording.submit : wording.correctNow) }
        }
    }

    private var what: Node {
        section {
            h2(text: wording.what)
            if corrected == nil {
                choices("soort", wording.kind, RegisterEntry.Kind.allCases, fallback: nil) { words.kind($0) }
            }
            text("waarover", wording.about, hint: wording.aboutHint)
            Field.area(
                "tekst", label: wording.wording, hint: wording.wordingHint, value: typed["tekst"],
                longest: RegisterFields.longest("tekst"),
                language: language, errors: errors)
            choices("werkwoord", wording.verb, RegisterEntry.Verb.allCases, fallback: .carryOut) { words.verb($0) }
            if corrected == nil || corrected?.motion != nil { text("indieners", wording.movers, hint: wording.moversHint) }
        }
    }

    private var whereItWasSaid: Node {
        section {
            h2(text: wording.origin)
            if corrected == nil {
                choices("kamer", wording.house, House.allCases, fallback: .tweedeKamer) { words.house($0) }
            }
            choices("waar", wording.setting, RegisterFacts.Setting.allCases, fallback: .debate) { words.setting($0) }
            text("plaats", wording.place, hint: wording.placeHint)
            text("gezegd", wording.madeOn, hint: wording.dayHint)
            folded(wording.wordsOfDay, ["dagwoorden", "dagwaarom"]) {
                text("dagwoorden", wording.madeWords, hint: wording.madeWordsHint)
                text("dagwaarom", wording.madeReason, hint: wording.madeReasonHint)
            }
            text("dossier", wording.dossier, hint: wording.dossierHint)
            text("stuk", wording.paper, hint: wording.paperHint)
            text("nummer", wording.number, hint: wording.numberHint)
            if corrected?.facts.house != .tweedeKamer {
                folded(wording.keyData, KeyData.allCases.map(\.field)) {
                    p(.class("small"), text: wording.keyDataText)
                    for field in KeyData.allCases { text(field.field, field.label) }
                }
            }
        }
    }

    /// Fields that few need, open where something stands in them.
    private func folded(_ title: String, _ names: [String], @HTMLBuilder fields: () -> [Node]) -> Node {
        let fields = fields()
        let isOpen = names.contains { !typed[$0].isEmpty || errors.sentence(at: $0) != nil }
        return details(.class("field"), Attribute("open", if: isOpen)) {
            summary(text: title)
            Node.fragment(fields)
        }
    }

    /// How it stands already, for what is put in later.
    private var standing: Node {
        let chosen = typed["stand"] == Standing.Code.open.rawValue ? [] : ["stand"]
        return folded(wording.isDone, chosen + ["standbrief", "standdag", "feiten", "stand-open"]) {
            choices("stand", wording.standing, [.open, .settledInPart, .settled, .lapsed], fallback: .open) {
                (code: Standing.Code) in words.code(code)
            }
            text("standbrief", page.standingLetter, hint: page.letterHint)
            text("standdag", page.standingDay, hint: wording.dayHint)
            Field.area(
                "feiten", label: page.facts, hint: page.factsHint, value: typed["feiten"],
                longest: RegisterFields.longest("feiten"),
                language: language, errors: errors)
            Field.check("doorkamer", text: wording.byHouse, isChecked: typed.has("doorkamer"))
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
            involved
            text("woorden", wording.words, hint: wording.wordsHint)
            text("dag", wording.day, hint: wording.agreedDayHint)
            standing
        }
    }

    private var involved: Node {
        details(.class("field"), Attribute("open", if: typed.has("betrokken"))) {
            summary(text: wording.involved)
            Field.choices(
                "betrokken", legend: wording.involvedLegend,
                options: names.ministries(language) { typed.all("betrokken").contains($0.code) }, many: true)
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
