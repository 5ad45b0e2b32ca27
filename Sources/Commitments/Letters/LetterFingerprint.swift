import Kernel

/// Tells whether the minister decided on the text as it is: the parts with their texts, and what the letter does.
package struct LetterFingerprint: Sendable, Equatable {
    /// 32 bytes.
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

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
            case .postpones(_, let day, _): hash.take(day.iso)
            }
        }
        bytes = hash.finish()
    }
}
