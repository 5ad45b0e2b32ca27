import Kernel
import ReportingDesk

/// The texts of a case at the officers' door.
struct CaseWording: Sendable {
    let title: @Sendable (String) -> String
    let backToList, backToCase, purposeLead, purpose, open, purposeMissing, urgent, urgencySettled, urgencyHint, files, cleaned,
        filesHint, noMessages, write,
        writeHint: String
    let terms, late, actions, feedback, feedbackAgain, close, involved, timeline, identity, identityHint, identityPurpose,
        identityOpen: String
    let identityRecorded, identityName, identityContact, noIdentity, noKey, keyMissing, nameKeyMissing, moved, movedText, readers,
        pending,
        toAccess: String
    let purposeText: @Sendable (OpeningPurpose) -> String
    let identityPurposeText: @Sendable (IdentityPurpose) -> String
    let unknownYears: @Sendable (String) -> String
    let closedOn, metOn, dueOn, legallyOn: @Sendable (Day) -> String
    let file: @Sendable (Attachment) -> String
    let pendingSince: @Sendable (String, Day) -> String

    static let texts = Bilingual(nl: nl, en: en)

    private static let nl = CaseWording(
        title: { "Zaak \($0)" }, backToList: "Terug naar de werklijst", backToCase: "Terug naar de zaak",
        purposeLead:
            "Deze zaak is verzegeld. Wat je kiest, wordt vastgelegd voordat de zaak opengaat. De melder ziet je functie en de dag.",
        purpose: "Waarvoor open je deze zaak?", open: "Open de zaak", purposeMissing: "Kies waarvoor je dit opent.",
        urgent: "Spoed: volgens de melder moet er vandaag of morgen iets gebeuren.",
        urgencySettled: "Wat meteen moest gebeuren, is geregeld",
        urgencyHint: "De spoed verdwijnt dan voor alle lezers. Schrijf de melder wat er is gedaan.", files: "Bestanden",
        cleaned: "verborgen gegevens weggehaald",
        filesHint: "Elke keer dat je een bestand opent, wordt dat vastgelegd. De melder ziet het.",
        noMessages: "Er zijn nog geen berichten.",
        write: "Schrijf aan de melder",
        writeHint: "De melder ziet je functie en je naam. Schrijf gewoon en vriendelijk. Vraag niet meer dan nodig is.",
        terms: "Termijnen", late: "te laat", actions: "Wat je kunt doen", feedback: "Terugkoppeling geven",
        feedbackAgain: "Nog een terugkoppeling geven", close: "Zaak afsluiten", involved: "Iemand is betrokken",
        timeline: "Het hele verloop",
        identity: "Wie meldt dit?", identityHint: "Alleen als het nodig is. Het wordt vastgelegd en de melder ziet het.",
        identityPurpose: "Waarvoor is het nodig?", identityOpen: "Laat zien wie meldt",
        identityRecorded: "Dit is vastgelegd. Maak de naam niet bekend zonder instemming van de melder (Wbk art. 1a).",
        identityName: "Naam",
        identityContact: "Bereikbaar", noIdentity: "De melder is anoniem.", noKey: "Nog geen toegang",
        keyMissing: "Je hebt nog geen sleutel voor deze zaak. Een collega met die sleutel kan je toegang geven.",
        nameKeyMissing:
            "Je hebt nog geen sleutel voor de naam van deze melder. Een collega met die sleutel kan je toegang geven.",
        moved: "Deze zaak is overgedragen",
        movedText:
            "Wie betrokken kan zijn, leest niet mee. Bij deze organisatie zijn er dan te weinig andere lezers. De zaak is nu bij de lezers van een andere organisatie. De melder ziet dat bij de berichten.",
        readers: "Wie leest mee", pending: "Wacht op toegang",
        toAccess: "Naar toegang geven",
        purposeText: { purpose in
            switch purpose {
            case .handling: "Ik behandel deze zaak"
            case .assessment: "Ik beoordeel of het hier hoort"
            case .substitution: "Ik vervang de behandelaar"
            case .review: "Ik lees mee om de kwaliteit te bewaken"
            }
        },
        identityPurposeText: { purpose in
            switch purpose {
            case .contact: "Ik moet de melder bereiken"
            case .protection: "Ik moet de melder beschermen"
            case .legalDuty: "Een wettelijke plicht"
            }
        },
        unknownYears: {
            "Voor \($0) is nog geen besluit over gelijkgestelde dagen bekend: de wettelijke datum kan later liggen."
        },
        closedOn: { "Afgesloten op \($0.written(in: .nl))." }, metOn: { "gedaan op \($0.written(in: .nl))" },
        dueOn: { "uiterlijk \($0.written(in: .nl))" }, legallyOn: { "wettelijk \($0.written(in: .nl))" },
        file: { file in "Bestand \(file.number ?? 0) (\(CodeWording.fileKind(file.mediaType)[.nl]))" },
        pendingSince: { "\($0), sinds \($1.written(in: .nl))" }
    )

