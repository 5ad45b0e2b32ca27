import Kernel

/// Why a text is no reference.
package enum ReferenceRefusal: Refusal, Equatable {
    /// It has none of the forms.
    case unknownForm(String)
    /// The two years of a parliamentary year do not follow on each other.
    case yearsDoNotFollow(String)
    /// A dossier has five digits or is a Roman numeral.
    case noDossier(String)
    /// A page range that runs backwards.
    case pagesReversed(String)
    /// A paper of the Eerste Kamer has letters, one of the Tweede Kamer a number.
    case otherHouse(String)
    /// The number is one digit too long: a note of a copied page sticks to it.
    case noteSticksTo(String, number: String)
}
