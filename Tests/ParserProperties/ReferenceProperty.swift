import Commitments

/// The input is a text. What it has of references, and what it is as one, is the same reference when it is written in either
/// style and read again, and a place that cannot be read is none that was found.
enum ReferenceProperty {
    static func fault(for input: [UInt8]) -> String? {
        let text = String(decoding: input, as: UTF8.self)
        let found = ReferenceSearch.found(in: text)
        for (range, reference) in found where (try? Reference(String(text[range]))) != reference {
            return "\(text[range]) is another by itself"
        }
        if let both = ReferenceSearch.unreadable(in: text).first(where: { (try? Reference($0)) != nil }) {
            return "\(both) can be read"
        }
        for reference in found.map(\.reference) + [try? Reference(text)].compactMap(\.self) {
            for style in [Reference.Style.letter, .metadata] {
                let written = reference.written(in: style)
                if (try? Reference(written)) != reference { return "\(text) is written as \(written), which is another" }
            }
        }
        return nil
    }
}
