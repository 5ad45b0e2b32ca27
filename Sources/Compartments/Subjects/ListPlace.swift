/// Where a subject stands in the lists of its readers.
package struct ListPlace: Sendable, Equatable {
    /// Whether something is still to be done in it.
    package let isOpen: Bool
    /// By what lists are divided, such as whose turn it is. It is plain.
    package let mark: String
    /// The order of a list. It is plain.
    package let sort: String

    package init(isOpen: Bool, mark: String, sort: String) {
        self.isOpen = isOpen
        self.mark = mark
        self.sort = sort
    }
}
