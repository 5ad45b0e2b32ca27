import Foundation
import Kernel

extension NoteFacts {
    /// - Throws: where the letter answers nothing and was not announced, a part has no text, nothing but a standard part speaks of what it answers, a reference
    ///   or a note cannot be read, or a new day stands in no part.
    func mustSayWhatItClaims() throws(LetterRefusal) {
        // A letter that was announced, such as one with a report, is owed by itself.
        guard !letter.answers.isEmpty || !letter.dues.isEmpty && !letter.parts.isEmpty else { throw .answersNothing }
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
        if let other = toldOtherwise { throw .tellsOtherwise(of: other) }
        for answer in letter.answers {
            guard case .postpones(let words, let day, _) = answer.effect else { continue }
            let texts = letter.parts(about: answer.entry).map(\.text)
            guard texts.contains(where: { $0.gives(day, inWords: words) }) else { throw .dayNotGiven(answer.entry, day) }
        }
    }

    /// What a part tells a postponement of that is not the one of the letter, such as of an earlier answer.
    private var toldOtherwise: RegisterEntry.ID? {
        let lines = letter.parts.filter { $0.text.contains(StandardPart.comes) }.flatMap {
            $0.text.split(whereSeparator: \.isNewline)
        }.filter(StandardPart.isPostponement)
        guard !lines.isEmpty else { return nil }
        // Whoever goes on behind the reason tells the same.
        let told = answered.compactMap { StandardPart.postponement($0) }.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        let other = lines.first { line in !told.contains { line.hasPrefix($0) } }
        return other.flatMap { line in
            entries.first { line.hasPrefix(StandardPart.postponement(of: $0.facts.title)) }?.id
        }
    }

    /// What the letter answers, while only standard parts as they were filled in speak of it. The one that tells new days says all
    /// there is to say of what is postponed.
    private var answersWithStandardTextAlone: [RegisterEntry.ID] {
        let titles = Set(entries.map(\.facts.title))
        let standing = letter.parts.compactMap { part in
            StandardPart.all.first { $0.isAll(of: part.text, naming: titles) }.map { (part.id, $0) }
        }
        guard !standing.isEmpty else { return [] }
        let standard = Dictionary(standing, uniquingKeysWith: { first, _ in first })
        return letter.answers.filter { answer in
            letter.parts(about: answer.entry).allSatisfy { part in
                guard let filled = standard[part.id] else { return false }
                return !filled.tellsNewDays || answer.effect.code != .postpones
            }
        }.map(\.entry)
    }
}

extension Letter {
    /// The parts that speak of an entry.
    fileprivate func parts(about entry: RegisterEntry.ID) -> [LetterPart] {
        parts.filter { $0.entries.contains(entry) && !$0.text.isEmpty }
    }
}

extension String {
    /// Whether a text gives a day: written out, in digits, without its year where no other stands behind it, or in the words for it;
    /// and does not say that it is not on that day.
    fileprivate func gives(_ day: Day, inWords words: String) -> Bool {
        let (year, month, number) = day.components
        let inDigits = #"(?<![0-9])0?\#(number)-0?\#(month)-\#(year)(?![0-9])"#
        let inLetters = #"(?<![0-9])\#(number)\s+\#(Month.names[month - 1][.nl])(?!\p{L})(?![\s,]+(?!\#(year))[0-9]{4})"#
        let said = words.split(whereSeparator: \.isWhitespace).map { NSRegularExpression.escapedPattern(for: String($0)) }
        let inWords = said.isEmpty ? nil : #"(?<!\p{L})"# + said.joined(separator: #"\s+"#) + #"(?!\p{L})"#
        let notDenied = #"(?<!\bniet\s)(?<!\bniet\s(?:meer\s)?(?:op|in|voor|vóór|per)\s(?:het\s|de\s)?)"#
        return [inDigits, inLetters, inWords].compactMap(\.self).contains {
            range(of: notDenied + $0, options: [.regularExpression, .caseInsensitive]) != nil
        }
    }
}
