/// What the Eerste Kamer keeps of a promise besides its words, number, days and papers: the fields of its key data
/// ("Kerngegevens") that have no other place here.
package enum KeyData: String, Sendable, CaseIterable {
    /// Verantwoordelijke(n).
    case responsible
    /// Kamerleden.
    case members
    /// Commissie.
    case committee
    /// Soort activiteit.
    case activity
    /// Categorie.
    case category
    /// Onderwerpen.
    case subjects

    /// As the Eerste Kamer calls it.
    package var label: String {
        switch self {
        case .responsible: "Verantwoordelijke(n)"
        case .members: "Kamerleden"
        case .committee: "Commissie"
        case .activity: "Soort activiteit"
        case .category: "Categorie"
        case .subjects: "Onderwerpen"
        }
    }
}
