import Kernel
import Markup

/// A stretch of a list that is too long for one page: it begins at the one that a link names.
struct ListStretch<Element> {
    let shown: [Element]
    /// The one at which the next stretch begins; nil at the end.
    let next: String?

    /// - Parameters:
    ///   - key: the name in an address of the one to begin with; the list is shown from its beginning where it is no longer there.
    ///   - size: how many are shown.
    init(_ all: [Element], from key: String?, size: Int, name: (Element) -> String) {
        let start = key.flatMap { key in all.firstIndex { name($0) == key } } ?? 0
        let end = min(start + size, all.count)
        shown = Array(all[start..<end])
        next = end < all.count ? name(all[end]) : nil
    }

    /// The link to the next stretch.
    func pager(at address: String, _ language: Language) -> Node {
        language == .nl
            ? Pager.node(address, "vanaf", next, label: "Bladeren", text: "Verder in de lijst")
            : Pager.node(address, "vanaf", next, label: "Pages", text: "Further in the list")
    }
}
