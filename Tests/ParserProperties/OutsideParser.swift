/// A parser that reads what comes from outside, with what must hold of it for every input.
package enum OutsideParser: String, CaseIterable, Sendable {
    /// A form with files.
    case multipart
    /// A form without.
    case form
    /// The code of a mailbox, as someone types it.
    case code
    /// A CSV with terms.
    case terms
    /// A file that someone sends, recognised and cleaned as it comes in.
    case file
    /// What a proxy says of where a request comes from.
    case forwarded
    /// A reference to a paper, as someone types it.
    case reference
    /// A page of the House's open data.
    case houseList

    /// What does not hold for an input; nil where all does. An input that the parser does not end on, or that ends the process,
    /// is a fault too.
    package func fault(for input: [UInt8]) -> String? {
        switch self {
        case .multipart: MultipartProperty.fault(for: input)
        case .form: FormProperty.fault(for: input)
        case .code: CodeProperty.fault(for: input)
        case .terms: TermsProperty.fault(for: input)
        case .file: FileProperty.fault(for: input)
        case .forwarded: ForwardedProperty.fault(for: input)
        case .reference: ReferenceProperty.fault(for: input)
        case .houseList: HouseListProperty.fault(for: input)
        }
    }
}

extension ArraySlice<UInt8> {
    /// Pieces of so many bytes; the last may be shorter.
    func pieces(of length: Int) -> [ArraySlice<UInt8>] {
        stride(from: startIndex, to: endIndex, by: length).map { self[$0..<Swift.min($0 + length, endIndex)] }
    }
}
