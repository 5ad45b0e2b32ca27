import Foundation
import Kernel

extension NoteFacts {
    /// - Throws: where the letter answers nothing, a part has no text, nothing but a standard part speaks of what it answers, a reference
    ///   or a note cannot be read, or a new day stands in no part.
    func mustSayWhatItClaims() throws(LetterRefusal) {
        guard !letter.answers.isEmpty else { throw .answersNothing }
        let empty = letter.parts.filter { $0.text.allSatisfy(\.isWhitespace) }.map(\.heading)
        guard empty.isEmpty else { throw .partsWithoutText(empty) }
        let silent = letter.answers.map(\.entry).filter { letter.parts(about: $0).isEmpty }
        guard silent.isEmpty else { throw .partMissing(for: silent) }
        let standard = answersWithStandardTextAlone
        guard standard.isEmpty else { throw .onlyStandardText(for: standard) }
        let texts = letter.parts.map(\.text)
        let unreadable = texts.flatMap { ReferenceSearch.unreadable(in: $0) }
        guard unreadable.isEmpty else { throw .unreadableReferences(unreadable) }
        let written = DecisionNote.Part.allCases.compactMap { letter.writtenNote[$0] }
        let unclosed = (texts + written).flatMap { RunningText.unclosedNotes(in: $0) }
        guard unclosed.isEmpty else { throw .unclosedNotes(unclosed) }
        for answer in letter.answers {
            guard case .postpones(let words, let day, _) = answer.effect else { continue }
            let texts = letter.parts(about: answer.entry).map(\.text)
            guard texts.contains(where: { $0.gives(day, inWords: words) }) else { throw .dayNotGiven(answer.entry, day) }
        }
    }

    /// What the letter settles or tells more of, while only standard parts as they were filled in speak of it.
    private var answersWithStandardTextAlone: [RegisterEntry.ID] {
        let names = Set(answered.map { "- \($0.entry.facts.title)" })
        // The lines of a text without those that only name what the letter answers.
        func bare(_ text: String) -> [Substring] {
            text.split(whereSeparator: \.isNewline).filter { !names.contains(String($0)) }
        }
        let standards = StandardPart.all.filter { !$0.tellsNewDays }.map { bare($0.text(for: letter, entries: entries)) }
        let standing = Set(letter.parts.filter { standards.contains(bare($0.text)) }.map(\.id))
        guard !standing.isEmpty else { return [] }
        return letter.answers.map(\.entry).filter { letter.parts(about: $0).allSatisfy { standing.contains($0.id) } }
    }
}

extension Letter {
    /// The parts that speak of an entry.
    fileprivate func parts(about entry: RegisterEntry.ID) -> [LetterPart] {
        parts.filter { $0.entries.contains(entry) && !$0.text.isEmpty }
    }
}

extension String {
    /// Whether a text gives a day: written out, in digits, without its year where no other stands behind it, or in the words for it.
    fileprivate func gives(_ day: Day, inWords words: String) -> Bool {
        if !words.isEmpty, range(of: words, options: .caseInsensitive) != nil { return true }
        let (year, month, number) = day.components
        let inDigits = #"(?<![0-9])0?\#(number)-0?\#(month)-\#(year)(?![0-9])"#
        let inLetters = #"(?<![0-9])\#(number)[ \u00A0]\#(Month.names[month - 1][.nl])(?![ \u00A0](?!\#(year))[0-9]{4})"#
        return [inDigits, inLetters].contains { range(of: $0, options: [.regularExpression, .caseInsensitive]) != nil }
    }
}
