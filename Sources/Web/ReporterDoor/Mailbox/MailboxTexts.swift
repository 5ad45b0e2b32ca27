import AuditLog
import Kernel
import ReportingDesk

extension MailboxWording {
    static let nl = MailboxWording(
        title: { "Je melding van \(dayAndMonth($0, .nl))" },
        yourTurn: "Er is een bericht voor je. Je mag antwoorden, maar het hoeft niet.",
        ourTurn: "Dank je wel dat je dit vertelt. We zijn met je melding bezig. Je hoeft nu niets te doen.",
        urgent:
            "Je schreef dat het niet kan wachten. Je melding staat daarom bovenaan bij de mensen die haar lezen; zij kijken op werkdagen. Duurt dat te lang? Bel de vertrouwenspersoon van je organisatie. Bel 112 bij gevaar.",
        conversation:
            "Je wilt liever praten. Wie je melding leest, schrijft je hier om af te spreken hoe en wanneer. Wil je zelf iets voorstellen? Schrijf dan hieronder.",
        closed: "Je melding is afgesloten. Je kunt nog lezen wat er is gezegd, en nog een bericht sturen.", messages: "Berichten",
        noMessages: "Er zijn nog geen berichten. We streven ernaar dat je binnen twee werkdagen een persoonlijk bericht krijgt.",
        write: "Schrijf een bericht", writeHint: "Ook kleine details kunnen laten zien wie je bent.", send: "Verstuur",
        addFile: "Bestand toevoegen", happens: "Wat er gebeurt", received: "Ontvangen", acknowledged: "Ontvangst bevestigd",
        inHand: "In behandeling",
        fedBack: "Terugkoppeling gegeven", outcome: "Uitkomst", whyDays: "Waarom deze dagen?", whoRead: "Wie je melding las",
        nobodyRead: "Nog niemand heeft je melding geopend.", marked: "Wie je aanwijst als betrokken, krijgt hier geen toegang.",
        files: "Je bestanden",
        choices: "Jouw keuzes", ownReport: "Lees je melding", involved: "Iemand die meeleest, is betrokken",
        newCode: "Neem een nieuwe code",
        talk: "Praten of hulp zoeken", signOut: "Afmelden", you: "Jij", reporter: "De melder", feedback: "Terugkoppeling",
        notGenuine: "Dit bericht is niet echt",
        notGenuineText:
            "Het bericht kan veranderd of verplaatst zijn, of door een ander geschreven. Daarom laten we de tekst niet zien. Vertrouw het niet.",
        missing: "Schrijf eerst een bericht.",
        why: [
            "De wet zegt dat je binnen zeven dagen bericht krijgt dat je melding is ontvangen. Bij ons is dat meteen: je ziet het hier.",
            "De wet zegt ook dat je binnen drie maanden na dat bericht hoort wat we van je melding vinden en wat we ermee doen (Wet bescherming klokkenluiders, artikel 2).",
            "Dat je binnen twee werkdagen een persoonlijk bericht krijgt, is onze eigen norm.",
        ],
        hearBy: { "Je hoort uiterlijk \($0.written(in: .nl)) wat we ermee doen." },
        legal: { "Die dag is een vrije dag. Volgens de wet is uiterlijk \($0.written(in: .nl)) nog op tijd." },
        number: { "Bericht \($0)" },
        log: { entry in
            let (function, day) = (CodeWording.function(entry.function).nl, dayAndMonth(entry.day, .nl))
            return switch entry.action {
            case .identityOpened: "\(function) bekeek wie je bent, \(day)"
            case .fileOpened: "\(function) opende een bestand, \(day)"
            case .accessGranted: "\(function) kreeg toegang, \(day)"
            case .officerExcluded: "\(function) verloor de toegang, \(day). Wat voor die tijd is geopend, staat hierboven."
            case .accessMoved: "\(function) leest niet meer mee, omdat je melding naar een andere organisatie is gegaan, \(day)"
            case .recoveryBegun: "\(function) begon met het herstellen van de toegang, \(day)"
            case .recoveryCompleted: "\(function) herstelde de toegang voor de lezers, \(day)"
            default: "\(function) las je melding, \(day)"
            }
        })

    static let en = MailboxWording(
        title: { "Your report of \(dayAndMonth($0, .en))" },
        yourTurn: "There is a message for you. You can answer, but you do not have to.",
        ourTurn: "Thank you for telling this. We are working on your report. You do not have to do anything now.",
        urgent:
            "You wrote that it cannot wait. That is why your report is on top for the people who read it; they look on working days. Does that take too long? Call the confidential adviser of your organisation. Call 112 if there is danger.",
        conversation:
            "You would rather talk. Whoever reads your report writes to you here to agree on how and when. Do you want to propose something yourself? Then write below.",
        closed: "Your report is closed. You can still read what was said, and still send a message.", messages: "Messages",
        noMessages: "There are no messages yet. We aim to send you a personal message within two working days.",
        write: "Write a message",
        writeHint: "Small details too can show who you are.", send: "Send", addFile: "Add a file", happens: "What happens",
        received: "Received",
        acknowledged: "Receipt acknowledged", inHand: "Being handled", fedBack: "Feedback given", outcome: "Outcome",
        whyDays: "Why these days?",
        whoRead: "Who read your report", nobodyRead: "Nobody has opened your report yet.",
        marked: "Whoever you mark as involved gets no access here.",
        files: "Your files", choices: "Your choices", ownReport: "Read your report",
        involved: "Someone who reads along is involved",
        newCode: "Take a new code", talk: "Talk or find help", signOut: "Sign out", you: "You", reporter: "The reporter",
        feedback: "Feedback",
        notGenuine: "This message is not genuine",
        notGenuineText:
            "It may have been changed, moved or written by someone else. That is why we do not show the text. Do not trust it.",
        missing: "Write a message first.",
        why: [
            "The law says that within seven days you hear that your report was received. With us that is at once: you see it here.",
            "The law also says that within three months after that message you hear what we think of your report and what we do with it (Whistleblower Protection Act, article 2).",
            "That you get a personal message within two working days is our own norm.",
        ],
        hearBy: { "You hear by \($0.written(in: .en)) what we do with it." },
        legal: { "That day is a day off. By law \($0.written(in: .en)) is still in time." }, number: { "Message \($0)" },
        log: { entry in
            let (function, day) = (CodeWording.function(entry.function).en, dayAndMonth(entry.day, .en))
            return switch entry.action {
            case .identityOpened: "\(function) looked at who you are, \(day)"
            case .fileOpened: "\(function) opened a file, \(day)"
            case .accessGranted: "\(function) got access, \(day)"
            case .officerExcluded: "\(function) lost access, \(day). What was opened before is above."
            case .accessMoved: "\(function) no longer reads along, as your report went to another organisation, \(day)"
            case .recoveryBegun: "\(function) began to restore access, \(day)"
            case .recoveryCompleted: "\(function) restored access for the readers, \(day)"
            default: "\(function) read your report, \(day)"
            }
        })

    private static func dayAndMonth(_ day: Day, _ language: Language) -> String {
        let (_, month, date) = day.components
        return "\(date) \(Month.names[month - 1][language])"
    }
}
