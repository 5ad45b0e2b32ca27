import Commitments
import Kernel

/// The texts of the page of an entry.
struct EntryPageWording: Sendable {
    let back, said, place, madeOn, house, movers, verb, dossier, paper, number: String
    let now, standing, due, lapsesFrom, owner, department, involved: String
    let differences, differencesText: String
    let sourceColumns: [String]
    let fulfilledBy, history, saidSo, dayUnknown: String
    let dueSet, dueMoved: @Sendable (String) -> String
    let actions, typedBefore, notYours, keep, setDue, moveDue, newDay, reason, reasonHint, told, toldHint, letter, letterHint,
        isPostponement: String
    let setStanding, standingLetter, standingDay, todayHint, facts, takenOverBy, nobody: String
    let motion, step, endOfSession, assign, link, instrument, noInstrument, evidence, evidenceHint: String
    let endedOn, takeAway, remove, removeText, removeNow, corrected: String
    let correction: @Sendable (EntryCorrection.Field) -> String
    let standingMissing, departmentMissing, stepMissing: String

    static let texts = Bilingual(
        nl: EntryPageWording(
            back: "Terug naar het register", said: "Wat er is gezegd", place: "Waar", madeOn: "Wanneer", house: "Aan wie",
            movers: "Indieners", verb: "Hoe ver het gaat", dossier: "Dossier", paper: "Stuk", number: "Nummer bij de Kamer",
            now: "Nu", standing: "Stand", due: "Uiterlijk", lapsesFrom: "Vervalt in de eerste vergadering vanaf",
            owner: "Eigenaar", department: "Ministerie", involved: "Ook betrokken", differences: "Bronnen verschillen",
            differencesText: "De bronnen zeggen niet hetzelfde. We houden het verschil en kiezen niet.",
            sourceColumns: ["Over", "Bron", "Wat er staat"], fulfilledBy: "Waarmee het gebeurt", history: "Wat er gebeurde",
            saidSo: "Gezegd", dayUnknown: "dag onbekend", dueSet: { "Wanneer: \($0)" }, dueMoved: { "Nieuwe dag: \($0)" },
            actions: "Doen",
            typedBefore: "Dit had je ingevuld. Het is niet bewaard; neem mee wat je nog nodig hebt.",
            notYours: "Alleen de eigenaar en de coördinator veranderen hier iets.", keep: "Bewaar", setDue: "Spreek een dag af",
            moveDue: "Verzet de dag", newDay: "Welke dag wordt het?", reason: "Waarom deze dag?",
            reasonHint: "Bijvoorbeeld hoe je de woorden leest, of waarom het later wordt.", told: "Wanneer is het verteld?",
            toldHint: "Laat leeg voor vandaag.", letter: "In welke brief?",
            letterHint: "Bijvoorbeeld Kamerstukken II 2024/25, 30 950, nr. 433.",
            isPostponement: "Dit is uitstel: de Kamer hoort dat het later komt", setStanding: "Verander de stand",
            standingLetter: "De brief waarin het staat", standingDay: "Sinds wanneer?", todayHint: "Laat leeg voor vandaag.",
            facts: "Toelichting", takenOverBy: "Overgenomen door", nobody: "Niet overgedragen",
            motion: "Wat deed de Kamer met de motie?", step: "Wat gebeurde er?",
            endOfSession: "Op die dag eindigde een zitting van de Kamer", assign: "Geef het aan een eigenaar",
            link: "Zeg waarmee het gebeurt", instrument: "Een onderdeel van het stelsel", noInstrument: "Iets anders",
            evidence: "Iets anders, of een bewijs", evidenceHint: "Een vindplaats, een adres of een paar woorden.",
            endedOn: "Klaar", takeAway: "Haal weg", remove: "Dit hoort niet in het register",
            removeText:
                "De regel verdwijnt uit het register en uit het overzicht. Doe dit alleen bij een vergissing: wat is afgedaan of vervallen, krijgt een stand.",
            removeNow: "Haal uit het register", corrected: "Verbeterd",
            correction: { field in
                switch field {
                case .title: "waarover het gaat"
                case .wording: "de woorden"
                case .verb: "hoe ver het gaat"
                case .madeOn: "de dag waarop het is gezegd"
                case .setting: "waarin het is gezegd"
                case .place: "het debat of de brief"
                case .dossier: "het dossier"
                case .paper: "het stuk"
                case .houseNumber: "het nummer bij de Kamer"
                case .involved: "de betrokken ministeries"
                case .movers: "de indieners"
                }
            }, standingMissing: "Kies een stand.", departmentMissing: "Kies het ministerie dat het overneemt.",
            stepMissing: "Kies wat er gebeurde."),
        en: EntryPageWording(
            back: "Back to the register", said: "What was said", place: "Where", madeOn: "When", house: "To whom",
            movers: "Movers", verb: "How far it goes", dossier: "Dossier", paper: "Paper", number: "Number at the House",
            now: "Now", standing: "Standing", due: "Due", lapsesFrom: "Lapses in the first meeting from", owner: "Owner",
            department: "Department", involved: "Also involved", differences: "Sources differ",
            differencesText: "The sources do not say the same. We keep the difference and do not choose.",
            sourceColumns: ["On", "Source", "What it says"], fulfilledBy: "By what it is done", history: "What happened",
            saidSo: "Said", dayUnknown: "day unknown", dueSet: { "When: \($0)" }, dueMoved: { "New day: \($0)" },
            actions: "To do",
            typedBefore: "This is what you had filled in. It was not saved; take along what you still need.",
            notYours: "Only the owner and the coordinator change anything here.", keep: "Save", setDue: "Agree on a day",
            moveDue: "Move the day", newDay: "Which day will it be?", reason: "Why this day?",
            reasonHint: "For example how you read the words, or why it comes later.", told: "When was it told?",
            toldHint: "Leave empty for today.", letter: "In which letter?",
            letterHint: "For example Kamerstukken II 2024/25, 30 950, nr. 433.",
            isPostponement: "This is a postponement: the House hears that it comes later", setStanding: "Change the standing",
            standingLetter: "The letter that says so", standingDay: "Since when?", todayHint: "Leave empty for today.",
            facts: "Explanation", takenOverBy: "Taken over by", nobody: "Not transferred",
            motion: "What did the House do with the motion?", step: "What happened?",
            endOfSession: "A session of the House ended on that day", assign: "Give it to an owner",
            link: "Say by what it is done", instrument: "A part of the system", noInstrument: "Something else",
            evidence: "Something else, or evidence", evidenceHint: "A reference, an address or a few words.",
            endedOn: "Done", takeAway: "Take away", remove: "This does not belong in the register",
            removeText:
                "The entry goes from the register and from the overview. Do this for a mistake alone: what is settled or lapsed gets a standing.",
            removeNow: "Take out of the register", corrected: "Corrected",
            correction: { field in
                switch field {
                case .title: "what it is about"
                case .wording: "the words"
                case .verb: "how far it goes"
                case .madeOn: "the day on which it was said"
                case .setting: "in what it was said"
                case .place: "the debate or the letter"
                case .dossier: "the dossier"
                case .paper: "the paper"
                case .houseNumber: "the number at the House"
                case .involved: "the ministries involved"
                case .movers: "the movers"
                }
            }, standingMissing: "Choose a standing.", departmentMissing: "Choose the department that takes it over.",
            stepMissing: "Choose what happened."))
}
