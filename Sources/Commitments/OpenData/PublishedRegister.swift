import Access
import Kernel

/// What of the register a House was told, and nothing else: entries that stood in an overview that was sent, that a sent letter
/// answers, or of which a paper of the House or its own list told the standing, as that overview, letter, paper or list said; the letters; and the last overviews. No draft, no round, no official.
package struct PublishedRegister: Sendable, Equatable {
    /// By number.
    package let entries: [PublishedEntry]
    /// By number.
    package let letters: [PublishedLetter]
    /// The last one of each department to each House.
    package let overviews: [SentOverview]

    /// - Parameters:
    ///   - entries: those that stood in any overview that was sent, that a sent letter answers, or of which a paper or the House's list
    ///     told the standing.
    ///   - letters: all letters that were sent.
    ///   - overviews: the last one of each department to each House.
    ///   - endings: how entries ended that are gone from an overview that was sent.
    init(
        entries: [RegisterEntry], letters: [Letter], overviews: [SentOverview], endings: [RegisterEntry.ID: ToldDeparture]
    ) {
        var answering: [RegisterEntry.ID: [Reference]] = [:]
        for letter in letters {
            guard case .sent(let paper, _) = letter.state else { continue }
            for answer in letter.answers { answering[answer.entry, default: []].append(paper) }
        }
        var rows: [RegisterEntry.ID: (row: PlanningRow, sentOn: Day)] = [:]
        for sent in overviews {
            for row in sent.overview.rows {
                if case .entry(let id) = row.subject { rows[id] = (row, sent.sentOn) }
            }
        }
        self.entries = entries.map { entry in
            PublishedEntry(
                entry, letters: answering[entry.id] ?? [], row: rows[entry.id]?.row, sentOn: rows[entry.id]?.sentOn,
                ending: endings[entry.id])
        }
        let published = entries.byID
        self.letters = letters.compactMap { PublishedLetter($0, entries: published) }
        self.overviews = overviews
    }
}

/// An entry as the House knows it.
package struct PublishedEntry: Sendable, Equatable {
    package let id: RegisterEntry.ID
    package let number: Int
    package let kind: RegisterEntry.Kind
    package let house: House
    package let department: Organisation.ID
    package let title, wording, place: String
    package let madeOn: Day
    package let dossier: Dossier?
    package let paper: Reference?
    package let houseNumber: HouseNumber?
    package let motion: Motion?
    package let standing: Standing.Code
    package let standingSince: Day
    /// The letters that deal with it.
    package let letters: [Reference]
    /// When the House was told that it comes; nil where it was told nothing, or nothing is to come.
    package let term: PublishedTerm?

    /// - Parameters:
    ///   - answering: the letters that answer it.
    ///   - row: its line in the last overview of its department, and when that was sent.
    ///   - ending: how it ended, where an overview from which it was gone told so.
    init(_ entry: RegisterEntry, letters answering: [Reference], row: PlanningRow?, sentOn: Day?, ending: ToldDeparture?) {
        let told = Self.standing(of: entry, row: row, sentOn: sentOn, ending: ending)
        (id, number, kind, house) = (entry.id, entry.number, entry.facts.kind, entry.facts.house)
        (department, title, wording) = (entry.facts.department, entry.facts.title, entry.facts.wording)
        (place, madeOn, dossier) = (entry.facts.place, entry.facts.madeOn, entry.facts.dossier)
        (paper, houseNumber, motion) = (entry.facts.paper, entry.facts.houseNumber, entry.motion)
        (standing, standingSince) = (told.code, told.since)
        letters = Set(answering + entry.standings.compactMap(\.letter)).sorted { $0.written() < $1.written() }
        term = told.code == .open || told.code == .settledInPart ? Self.term(of: entry, row: row, sentOn: sentOn) : nil
    }

    /// What the House was told last: by a letter, by the overview in which the entry stands, or by one from which it was gone.
    private static func standing(
        of entry: RegisterEntry, row: PlanningRow?, sentOn: Day?, ending: ToldDeparture?
    ) -> (code: Standing.Code, since: Day) {
        let told = entry.standings.last { $0.letter != nil || $0.byHouse }
        guard let row, let sentOn else {
            if let told, told == entry.standings.last || ending == nil { return (told.standing.code, told.day) }
            return (ending?.standing ?? .open, ending?.day ?? entry.facts.madeOn)
        }
        // A letter that is the last word came after the overview in which the entry still stood, or says the same.
        if let told, told == entry.standings.last || told.day > sentOn { return (told.standing.code, told.day) }
        guard row.progress == .settledInPart else { return (.open, told?.day ?? entry.facts.madeOn) }
        return (.settledInPart, told?.standing == .settledInPart ? told!.day : sentOn)
    }

    private static func term(of entry: RegisterEntry, row: PlanningRow?, sentOn: Day?) -> PublishedTerm? {
        let byLetter = entry.dues.last { $0.letter != nil }
        guard let row, let sentOn else { return byLetter.map { PublishedTerm(words: $0.words, day: $0.day) } }
        if let byLetter, byLetter == entry.due || byLetter.told > sentOn {
            return PublishedTerm(words: byLetter.words, day: byLetter.day)
        }
        return PublishedTerm(words: row.words, day: row.day)
    }
}

/// When something comes, as a House was told.
package struct PublishedTerm: Sendable, Equatable {
    package let words: String
    package let day: Day?

    package init(words: String, day: Day?) {
        self.words = words
        self.day = day
    }
}

/// A letter that was sent.
package struct PublishedLetter: Sendable, Equatable {
    package struct Answer: Sendable, Equatable {
        package let number: Int
        package let kind: RegisterEntry.Kind
        package let effect: LetterAnswer.Effect
    }

    package let number: Int
    package let subject: String
    package let house: House
    package let department: Organisation.ID
    package let paper: Reference
    package let sentOn: Day
    /// By the number of the entry.
    package let answers: [Answer]

    /// - Returns: nil for a letter that was not sent.
    init?(_ letter: Letter, entries: [RegisterEntry.ID: RegisterEntry]) {
        guard case .sent(let paper, let sentOn) = letter.state else { return nil }
        (number, subject, house, department) = (letter.number, letter.subject, letter.house, letter.department)
        (self.paper, self.sentOn) = (paper, sentOn)
        answers = letter.answers.compactMap { answer in
            entries[answer.entry].map { Answer(number: $0.number, kind: $0.facts.kind, effect: answer.effect) }
        }.sorted { $0.number < $1.number }
    }
}
