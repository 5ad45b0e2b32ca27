import Commitments
import Kernel

/// The texts of the page of an entry.
struct EntryPageWording: Sendable {
    let back, said, place, madeOn, house, movers, verb, dossier, paper, number: String
    let now, standing, due, lapsesFrom, owner, department, involved: String
    let differences, differencesText: String
    let sourceColumns: [String]
    let fulfilledBy, history, saidSo, dayUnknown: String
    let dueSet, dueMoved, dueLater: @Sendable (String) -> String
    let actions, typedBefore, notYours, keep, setDue, moveDue, newDay, reason, reasonHint, told, toldHint, letter, letterHint,
        isPostponement: String
    let setStanding, standingLetter, standingDay, todayHint, facts, takenOverBy, nobody: String
    let motion, step, endOfSession, assign, link, instrument, noInstrument, evidence, evidenceHint: String
    let endedOn, takeAway, remove, removeText, removeNow, corrected: String
    let keepDue, keepStanding, keepStep, keepOwner, keepLink, stayed, listedFrom, factsHint, why: String
    let dueBack, standingBack, stepBack: TakingBack
    let takenBack: @Sendable (String) -> String
    /// Since when something stood there that was taken back, and with which letter.
    let stood: @Sendable (Day?, String?) -> String
    /// What a field said and says.
    let became: @Sendable (String, String) -> String
    let correction: @Sendable (EntryCorrection.Field) -> String
    let inWords: @Sendable (String) -> String
    let newDayAfterPart, sourceAct, addSource, addSourceText, sourceSubject, sourceSubjectHint, sourceName, sourceNameHint,
        sourceSays, keepSource: String
    let standingMissing, departmentMissing, stepMissing: String

    /// The texts of a form that takes back what was recorded last.
    struct TakingBack: Sendable {
        let title, text, act: String
    }

