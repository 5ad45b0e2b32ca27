import Commitments
import Kernel
import Markup

/// Two versions of a text in one: what went is struck through, what came is underlined.
enum ComparedText {
    static func node(_ comparison: TextComparison, _ language: Language) -> Node {
        div(.class("pre compared"), .lang("nl")) {
            comparison.pieces.map(node)
        }
    }

    private static func node(_ piece: TextComparison.Piece) -> Node {
        switch piece {
        case .same(let text): .text(text)
        case .removed(let text): del(text: text)
        case .added(let text): ins(text: text)
        }
    }
}
