/// Lets text pass as it is, without the byte order mark. A NUL byte is in no text in UTF-8 or Windows-1252.
struct TextCleaner: FormatCleaner {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private var hasBegun = false

    let isComplete = true

    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool {
        if !hasBegun {
            guard input.count >= Self.mark.count || input.isEnded else { return false }
            if input.starts(with: Self.mark) { input.drop(Self.mark.count) }
            hasBegun = true
        }
        guard !input.contains(0) else { throw .damaged }
        output += input.take(input.count)
        return false
    }
}
