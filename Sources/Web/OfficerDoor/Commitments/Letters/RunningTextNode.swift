import Commitments
import Documents
import Kernel
import Markup

/// The text of a letter or a note as its readers get it: paragraphs, lists, notes, and references as links.
enum RunningTextNode {
    static func node(_ text: String) -> Node {
        div(.class("running"), .lang("nl")) { RunningText.blocks(text).map { $0.node(.nl) } }
    }
}
