import Foundation
import Kernel

extension NoteFacts {
    /// What the letter claims and does not say: it answers nothing and was not announced, a part has no text, nothing or nothing but
    /// a standard part speaks of what it answers, a reference or a note cannot be read, or a new day stands in no part.
    var unsaidClaims: [LetterRefusal] { Self.claims.flatMap { $0(self) } }

    /// What is looked for, one by one, for searching a long text takes its time.
    static let claims: [@Sendable (NoteFacts) -> [LetterRefusal]] = [
        \.answersNothing, \.partsWithoutText, \.partsMissing, \.onlyStandardText, \.unreadableReferences, \.unclosedNotes,
        { $0.toldOtherwise.map { [.tellsOtherwise(of: $0)] } ?? [] }, \.daysNotGiven,
    ]

    /// A letter that was announced, such as one with a report, is owed by itself.
    private var answersNothing: [LetterRefusal] {
        letter.answers.isEmpty && (letter.dues.isEmpty || letter.parts.isEmpty) ? [.answersNothing] : []
    }

    private var partsWithoutText: [LetterRefusal] {
        let empty = letter.parts.filter { $0.text.allSatisfy(\.isWhitespace) }.map(\.heading)
        return empty.isEmpty ? [] : [.partsWithoutText(empty)]
    }

    private var partsMissing: [LetterRefusal] {
        let silent = letter.answers.map(\.entry).filter { letter.parts(about: $0).isEmpty }
        return silent.isEmpty ? [] : [.partMissing(for: silent)]
    }

    private var onlyStandardText: [LetterRefusal] {
        let standard = answersWithStandardTextAlone
        return standard.isEmpty ? [] : [.onlyStandardText(for: standard)]
    }

    private var unreadableReferences: [LetterRefusal] {
        let unreadable = letter.parts.flatMap { ReferenceSearch.unreadable(in: $0.text) }
        return unreadable.isEmpty ? [] : [.unreadableReferences(unreadable)]
    }

    private var unclosedNotes: [LetterRefusal] {
        let written = DecisionNote.Part.allCases.compactMap { letter.writtenNote[$0] }
        let unclosed = (letter.parts.map(\.text) + written).flatMap { RunningText.unclosedNotes(in: $0) }
        return unclosed.isEmpty ? [] : [.unclosedNotes(unclosed)]
    }

    /// New days that stand in no part about what they are of.
    private var daysNotGiven: [LetterRefusal] {
        letter.answers.compactMap { answer in
            guard case .postpones(let words, let day, _) = answer.effect else { return nil }
            let texts = letter.parts(about: answer.entry).map(\.text)
            guard !texts.isEmpty, !texts.contains(where: { $0.gives(day, inWords: words) }) else { return nil }
            return .dayNotGiven(answer.entry, day)
        }
    }

    /// What a part tells a postponement of that is not the one of the letter, such as of an earlier answer.
    private var toldOtherwise: RegisterEntry.ID? {
        let lines = letter.parts.filter { $0.text.contains(StandardPart.comes) }.flatMap {
            $0.text.split(whereSeparator: \.isNewline)
        }.filter(StandardPart.isPostponement)
        guard !lines.isEmpty else { return nil }
        // Whoever goes on behind the reason tells the same.
        let told = answered.flatMap { answered in
            [true, false].compactMap { StandardPart.postponement(answered, inWords: $0)?.dropLast() }
        }
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
            let parts = letter.parts(about: answer.entry)
            return !parts.isEmpty
                && parts.allSatisfy { part in
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
