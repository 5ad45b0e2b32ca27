import Access
import Kernel

/// What a decision note is drawn up from.
package struct NoteFacts: Sendable {
    package let letter: Letter
    package let rounds: [AlignmentRound]
    /// The register of the department.
    package let entries: [RegisterEntry]
    /// All letters of the department.
    package let letters: [Letter]
    /// The day on which it is drawn up; for a letter that was sent, the day of that.
    package let day: Day

    package init(
        letter: Letter, rounds: [AlignmentRound], entries: [RegisterEntry], letters: [Letter],
        on today: Day
    ) {
        self.letter = letter
        self.rounds = rounds
        self.entries = entries
        self.letters = letters
        if case .sent(_, let sentOn) = letter.state { day = sentOn } else { day = today }
    }

    /// The same as it was drawn up on another day.
    func on(_ day: Day) -> NoteFacts { NoteFacts(letter: letter, rounds: rounds, entries: entries, letters: letters, on: day) }

    /// An entry and what the letter says of it.
    struct Answered {
        let entry: RegisterEntry
        let effect: LetterAnswer.Effect
    }

    /// What the letter answers, in the order of the register.
    var answered: [Answered] {
        letter.answers.compactMap { answer in
            entries.first { $0.id == answer.entry }.map { Answered(entry: $0, effect: answer.effect) }
        }.sorted { $0.entry.number < $1.entry.number }
    }

    /// A debate or a letter in which something was said.
    struct Occasion: Hashable {
        let setting: RegisterFacts.Setting
        let place: String
        let day: Day
    }

    /// Where most of what the letter answers was said.
    var mainOccasion: Occasion? {
        let all = answered.map { $0.entry.occasion }
        let counted = Dictionary(grouping: all, by: \.self).mapValues(\.count)
        return all.max { (counted[$0]!, -$0.day.number) < (counted[$1]!, -$1.day.number) }
    }

    /// Everything that was said there, in the order of the register.
    func entries(of occasion: Occasion) -> [RegisterEntry] {
        entries.filter { $0.occasion == occasion && $0.facts.house == letter.house }.sorted { $0.number < $1.number }
    }

    /// Letters that went before this one and answered something of an occasion, the first one first.
    func earlierLetters(about occasion: Occasion) -> [(paper: Reference, day: Day, subject: String)] {
        let ids = Set(entries(of: occasion).map(\.id))
        return letters.compactMap { other -> (Reference, Day, String)? in
            guard other.id != letter.id, case .sent(let paper, let sentOn) = other.state, sentOn <= day,
                other.answers.contains(where: { ids.contains($0.entry) })
            else { return nil }
            return (paper, sentOn, other.subject)
        }.sorted { $0.1 < $1.1 }
    }

    /// The letter that was announced for an entry and goes along in another, with that other one.
    func mergedLetter(about entry: RegisterEntry.ID) -> (announced: Letter, into: Letter)? {
        for other in letters where !other.dues.isEmpty && other.answers.contains(where: { $0.entry == entry }) {
            guard case .merged(let target, _, _) = other.state, let into = letters.first(where: { $0.id == target }) else {
                continue
            }
            return (other, into)
        }
        return nil
    }

    /// The rounds as they were on the day: what was asked, answered or taken back later is not in them.
    var roundsThen: [AlignmentRound] { rounds.filter { $0.opened <= day }.map { $0.then(on: day) } }

    /// Where each body stood on the day.
    var standings: [AlignmentPlace: AlignmentStanding] { letter.alignment(roundsThen, among: AlignmentBody.all, on: day) }
}

extension RegisterEntry {
    var occasion: NoteFacts.Occasion {
        NoteFacts.Occasion(setting: facts.setting, place: facts.place, day: facts.madeOn)
    }
}

extension AlignmentRound {
    fileprivate func then(on day: Day) -> AlignmentRound {
        var round = self
        for index in requests.indices { round.requests[index].answer = requests[index].answer(on: day) }
        return round
    }
}

extension AlignmentRequest {
    /// The answer that held at the end of a day.
    fileprivate func answer(on day: Day) -> AlignmentAnswer? {
        if let answer, answer.day <= day { return answer }
        return takenBack.last { $0.answer.day <= day && $0.day > day }?.answer
    }
}
