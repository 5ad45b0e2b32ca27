import AuditLog
import Kernel
import Markup
import ReportingDesk

/// Everything that happened in a case, from the audit.
struct TimelinePage {
    let view: CaseView
    let language: Language
    private var wording: TimelineWording { TimelineWording.texts[language] }

    var title: String { wording.title(view.file.number.text) }

    var content: Node {
        .fragment([
            CasePage.back(to: view.file.id, language), h1(text: title), p(.class("lead"), text: wording.lead),
            DataTable.node(title, caption: wording.caption(view.timeline.count), columns: wording.columns) {
                for (index, entry) in view.timeline.enumerated() { row(entry, step: index + 1) }
            },
        ])
    }

    /// What the reporter did is shown with its day alone. The steps are counted within the case: the numbers of the chain would
    /// tell how much happens in other cases.
    private func row(_ entry: TimelineEntry, step: Int) -> Node {
        tr {
            th(.scope("row"), text: String(step))
            td {
                if let instant = entry.instant, entry.name != nil {
                    Writing.instant(instant, language)
                } else {
                    Writing.day(entry.day, language)
                }
            }
            td(text: wording.action(entry.action))
            td(text: who(entry))
            td(text: purpose(entry))
        }
    }

    /// Who did it; where access was given or taken away, whose access, and by whom.
    private func who(_ entry: TimelineEntry) -> String {
        let function = CodeWording.function(entry.function)[language]
        guard [.accessGranted, .accessMoved, .officerExcluded].contains(entry.action) else {
            return [function, entry.name].compactMap(\.self).joined(separator: ", ")
        }
        let whose = [function, entry.text].compactMap(\.self).joined(separator: ", ")
        return entry.name.map { "\(whose) (\(wording.by) \($0))" } ?? whose
    }

    private func purpose(_ entry: TimelineEntry) -> String {
        guard let text = entry.text else { return "" }
        if entry.action == .fileOpened { return wording.file(text) }
        if let purpose = OpeningPurpose(rawValue: text) { return CaseWording.texts[language].purposeText(purpose) }
        if let purpose = IdentityPurpose(rawValue: text) { return CaseWording.texts[language].identityPurposeText(purpose) }
        return ""
    }
}

struct TimelineWording: Sendable {
    let lead, by: String
    let columns: [String]
    let title: @Sendable (String) -> String
    let caption: @Sendable (Int) -> String
    let file: @Sendable (String) -> String
    let action: @Sendable (AuditAction) -> String

    static let texts = Bilingual(
        nl: TimelineWording(
            lead: "Elke stap in deze zaak staat in het logboek, in de volgorde waarin het gebeurde.", by: "door",
            columns: ["Stap", "Wanneer", "Wat", "Wie", "Waarvoor"], title: { "Verloop van zaak \($0)" },
            caption: { $0 == 1 ? "1 stap" : "\($0) stappen" }, file: { "Bestand \($0)" },
            action: { action in
                switch action {
                case .reportReceived: "Melding ontvangen, ontvangst bevestigd"
                case .mailboxOpened: "Melder opende de berichten"
                case .codeMade: "Melder vroeg een nieuwe code"
                case .codeReplaced: "Nieuwe code van de melder in gebruik"
                case .reporterWrote: "Melder schreef een bericht"
                case .reporterAddedFile: "Melder voegde een bestand toe"
                case .caseOpened: "Zaak geopend"
                case .identityOpened: "Bekeken wie meldt"
                case .fileOpened: "Bestand geopend"
                case .officerWrote: "Bericht aan de melder"
                case .feedbackGiven: "Terugkoppeling gegeven"
                case .caseClosed: "Zaak afgesloten"
                case .officerExcluded: "Toegang weggenomen"
                case .accessGranted: "Toegang gegeven"
                case .accessMoved: "Toegang vervallen: de zaak is verhuisd"
                case .recoveryBegun: "Herstel van toegang begonnen"
                case .recoveryCompleted: "Herstel van toegang afgerond"
                default: action.code
                }
            }),
        en: TimelineWording(
            lead: "Each step in this case is in the log, in the order in which it happened.", by: "by",
            columns: ["Step", "When", "What", "Who", "Reason"],
            title: { "Everything that happened in case \($0)" }, caption: { $0 == 1 ? "1 step" : "\($0) steps" },
            file: { "File \($0)" },
            action: { action in
                switch action {
                case .reportReceived: "Report received, receipt acknowledged"
                case .mailboxOpened: "Reporter opened the messages"
                case .codeMade: "Reporter asked for a new code"
                case .codeReplaced: "New code of the reporter in use"
                case .reporterWrote: "Reporter wrote a message"
                case .reporterAddedFile: "Reporter added a file"
                case .caseOpened: "Case opened"
                case .identityOpened: "Looked at who reports"
                case .fileOpened: "File opened"
                case .officerWrote: "Message to the reporter"
                case .feedbackGiven: "Feedback given"
                case .caseClosed: "Case closed"
                case .officerExcluded: "Access taken away"
                case .accessGranted: "Access given"
                case .accessMoved: "Access ended: the case moved"
                case .recoveryBegun: "Recovery of access begun"
                case .recoveryCompleted: "Recovery of access completed"
                default: action.code
                }
            }))
}
