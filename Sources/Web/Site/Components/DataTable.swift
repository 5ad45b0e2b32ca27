import Markup

/// A table that scrolls by itself where it is wider than its place.
enum DataTable {
    /// - Parameters:
    ///   - name: what a screen reader calls the part that scrolls.
    ///   - isStacked: whether each row stands below the other on a phone, instead of scrolling.
    static func node(
        _ name: String, caption text: String, columns: [String], isStacked: Bool = true, @HTMLBuilder rows: () -> [Node]
    ) -> Node {
        let rows = rows()
        return div(
            .class(isStacked ? "scroll stack" : "scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.label, name)
        ) {
            table {
                caption(text: text)
                thead { tr { for column in columns { th(.scope("col"), text: column) } } }
                tbody { Node.fragment(rows) }
            }
        }
    }
}
