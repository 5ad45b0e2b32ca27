import Access
import Kernel
import Markup

/// The recovery officers of a case, to be marked as involved. They do not read along, so that they stand apart and folded.
enum RecoveryField {
    /// - Parameter isReporter: whether the reporter reads it; an officer where not.
    static func node(
        _ officers: [Officer], marked: Set<Officer.ID> = [], isReporter: Bool = true, _ language: Language
    ) -> Node {
        guard !officers.isEmpty else { return .nothing }
        let wording = RecoveryWording.texts[language]
        return details(Attribute("open", if: officers.contains { marked.contains($0.id) })) {
            summary(text: wording.summary)
            p(text: "\(wording.text) \(isReporter ? wording.shownToYou : wording.shownToReporter)")
            Field.choices(
                "betrokken", legend: wording.legend, hint: wording.hint,
                options: officers.map { officer in
                    Field.Option(
                        value: officer.id.text, text: CodeWording.role(.recoveryOfficer)[language], hint: officer.name,
                        isChosen: marked.contains(officer.id), isStrong: true)
                }, many: true)
        }
    }
}

struct RecoveryWording: Sendable {
    let summary, text, shownToYou, shownToReporter, legend, hint: String

    static let texts = Bilingual(
        nl: RecoveryWording(
            summary: "Wie helpt als alle lezers hun sleutel kwijt zijn?",
            text:
                "Deze mensen lezen niet mee. Alleen twee van hen samen kunnen de sleutels teruggeven aan de lezers.",
            shownToYou: "Dat zie je dan bij je berichten.", shownToReporter: "De melder ziet dat dan.",
            legend: "Is een van deze mensen betrokken?",
            hint:
                "Wie je aankruist, kan geen sleutels teruggeven. Zijn er minder dan twee over en raken alle lezers hun sleutel kwijt? Dan opent alleen nog de code van de melding wat er is gemeld."
        ),
        en: RecoveryWording(
            summary: "Who helps if all readers lose their keys?",
            text:
                "These people do not read along. Only two of them together can give the keys back to the readers.",
            shownToYou: "You would see that beside your messages.", shownToReporter: "The reporter would see that.",
            legend: "Is one of these people involved?",
            hint:
                "Whoever you tick cannot give keys back. If fewer than two are left and all readers lose their keys, then only the code of the report still opens what was reported."
        ))
}
