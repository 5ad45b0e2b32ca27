import Commitments
import Kernel
import Markup

/// The rules of the bodies about silence, and for who coordinates a department a form to record one.
struct AlignmentRulesSection {
    let rules: [AlignmentRule]
    /// Where the visitor may record one.
    let departments: [Organisation.ID]
    let language: Language
    let names: RegisterNames
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: AlignmentRulesWording { AlignmentRulesWording.texts[language] }

    var node: Node {
        guard !rules.isEmpty || !departments.isEmpty else { return .nothing }
        return section {
            h2(text: wording.title)
            p(text: wording.lead)
            if !rules.isEmpty {
                DataTable.node(wording.title, caption: wording.title, columns: wording.columns) {
                    for rule in rules {
                        tr {
                            th(.scope("row"), text: rule.body.name)
                            td(text: names.full(rule.department, language))
                            td(text: rule.silenceAgrees ? wording.agrees : wording.agreesNot)
                            td(.class("wraps"), .lang("nl"), text: rule.source)
                            td(text: names.officers[rule.officer] ?? "")
                            td { Writing.dayShort(rule.day, language, names.today) }
                        }
                    }
                }
            }
            if !departments.isEmpty { form }
        }
    }

    private var form: Node {
        FoldedForm(
            title: wording.record, isOpen: typed.has("regelbron"), address: OfficerPaths.alignmentRules.link(language),
            token: token, act: wording.keep
        ).node {
            DepartmentField.node(departments, id: "departement-regel", chosen: typed["departement"], names, language)
            Field.menu(
                "regelorgaan", label: LetterWording.texts[language].body,
                options: [Field.Option(value: "", text: LetterWording.texts[language].chooseBody)]
                    + AlignmentBody.all.filter { $0.purpose == .agreement }.map {
                        Field.Option(value: $0.id.code, text: $0.name, isChosen: typed["regelorgaan"] == $0.id.code)
                    }, errors: errors)
            Field.check("zwijgen", text: wording.silence, isChecked: typed.has("zwijgen"))
            Field.text(
                "regelbron", label: wording.source, hint: wording.sourceHint, value: typed["regelbron"],
                longest: RegisterFields.longest("regelbron"), errors: errors)
        }
    }
}

struct AlignmentRulesWording: Sendable {
    let title, lead, agrees, agreesNot, record, silence, source, sourceHint, keep: String
    let columns: [String]

    static let texts = Bilingual(
        nl: AlignmentRulesWording(
            title: "Wat zwijgen betekent",
            lead:
                "Wie op de laatste dag niet heeft geantwoord, is niet akkoord. Dat is anders bij een overleg dat zelf heeft afgesproken dat zwijgen akkoord is. Een regel geldt voor rondes die daarna beginnen.",
            agrees: "zwijgen is akkoord", agreesNot: "zwijgen is niet akkoord", record: "Leg een regel vast",
            silence: "Bij dit overleg is zwijgen akkoord", source: "Waar staat die regel?",
            sourceHint: "Bijvoorbeeld: werkwijze ICBR van 1 maart 2024, punt 6.", keep: "Leg de regel vast",
            columns: ["Overleg", "Gevraagd door", "Regel", "Waar die staat", "Vastgelegd door", "Op"]),
        en: AlignmentRulesWording(
            title: "What silence means",
            lead:
                "Who has not answered on the last day has not agreed. It is otherwise with a body that agreed itself that silence agrees. A rule holds for rounds that begin after it.",
            agrees: "silence agrees", agreesNot: "silence does not agree", record: "Record a rule",
            silence: "With this body silence agrees", source: "Where does that rule stand?",
            sourceHint: "For example: procedure of ICBR of 1 March 2024, point 6.", keep: "Record the rule",
            columns: ["Body", "Asked by", "Rule", "Where it stands", "Recorded by", "On"]))

    static func error(_ refusal: AlignmentRuleRefusal, _ language: Language) -> FieldError {
        let (field, sentence): (String, Bilingual<String>) =
            switch refusal {
            case .notFound, .notYours:
                (
                    "regelbron",
                    Bilingual(
                        nl: "Wie het ministerie coördineert, legt de regels vast.",
                        en: "Who coordinates the department records the rules.")
                )
            case .unknownBody: ("regelorgaan", Bilingual(nl: "Kies een overleg.", en: "Choose a body."))
            case .sourceMissing:
                ("regelbron", Bilingual(nl: "Schrijf waar die regel staat.", en: "Write where that rule stands."))
            case .isSoAlready: ("regelbron", Bilingual(nl: "Zo staat het er al.", en: "It stands so already."))
            }
        return FieldError(field: field, sentence: sentence[language])
    }
}