    static let texts = Bilingual(
        nl: EntryPageWording(
            back: "Terug naar het register", said: "Wat er is gezegd", place: "Waar", madeOn: "Wanneer", house: "Aan wie",
            movers: "Indieners", verb: "Hoe ver het gaat", dossier: "Dossier", paper: "Stuk", number: "Nummer bij de Kamer",
            now: "Nu", standing: "Stand", due: "Uiterlijk", lapsesFrom: "Vervalt in de eerste vergadering vanaf",
            owner: "Eigenaar", department: "Ministerie", involved: "Ook betrokken", differences: "Bronnen verschillen",
            differencesText: "De bronnen zeggen niet hetzelfde. We houden het verschil en kiezen niet.",
            sourceColumns: ["Over", "Bron", "Wat er staat"], fulfilledBy: "Waarmee het gebeurt", history: "Wat er gebeurde",
            saidSo: "Gezegd", dayUnknown: "dag onbekend", dueSet: { "Wanneer: \($0)" }, dueMoved: { "Nieuwe dag: \($0)" },
            dueLater: { "Uitgesteld tot \($0)" },
            actions: "Doen",
            typedBefore: "Dit had je ingevuld. Het is niet bewaard; neem mee wat je nog nodig hebt.",
            notYours: "Alleen de eigenaar en de coördinator veranderen hier iets.", keep: "Bewaar", setDue: "Spreek een dag af",
            moveDue: "Verzet de dag", newDay: "Welke dag wordt het?", reason: "Waarom deze dag?",
            reasonHint: "Bijvoorbeeld hoe je de woorden leest, of waarom het later wordt.", told: "Wanneer is het verteld?",
            toldHint: "Laat leeg voor vandaag.", letter: "In welke brief?",
            letterHint: "Bijvoorbeeld Kamerstukken II 2024/25, 30 950, nr. 433.",
            isPostponement: "Dit is uitstel: de dag moet later zijn dan die er stond", setStanding: "Verander de stand",
            standingLetter: "De brief waarin het staat", standingDay: "Sinds wanneer?", todayHint: "Laat leeg voor vandaag.",
            facts: "Toelichting", takenOverBy: "Overgenomen door", nobody: "Niet overgedragen",
            motion: "Wat deed de Kamer met de motie?", step: "Wat gebeurde er?",
            endOfSession: "Op die dag eindigde een zitting van de Kamer", assign: "Geef het aan een eigenaar",
            link: "Zeg waarmee het gebeurt", instrument: "Een onderdeel van het stelsel", noInstrument: "Iets anders",
            evidence: "Iets anders, of een bewijs", evidenceHint: "Een vindplaats, een adres of een paar woorden.",
            endedOn: "Klaar", takeAway: "Haal weg", remove: "Dit hoort niet in het register",
            removeText:
                "De regel verdwijnt uit het register en uit het overzicht. Doe dit alleen bij een vergissing: wat is afgedaan of vervallen, krijgt een stand.",
            removeNow: "Haal uit het register", corrected: "Verbeterd", keepDue: "Leg de dag vast",
            keepStanding: "Leg de stand vast", keepStep: "Leg de stap vast", keepOwner: "Leg de eigenaar vast",
            keepLink: "Voeg toe", stayed: "De Kamer liet de motie langer staan dan twaalf weken",
            listedFrom: "Op de lijst van onbeantwoorde vragen vanaf", factsHint: "Nodig als het niet met een brief is afgedaan.",
            why: "Waarom?",
            dueBack: TakingBack(
                title: "De laatste dag klopt niet",
                text: "De dag daarvoor geldt weer. Wat je hier schrijft, blijft in de geschiedenis staan.",
                act: "Neem de laatste dag terug"),
            standingBack: TakingBack(
                title: "De laatste stand klopt niet",
                text: "De stand daarvoor geldt weer. Wat je hier schrijft, blijft in de geschiedenis staan.",
                act: "Neem de laatste stand terug"),
            stepBack: TakingBack(
                title: "De laatste stap klopt niet",
                text: "De motie staat weer zoals voor die stap. Wat je hier schrijft, blijft in de geschiedenis staan.",
                act: "Neem de laatste stap terug"), takenBack: { "Teruggenomen: ‘\($0)’" },
            stood: { day, paper in
                "Stond hier\(day.map { " sinds \($0.written(in: .nl))" } ?? "")\(paper.map { ", met \($0)" } ?? "")."
            }, became: { "Van \($0.isEmpty ? "niets" : "‘\($0)’") naar \($1.isEmpty ? "niets" : "‘\($1)’")." },
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
                case .madeWords: "de dag in de woorden van de bron"
                case .madeReason: "waarom dat deze dag is"
                case .keyData: "de kerngegevens"
                case .sources: "wat bronnen zeggen"
                }
            }, inWords: { "In de bron: ‘\($0)’." },
            newDayAfterPart: "Deels afgedaan. De Eerste Kamer houdt voor de rest een nieuwe termijn bij: spreek een dag af.",
            sourceAct: "Doen", addSource: "Een bron zegt iets anders",
            addSourceText:
                "We houden het verschil en kiezen niet. Zet wat elke bron zegt erbij, ook die waarin het staat zoals hier.",
            sourceSubject: "Waarover?", sourceSubjectHint: "Bijvoorbeeld: dag van het debat.", sourceName: "Welke bron?",
            sourceNameHint: "Bijvoorbeeld 30 950, nr. 433.", sourceSays: "Wat staat daar?", keepSource: "Zet erbij",
            standingMissing: "Kies een stand.", departmentMissing: "Kies het ministerie dat het overneemt.",
            stepMissing: "Kies wat er gebeurde."),
        en: EntryPageWording(
            back: "Back to the register", said: "What was said", place: "Where", madeOn: "When", house: "To whom",
            movers: "Movers", verb: "How far it goes", dossier: "Dossier", paper: "Paper", number: "Number at the House",
            now: "Now", standing: "Standing", due: "Due", lapsesFrom: "Lapses in the first meeting from", owner: "Owner",
            department: "Department", involved: "Also involved", differences: "Sources differ",
            differencesText: "The sources do not say the same. We keep the difference and do not choose.",
            sourceColumns: ["On", "Source", "What it says"], fulfilledBy: "By what it is done", history: "What happened",
            saidSo: "Said", dayUnknown: "day unknown", dueSet: { "When: \($0)" }, dueMoved: { "New day: \($0)" },
            dueLater: { "Postponed to \($0)" },
            actions: "To do",
            typedBefore: "This is what you had filled in. It was not saved; take along what you still need.",
            notYours: "Only the owner and the coordinator change anything here.", keep: "Save", setDue: "Agree on a day",
            moveDue: "Move the day", newDay: "Which day will it be?", reason: "Why this day?",
            reasonHint: "For example how you read the words, or why it comes later.", told: "When was it told?",
            toldHint: "Leave empty for today.", letter: "In which letter?",
            letterHint: "For example Kamerstukken II 2024/25, 30 950, nr. 433.",
            isPostponement: "This is a postponement: the day has to be later than the one there was",
            setStanding: "Change the standing",
            standingLetter: "The letter that says so", standingDay: "Since when?", todayHint: "Leave empty for today.",
            facts: "Explanation", takenOverBy: "Taken over by", nobody: "Not transferred",
            motion: "What did the House do with the motion?", step: "What happened?",
            endOfSession: "A session of the House ended on that day", assign: "Give it to an owner",
            link: "Say by what it is done", instrument: "A part of the system", noInstrument: "Something else",
            evidence: "Something else, or evidence", evidenceHint: "A reference, an address or a few words.",
            endedOn: "Done", takeAway: "Take away", remove: "This does not belong in the register",
            removeText:
                "The entry goes from the register and from the overview. Do this for a mistake alone: what is settled or lapsed gets a standing.",
            removeNow: "Take out of the register", corrected: "Corrected", keepDue: "Record the day",
            keepStanding: "Record the standing", keepStep: "Record the step", keepOwner: "Record the owner",
            keepLink: "Add", stayed: "The House let the motion stay longer than twelve weeks",
            listedFrom: "On the list of unanswered questions from", factsHint: "Needed where no letter settled it.", why: "Why?",
            dueBack: TakingBack(
                title: "The last day is not right",
                text: "The day before it holds again. What you write here stays in the history.", act: "Take the last day back"),
            standingBack: TakingBack(
                title: "The last standing is not right",
                text: "The standing before it holds again. What you write here stays in the history.",
                act: "Take the last standing back"),
            stepBack: TakingBack(
                title: "The last step is not right",
                text: "The motion stands as it did before that step. What you write here stays in its history.",
                act: "Take the last step back"), takenBack: { "Taken back: ‘\($0)’" },
            stood: { day, paper in
                "Stood here\(day.map { " since \($0.written(in: .en))" } ?? "")\(paper.map { ", with \($0)" } ?? "")."
            }, became: { "From \($0.isEmpty ? "nothing" : "‘\($0)’") to \($1.isEmpty ? "nothing" : "‘\($1)’")." },
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
                case .madeWords: "the day in the words of the source"
                case .madeReason: "why that is this day"
                case .keyData: "the key data"
                case .sources: "what sources say"
                }
            }, inWords: { "In the source: ‘\($0)’." },
            newDayAfterPart: "Settled in part. The Senate keeps a new day for the rest: agree on one.",
            sourceAct: "Act", addSource: "A source says something else",
            addSourceText:
                "We keep the difference and do not choose. Add what each source says, also the one that says it as here.",
            sourceSubject: "On what?", sourceSubjectHint: "For example: day of the debate.", sourceName: "Which source?",
            sourceNameHint: "For example 30 950, nr. 433.", sourceSays: "What does it say?", keepSource: "Add",
            standingMissing: "Choose a standing.", departmentMissing: "Choose the department that takes it over.",
            stepMissing: "Choose what happened."))
}
