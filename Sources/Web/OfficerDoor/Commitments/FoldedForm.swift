import Markup

/// A form that is folded until it is needed, or was not taken in.
struct FoldedForm {
    let title: String
    let isOpen: Bool
    let address, token: String
    /// Of what was shown; nil where the form changes nothing that has one.
    var version: Int?
    /// What the button says.
    let act: String
    var classes = "btn plain small"
    /// Tells the button from others of the same name.
    var about: String?
    /// What stands above the form.
    var lead: Node = .nothing

    func node(@HTMLBuilder fields: () -> [Node]) -> Node {
        let fields = fields()
        return details(Attribute("open", if: isOpen)) {
            summary(text: title)
            lead
            form(.method("post"), .action(address), .autocomplete("off"), Attribute("data-once", if: true)) {
                Field.token(token)
                if let version { Field.hidden("versie", String(version)) }
                Node.fragment(fields)
                div(.class("actions")) { Field.submit(act, classes: classes, about: about) }
            }
        }
    }
}
