import Kernel

/// Tells whether the minister decided on the letter and the note as they are: the parts with their texts, what the letter does, and the
/// note as it is on a day.
package struct LetterFingerprint: Sendable, Equatable {
    /// Of the letter and of what officers wrote in its note: 32 bytes.
    let letter: [UInt8]
    /// Of the note as it stands on the day: 32 bytes; none where a decision was recorded without.
    let note: [UInt8]

    /// - Parameter bytes: as they were kept.
    init(bytes: [UInt8]) {
        (letter, note) = (Array(bytes.prefix(32)), Array(bytes.dropFirst(32)))
    }

    var bytes: [UInt8] { letter + note }

    /// As a form sends it back: hexadecimal, 128 digits.
    package var text: String { FieldHash.text(bytes) }

    init(_ facts: NoteFacts) {
        letter = Self.hash(of: facts.letter)
        var hash = FieldHash()
        let drawing = NoteDrawing(facts)
        for part in DecisionNote.Part.allCases { hash.take(drawing.present(part)) }
        note = hash.finish()
    }

    /// A hash of the subject and of what the letter does with each point: 32 bytes.
    static func content(of letter: Letter) -> [UInt8] {
        var hash = FieldHash()
        hash.take(letter.subject)
        take(letter.answers, into: &hash)
        return hash.finish()
    }

    private static func hash(of letter: Letter) -> [UInt8] {
        var hash = FieldHash()
        hash.take(letter.subject)
        for part in letter.parts {
            hash.take(part.id.text)
            hash.take(part.heading)
            hash.take(part.text)
        }
        take(letter.answers, into: &hash)
        for part in DecisionNote.Part.allCases { hash.take(letter.writtenNote[part].map { "=" + $0 } ?? "") }
        return hash.finish()
    }

    private static func take(_ answers: [LetterAnswer], into hash: inout FieldHash) {
        for answer in answers.sorted(by: { $0.entry.text < $1.entry.text }) {
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
    }
}

extension Letter {
    /// Tells whether the text that would go round is the one that was seen: hexadecimal, 64 digits.
    package var textSeen: String {
        var hash = FieldHash()
        hash.take(FieldHash.text(LetterFingerprint.content(of: self)))
        for part in parts { hash.take("\(part.id.text) \(part.version)") }
        return hash.finishAsText()
    }
}
