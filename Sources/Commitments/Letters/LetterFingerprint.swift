import Kernel

/// Tells whether the minister decided on the text as it is: the parts with their texts, what the letter does, and what officers wrote
/// in the note. What is drawn up in the note from the register counts the days that pass, and is not in it.
package struct LetterFingerprint: Sendable, Equatable {
    /// 32 bytes.
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// As a form sends it back: hexadecimal, 64 digits.
    package var text: String { FieldHash.text(bytes) }

    package init(_ letter: Letter) {
        var hash = FieldHash()
        hash.take(letter.subject)
        for part in letter.parts {
            hash.take(part.id.text)
            hash.take(part.heading)
            hash.take(part.text)
        }
        for answer in letter.answers.sorted(by: { $0.entry.text < $1.entry.text }) {
            hash.take(answer.entry.text)
            switch answer.effect {
            case .settles: hash.take("settles")
            case .settlesInPart: hash.take("settlesInPart")
            case .informs: hash.take("informs")
            case .postpones(let words, let day, let reason):
                hash.take(words)
                hash.take(day.iso)
                hash.take(reason)
            }
        }
        for part in DecisionNote.Part.allCases { hash.take(letter.writtenNote[part].map { "=" + $0 } ?? "") }
        bytes = hash.finish()
    }
}
