import Kernel
import Markup

/// What someone wrote into a form that is no longer on the page, because someone else was first.
enum LeftText {
    /// - Parameter id: where a summary of errors leads; empty for nowhere.
    static func node(_ typed: FormFields, id: String = "", _ language: Language) -> Node {
        let texts = typed.writtenInRegister
        guard !texts.isEmpty else { return .nothing }
        return div(.class("note warn"), Attribute("id", optional: id.isEmpty ? nil : id)) {
            p(text: EntryPageWording.texts[language].typedBefore)
            ul { for text in texts { li(.lang("nl"), text: text) } }
        }
    }
}