    private static let en = CaseWording(
        title: { "Case \($0)" }, backToList: "Back to the worklist", backToCase: "Back to the case",
        purposeLead:
            "This case is sealed. What you choose is recorded before it opens. The reporter sees your role and the day.",
        purpose: "Why are you opening this case?", open: "Open the case", purposeMissing: "Choose why you are opening this.",
        urgent: "Urgent: according to the reporter something needs to happen today or tomorrow.",
        urgencySettled: "What had to happen at once was done",
        urgencyHint: "The urgency then goes for all readers. Write the reporter what was done.", files: "Files",
        cleaned: "hidden data taken out",
        filesHint: "Each time you open a file, that is recorded. The reporter sees it.", noMessages: "There are no messages yet.",
        write: "Write to the reporter",
        writeHint: "The reporter sees your role and your name. Write plainly and kindly. Ask no more than is needed.",
        terms: "Terms", late: "late", actions: "What you can do", feedback: "Give feedback", feedbackAgain: "Give more feedback",
        close: "Close the case",
        involved: "Someone is involved", timeline: "Everything that happened", identity: "Who reports this?",
        identityHint: "Only if it is needed. It is recorded and the reporter sees it.", identityPurpose: "Why is it needed?",
        identityOpen: "Show who reports",
        identityRecorded: "This is recorded. Do not make the name known without the reporter's consent (Wbk art. 1a).",
        identityName: "Name",
        identityContact: "Can be reached", noIdentity: "The reporter is anonymous.", noKey: "No access yet",
        keyMissing: "You do not have a key to this case yet. A colleague who has that key can give you access.",
        nameKeyMissing:
            "You do not have a key to the name of this reporter yet. A colleague who has that key can give you access.",
        moved: "This case was handed over",
        movedText:
            "Whoever may be involved does not read along. This organisation then has too few other readers. The case is now with the readers of another organisation. The reporter sees that beside the messages.",
        readers: "Who reads along",
        pending: "Waiting for access",
        toAccess: "Go to giving access",
        purposeText: { purpose in
            switch purpose {
            case .handling: "I handle this case"
            case .assessment: "I assess whether it belongs here"
            case .substitution: "I stand in for the handler"
            case .review: "I read along for quality"
            }
        },
        identityPurposeText: { purpose in
            switch purpose {
            case .contact: "I need to reach the reporter"
            case .protection: "I need to protect the reporter"
            case .legalDuty: "A legal duty"
            }
        },
        unknownYears: {
            "No decree with equated days is known yet for \($0): the legal date may lie later."
        },
        closedOn: { "Closed on \($0.written(in: .en))." }, metOn: { "done on \($0.written(in: .en))" },
        dueOn: { "by \($0.written(in: .en))" },
        legallyOn: { "by law \($0.written(in: .en))" },
        file: { file in "File \(file.number ?? 0) (\(CodeWording.fileKind(file.mediaType)[.en]))" },
        pendingSince: { "\($0), since \($1.written(in: .en))" })
}
