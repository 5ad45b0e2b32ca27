import Commitments
import Kernel
import Markup

/// What the minister decided on a letter, and the form to record it.
struct LetterDecisionSection {
    let file: LetterFile
    let language: Language
    let mayDecide: Bool
    let today: Day
    let errors: FieldErrors
    let typed: FormFields
    let token: String
    private var letter: Letter { file.letter }
    private var wording: LetterWording { LetterWording.texts[language] }

    var node: Node {
        guard mayDecide || !file.decisions.isEmpty else { return .nothing }
        return div(.class("card"), .id("besluit")) {
            h2(text: wording.decision)
            for decision in file.decisions {
                p {
                    strong(text: wording.kind(decision.kind))
                    " "
                    Writing.day(decision.day, language)
                }
                if !decision.remarks.isEmpty { p(.lang("nl"), text: decision.remarks) }
            }
            if let overtaken = file.decisionOvertaken, letter.isDraft {
                p(.class("small late"), text: LetterRefusalWording.sentence(overtaken, language, names: [:]))
            }
            if mayDecide {
                objections
                form(
                    .method("post"), .action(OfficerPaths.letterDecision.link(language, letter.id.text)),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(token)
                    Field.hidden("gezien", file.fingerprint.text)
                    Field.choices(
                        "besluit", legend: wording.decide,
                        options: MinistersDecision.Kind.allCases.map {
                            Field.Option(
                                value: $0.rawValue, text: wording.kind($0), isChosen: typed["besluit"] == $0.rawValue)
                        }, errors: errors)
                    Field.text(
                        "opmerking", label: wording.remarks, hint: wording.remarksArePublic,
                        value: typed.has("besluit") ? typed["opmerking"] : "",
                        longest: RegisterFields.longest("opmerking"), errors: errors)
                    Field.text(
                        "besluitdag", label: wording.decidedOn, hint: EntryPageWording.texts[language].todayHint,
                        value: typed["besluitdag"], longest: RegisterFields.longest("besluitdag"), errors: errors)
                    div(.class("actions")) { Field.submit(wording.record, classes: "btn small") }
                }
            }
        }
    }

    /// Who does not agree, or has not yet, told before the minister decides.
    private var objections: Node {
        let standings = letter.alignment(file.rounds, among: AlignmentBody.all, on: today)
        let outstanding = Set(standings.filter(\.value.isOutstanding).map(\.key.body)).sorted()
        guard !outstanding.isEmpty else { return .nothing }
        return p(.class("note warn")) { LetterRefusalWording.sentence(.awaitingAgreement(of: outstanding), language, names: [:]) }
    }
}
