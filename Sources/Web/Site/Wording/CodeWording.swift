import Access
import Kernel
import ReportingDesk

/// The words for codes: kinds, grounds, roles, outcomes.
enum CodeWording {
    static func kind(_ kind: ReportKind) -> Bilingual<String> {
        switch kind {
        case .discrimination: Bilingual(nl: "Discriminatie of racisme", en: "Discrimination or racism")
        case .harassment: Bilingual(nl: "Intimidatie", en: "Harassment")
        case .sexualHarassment: Bilingual(nl: "Seksuele intimidatie", en: "Sexual harassment")
        case .aggression: Bilingual(nl: "Agressie of geweld", en: "Aggression or violence")
        case .bullying: Bilingual(nl: "Pesten", en: "Bullying")
        case .integrityBreach: Bilingual(nl: "Een integriteitsschending", en: "A breach of integrity")
        case .wrongdoing: Bilingual(nl: "Een misstand", en: "Wrongdoing")
        case .other: Bilingual(nl: "Iets anders", en: "Something else")
        case .unknown: Bilingual(nl: "Ik weet het niet", en: "I do not know")
        }
    }

    static func hint(_ kind: ReportKind) -> Bilingual<String>? {
        switch kind {
        case .discrimination:
            Bilingual(
                nl: "Je wordt anders behandeld, bijvoorbeeld vanwege je afkomst, geloof, geslacht of beperking.",
                en: "You are treated differently, for example because of your origin, religion, sex or disability.")
        case .harassment: Bilingual(nl: "Dreigen, bang maken of vernederen.", en: "Threatening, frightening or humiliating.")
        case .integrityBreach:
            Bilingual(
                nl: "Bijvoorbeeld misbruik van een functie, fraude of het lekken van informatie.",
                en: "For example misuse of a position, fraud or leaking information.")
        case .wrongdoing:
            Bilingual(
                nl: "Iets dat veel mensen of het algemeen belang raakt, en een patroon heeft of ernstig is.",
                en: "Something that touches many people or the public interest, and has a pattern or is serious.")
        case .sexualHarassment, .aggression, .bullying, .other, .unknown: nil
        }
    }

    static func ground(_ ground: DiscriminationGround) -> Bilingual<String> {
        switch ground {
        case .religion: Bilingual(nl: "Godsdienst", en: "Religion")
        case .belief: Bilingual(nl: "Levensovertuiging", en: "Belief")
        case .politicalOpinion: Bilingual(nl: "Politieke gezindheid", en: "Political opinion")
        case .race: Bilingual(nl: "Ras: afkomst of huidskleur", en: "Race: origin or skin colour")
        case .sex: Bilingual(nl: "Geslacht, genderidentiteit of zwangerschap", en: "Sex, gender identity or pregnancy")
        case .nationality: Bilingual(nl: "Nationaliteit", en: "Nationality")
        case .sexualOrientation: Bilingual(nl: "Seksuele gerichtheid", en: "Sexual orientation")
        case .civilStatus: Bilingual(nl: "Burgerlijke staat", en: "Civil status")
        case .disability: Bilingual(nl: "Handicap of chronische ziekte", en: "Disability or chronic illness")
        case .age: Bilingual(nl: "Leeftijd", en: "Age")
        case .workingHours: Bilingual(nl: "Arbeidsduur: voltijd of deeltijd", en: "Working hours: full time or part time")
        case .temporaryContract: Bilingual(nl: "Vast of tijdelijk contract", en: "Permanent or temporary contract")
        case .other: Bilingual(nl: "Een andere grond", en: "Another ground")
        case .unknown: Bilingual(nl: "Weet ik niet", en: "I do not know")
        }
    }

    static func role(_ role: OfficerRole) -> Bilingual<String> {
        switch role {
        case .integrityCoordinator: Bilingual(nl: "Integriteitscoördinator", en: "Integrity coordinator")
        case .reportHandler: Bilingual(nl: "Behandelaar", en: "Report handler")
        case .recoveryOfficer: Bilingual(nl: "Herstelfunctionaris", en: "Recovery officer")
        case .administrator: Bilingual(nl: "Beheerder", en: "Administrator")
        case .policyOfficer: Bilingual(nl: "Beleidsmedewerker", en: "Policy officer")
        case .commitmentsCoordinator: Bilingual(nl: "Coördinator toezeggingen", en: "Commitments coordinator")
        case .alignmentPartner: Bilingual(nl: "Afstemming met andere ministeries", en: "Alignment with other departments")
        case .ministersOffice: Bilingual(nl: "Bureau van de minister", en: "Minister’s office")
        }
    }

