extension FileKind {
    /// How many bytes at the start of a file are enough to recognise it.
    package static let recognitionLength = 4096

    /// Recognises a file by its first `recognitionLength` bytes (all of them where it is shorter), and only where those leave a
    /// choice by its name.
    package init(recognising start: ArraySlice<UInt8>, named name: String) throws(CleaningRefusal) {
        let start = Array(start.prefix(Self.recognitionLength))
        let suffix = Self.suffix(of: name)
        guard !start.isEmpty else { throw .damaged }
        if let refusal = Signatures.refusal(of: start, suffix: suffix) { throw refusal }
        if let kind = Signatures.streamedKind(of: start) {
            self = .streamed(kind)
        } else if let kind = try Signatures.documentKind(of: start, suffix: suffix) {
            self = .document(kind)
        } else {
            self = .streamed(try PlainText.kind(of: start, suffix: suffix))
        }
    }

    /// The extension of a file's name in lower case; empty where it has none.
    private static func suffix(of name: String) -> String {
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
        return name[name.index(after: point)...].lowercased()
    }
}
