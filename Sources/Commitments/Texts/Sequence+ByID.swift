extension Sequence where Element: Identifiable {
    /// The elements by their identifiers, the first one of each.
    var byID: [Element.ID: Element] { Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }
}