    /// The function under which a row names someone.
    static func function(_ text: String) -> Bilingual<String> {
        if let role = OfficerRole(rawValue: text) { return self.role(role) }
        return switch text {
        case "reporter": Bilingual(nl: "Melder", en: "Reporter")
        case "system": Bilingual(nl: "Het systeem", en: "The system")
        default: Bilingual(nl: "Medewerker", en: "Officer")
        }
    }

    static func outcome(_ outcome: Outcome) -> Bilingual<String> {
        switch outcome {
        case .confirmed: Bilingual(nl: "Bevestigd", en: "Confirmed")
        case .partlyConfirmed: Bilingual(nl: "Deels bevestigd", en: "Partly confirmed")
        case .notConfirmed: Bilingual(nl: "Niet bevestigd", en: "Not confirmed")
        case .notEstablished: Bilingual(nl: "Niet vast te stellen", en: "Could not be established")
        case .referred: Bilingual(nl: "Doorverwezen, met instemming van de melder", en: "Referred, with the reporter's consent")
        case .withdrawn: Bilingual(nl: "Ingetrokken door de melder", en: "Withdrawn by the reporter")
        }
    }

    static func mode(_ mode: ReportMode) -> Bilingual<String> {
        switch mode {
        case .anonymous: Bilingual(nl: "Anoniem", en: "Anonymous")
        case .confidential: Bilingual(nl: "Vertrouwelijk", en: "Confidential")
        case .named: Bilingual(nl: "Met naam", en: "By name")
        }
    }

    /// What a file is, by its media type.
    static func fileKind(_ mediaType: String) -> Bilingual<String> {
        switch mediaType.split(separator: "/").first {
        case "image": Bilingual(nl: "afbeelding", en: "image")
        case "video": Bilingual(nl: "film", en: "film")
        case "audio": Bilingual(nl: "geluid", en: "sound")
        case "text": Bilingual(nl: "tekst", en: "text")
        default:
            if mediaType.hasSuffix("pdf") {
                Bilingual(nl: "PDF", en: "PDF")
            } else if mediaType.contains("sheet") {
                Bilingual(nl: "werkblad", en: "spreadsheet")
            } else if mediaType.contains("presentation") {
                Bilingual(nl: "presentatie", en: "presentation")
            } else {
                Bilingual(nl: "document", en: "document")
            }
        }
    }

    static func relation(_ relation: ReportRelation) -> Bilingual<String> {
        switch relation {
        case .myself: Bilingual(nl: "De melder zelf", en: "The reporter")
        case .someoneElse: Bilingual(nl: "Iemand anders", en: "Someone else")
        }
    }

    static func clock(_ clock: CaseClock.Kind) -> Bilingual<String> {
        switch clock {
        case .acknowledgement: Bilingual(nl: "Ontvangst bevestigen", en: "Acknowledge receipt")
        case .feedback: Bilingual(nl: "Terugkoppeling geven", en: "Give feedback")
        case .immediate: Bilingual(nl: "Spoed: nu iets doen", en: "Urgent: act now")
        case .personalMessage: Bilingual(nl: "Persoonlijk bericht aan de melder", en: "Personal message to the reporter")
        case .reply: Bilingual(nl: "Antwoord geven", en: "Answer the reporter")
        }
    }

    static func article(_ clock: CaseClock.Kind) -> Bilingual<String> {
        switch clock {
        case .acknowledgement: Bilingual(nl: "Wbk art. 2 lid 2 onder h", en: "Wbk art. 2(2)(h)")
        case .feedback: Bilingual(nl: "Wbk art. 2 lid 2 onder i", en: "Wbk art. 2(2)(i)")
        case .immediate, .personalMessage, .reply: Bilingual(nl: "onze eigen norm", en: "our own norm")
        }
    }
}
