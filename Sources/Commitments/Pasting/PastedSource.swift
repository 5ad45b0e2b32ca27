import Kernel

/// What a pasted text tells of something that belongs in the register: the key data of a promise to the Eerste Kamer, or the record
/// of an official publication. A person looks it over before it goes in.
package struct PastedSource: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The key data ("Kerngegevens") of the Eerste Kamer.
        case keyData
        /// A record of the search service of official publications (SRU).
        case publication
    }

    package let kind: Kind
    package var house: House
    package var title = ""
    package var wording = ""
    package var madeOn: Day?
    package var setting: RegisterFacts.Setting
    /// The meeting or the publication in words.
    package var place = ""
    package var dossier: Dossier?
    package var paper: Reference?
    package var houseNumber: HouseNumber?
    /// The day that the House was told.
    package var day: Day?
    /// How the House itself keeps it.
    package var status = ""
    /// With what the House counts it as done, in its words.
    package var settledWith = ""
    /// What the Eerste Kamer keeps besides.
    package var keyData: [KeyData: String] = [:]

    /// The standing that the House's word means; nil for a word that we do not know.
    package var standing: Standing.Code? { Standing.Code(atTheHouse: status) }

    /// The first day that stands in what the House counts it as done with.
    package var settledOn: Day? { Day(written: settledWith) }

    /// - Throws: `PasteRefusal`.
    package init(_ text: String) throws(PasteRefusal) {
        let trimmed = text.drop(while: \.isWhitespace)
        guard !trimmed.isEmpty else { throw .empty }
        self = trimmed.first == "<" ? try PublicationRecord.read(String(trimmed)) : try KeyDataBlock.read(String(trimmed))
    }

    init(_ kind: Kind, house: House, setting: RegisterFacts.Setting) {
        self.kind = kind
        self.house = house
        self.setting = setting
    }
}

/// Why nothing can be made of a pasted text.
package enum PasteRefusal: Refusal {
    case empty
    /// It is neither the key data of a promise nor a record.
    case unknownForm
    /// The digit of a note sticks to the number, as it does in copies of pages.
    case noteSticksTo(number: String)
    /// A record that ends too soon or is no XML, with the line.
    case unreadable(line: Int)
    /// A record of something that has no identifier of an official publication.
    case noPublication(String)
}
