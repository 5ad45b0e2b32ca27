/// The named rules. Each has its article; the command line lists them.
package enum TermRules {
    package static let all: [TermRule] = reporting + complaints + parliament + staff

    package static func named(_ name: String) -> TermRule? { all.first { $0.name == name } }

    package static let acknowledgement = TermRule(
        "wbk-acknowledgement", "Wbk 2(2)(h)", nl: "Ontvangst van een melding bevestigen", en: "Acknowledge receipt of a report",
        .days(7), .atw, from: .receipt, doubt: .generalActOnInternalProcedure)

    package static let feedback = TermRule(
        "wbk-feedback", "Wbk 2(2)(i)", nl: "De melder laten weten wat er met de melding gebeurt",
        en: "Tell the reporter what follows",
        .months(3), .atw, from: .acknowledgementSent, doubt: .generalActOnInternalProcedure)

    package static let feedbackWithoutAcknowledgement = TermRule(
        "wbk-feedback-without-acknowledgement", "Directive (EU) 2019/1937 9(1)(f)",
        nl: "Hetzelfde, als de ontvangst niet is bevestigd", en: "The same, where receipt was not acknowledged",
        .months(3), .atw, from: .acknowledgementDue, doubt: .generalActOnInternalProcedure)

    package static let reporting = [
        acknowledgement, feedback, feedbackWithoutAcknowledgement,
        TermRule(
            "wbk-external-feedback", "Wbk 2e(2)(b)", nl: "Bericht van een externe autoriteit",
            en: "Feedback by an external authority",
            .months(3), .atw, from: .receipt,
            changes: [.postponement(upTo: .months(3), times: 1, noticeTo: [.reporter], article: "Wbk 2e(2)(b)")]),
        TermRule(
            "wbk-evaluation", "Wbk 20", nl: "Evaluatie van de wet door de minister", en: "Evaluation of the act by the minister",
            .years(3), .none, from: .entryIntoForce),
        TermRule(
            "gdpr-request", "GDPR 12(3)", nl: "Antwoord op een AVG-verzoek", en: "Answer to a data subject's request",
            .months(1), .eu, from: .receipt,
            changes: [.postponement(upTo: .months(2), times: 1, noticeTo: [.dataSubject], article: "GDPR 12(3)")]),
        TermRule(
            "gdpr-breach", "GDPR 33(1)", nl: "Datalek melden bij de AP", en: "Notify the authority of a data breach",
            .hours(72), .eu, from: .knownToController),
    ]

    package static let complaints = [
        TermRule(
            "awb-complaint", "Awb 9:11(1)", nl: "Klacht afdoen zonder commissie", en: "Decide a complaint without a commission",
            .weeks(6), .atw, from: .receipt, changes: complaintChanges, doubt: .postponementAsOwnTerm),
        TermRule(
            "awb-complaint-commission", "Awb 9:11(1)", nl: "Klacht afdoen met een adviescommissie",
            en: "Decide a complaint with an advisory commission", .weeks(10), .atw, from: .receipt, changes: complaintChanges,
            doubt: .postponementAsOwnTerm),
        TermRule(
            "awb-not-handled", "Awb 9:8(3)", nl: "Laten weten dat een klacht niet wordt behandeld",
            en: "Give notice that a complaint is not handled", .weeks(4), .atw, from: .receipt),
        TermRule(
            "awb-one-year", "Awb 9:8(1)(b)", nl: "Klacht over gedrag van niet langer dan een jaar geleden",
            en: "Complaint about behaviour of at most a year ago", .years(1), .none, from: .behaviour),
        TermRule(
            "ombudsman", "Awb 9:24", nl: "Verzoek aan de Nationale ombudsman", en: "Request to the National Ombudsman",
            .years(1), .none, from: .noticeOfOutcome),
        TermRule(
            "awb-portal-notice", "Awb 2:10(1)", nl: "Bericht dat er iets in het portaal staat",
            en: "Notice of a message placed in a portal", .hours(48), .none, from: .placedInPortal),
    ]

    private static let complaintChanges: [PermittedChange] = [
        .postponement(upTo: .weeks(4), times: 1, noticeTo: [.complainant, .accusedParty], article: "Awb 9:11(2)"),
        .delayByConsent(article: "Awb 9:11(3)"),
        .suspension(ground: "mediation", article: "Klachtenregeling ongewenste omgangsvormen EZ 2013"),
    ]

    package static let parliament = [
        TermRule(
            "held-motion", "RvO Tweede Kamer 8.23(2)", nl: "Aangehouden motie vervalt", en: "A held motion lapses",
            .weeks(12), .none, from: .motionHeld),
        TermRule(
            "thirty-members-debate", "RvO Tweede Kamer 12.8", nl: "Toegestaan dertigledendebat vervalt",
            en: "A granted thirty members' debate lapses", .weeks(12), .none, from: .debateGranted,
            changes: [.postponement(upTo: .weeks(12), times: 2, noticeTo: [.house], article: "RvO Tweede Kamer 12.8")]),
        TermRule(
            "written-questions", "RvO Tweede Kamer 12.2(1)", nl: "Schriftelijke vragen beantwoorden",
            en: "Answer written questions",
            .weeks(3), .none, from: .questionsAsked),
        TermRule(
            "written-questions-listed", "RvO Tweede Kamer 12.2(2)", nl: "Onbeantwoorde vragen komen op de lijst",
            en: "Unanswered questions are listed", .weeks(6), .none, from: .questionsAsked),
        TermRule(
            "racism-survey", "Toezegging m", nl: "Vervolgonderzoek naar ervaren racisme",
            en: "Follow-up survey on experienced racism",
            .years(2), .none, from: .previousWave),
    ]

    package static let staff = [
        TermRule(
            "no-periodic-raise", "CAO Rijk h. 15", nl: "Langste tijd zonder periodiek",
            en: "Longest time without a periodic raise",
            .years(4), .none, from: .measureStarted),
        TermRule(
            "disciplinary-papers", "BSD P-dossier nr. 16", nl: "Disciplinaire stukken bewaren", en: "Keep disciplinary papers",
            .years(7), .none, from: .endOfEmploymentHandled),
    ]
}
