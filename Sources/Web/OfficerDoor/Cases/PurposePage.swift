import Kernel
import Markup
import ReportingDesk
import Sealing

/// Before a case opens: for what.
struct PurposePage {
    let file: CaseFile
    let language: Language
    let token: SessionToken
    let errors: FieldErrors
    private var wording: CaseWording { CaseWording.texts[language] }

    var title: String { wording.title(file.number.text) }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) { a(.href(OfficerPaths.worklist.link(language)), text: wording.backToList) }, h1(text: title),
            p(.class("lead"), text: wording.purposeLead),
            form(.method("post"), .action(OfficerPaths.opening.link(language, file.id.text)), Attribute("data-once", if: true)) {
                Field.token(token.formToken)
                Field.choices(
                    "doel", legend: wording.purpose,
                    options: OpeningPurpose.allCases.map { purpose in
                        Field.Option(value: purpose.rawValue, text: wording.purposeText(purpose))
                    }, errors: errors)
                div(.class("actions")) { Field.submit(wording.open) }
            },
        ])
    }
}
