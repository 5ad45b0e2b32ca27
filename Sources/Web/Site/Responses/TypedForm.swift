import Hummingbird
import Kernel
import Markup

/// A form that could not be taken in at the moment, with what was typed, to be sent again.
struct TypedForm: Sendable {
    let address: String
    let fields: FormFields

    /// What is secret stays out of pages, and is typed again.
    private static let secrets: Set = ["code", "geheim", "huidig", "nogmaals", "uitnodiging", "wachtzin"]

    /// - Returns: nil where the request had no such form.
    init?(_ request: Request) async {
        guard request.method == .post, let fields = try? await request.form(), !Self.secrets.contains(where: fields.has) else {
            return nil
        }
        address = request.uri.description
        self.fields = fields
    }

    /// - Parameter change: the field that is to be changed first, with the most characters that it takes.
    func content(submit: String, change: (field: String, label: String, longest: Int)? = nil, _ language: Language) -> Node {
        form(.method("post"), .action(address), Attribute("data-once", if: true)) {
            for (name, value) in fields.pairs where name != change?.field { Field.hidden(name, value) }
            if let change {
                Field.area(
                    change.field, label: change.label, value: fields[change.field], longest: change.longest, isLong: true,
                    language: language)
            }
            div(.class("actions")) { Field.submit(submit) }
        }
    }
}
