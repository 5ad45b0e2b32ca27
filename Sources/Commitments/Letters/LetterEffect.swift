import Database
import Kernel

/// What a letter that was sent did with an entry, and what was recorded of it with its paper since: what goes when the sending is
/// taken back.
struct LetterEffect {
    /// Places in the histories of the entry.
    private(set) var standings: [Int]
    let dues: [Int]
    /// The place among its links.
    let link: Int?
    /// A standing that another letter made as well: it is that one's now.
    private(set) var handedOver: (place: Int, to: SentPaper)?
    /// The same in words.
    let taken: [EntryTakenBack.What]

    /// - Parameters:
    ///   - effect: what it was to do.
    ///   - others: other letters that settle the entry in part, the first one first.
    init(
        _ effect: LetterAnswer.Code, of paper: Reference, sentOn: Day, on entry: RegisterEntry, besides others: [SentPaper]
    ) {
        let standings = entry.standings.indices.dropFirst().filter {
            entry.standings[$0].letter?.isPaper(paper) == true && entry.standings[$0].day >= sentOn
        }
        // What was told when it was said is no postponement.
        dues = entry.dues.indices.filter { index in
            let due = entry.dues[index]
            return due.letter?.isPaper(paper) == true && due.told >= sentOn && (index > 0 || due.told > entry.facts.madeOn)
        }
        let madePartly = standings.first { entry.standings[$0].standing == .settledInPart }
        let evidence = FulfilmentLink.evidence(paper.written(in: .metadata))
        link =
            effect == .informs || effect == .settlesInPart && madePartly == nil
            ? entry.links.lastIndex(of: evidence) : nil
        taken =
            standings.map { .standing(entry.standings[$0].standing.code, paper, on: entry.standings[$0].day) }
            + dues.map { .due(entry.dues[$0].day, words: entry.dues[$0].words, paper, told: entry.dues[$0].told) }
            + (link == nil ? [] : [.evidence(paper, on: sentOn)])
        self.standings = standings
        if let madePartly, let other = others.first {
            handedOver = (madePartly, other)
            self.standings.removeAll { $0 == madePartly }
        }
    }
}

/// A paper that the House got, and when.
struct SentPaper: Equatable {
    let paper: Reference
    let sentOn: Day
}

extension Reference {
    /// Whether it is the same publication, whatever year or pages either gives.
    fileprivate func isPaper(_ other: Reference) -> Bool {
        self == other || identifier != nil && identifier == other.identifier
    }
}

extension SQLConnection {
    /// Letters that were sent and settle an entry in part, the first one first.
    func otherLetters(settlingInPart entry: RegisterEntry.ID, than letter: Letter.ID) throws -> [SentPaper] {
        try query(
            """
            SELECT l.paper AS paper, l.ended_day AS day FROM letter l JOIN letter_answer a ON a.letter = l.id
            WHERE a.entry = $1 AND a.effect = 'settlesInPart' AND l.state = 'sent' AND l.id <> $2
            ORDER BY l.ended_day, l.number
            """, entry, letter
        ).compactMap { row in
            try row.reference("paper").map { SentPaper(paper: $0, sentOn: try row.get("day")) }
        }
    }

    /// Takes what a letter did with an entry out of its histories.
    func takeOut(_ effect: LetterEffect, of entry: RegisterEntry) throws {
        if let (place, other) = effect.handedOver {
            let paper = other.paper.written(in: .metadata)
            try execute(
                "UPDATE entry_standing SET letter = $3, day = $4 WHERE entry = $1 AND number = $2", entry.id, place + 1, paper,
                other.sentOn)
            // It was evidence beside the standing of another.
            if let link = entry.links.lastIndex(of: .evidence(paper)) { try takeOut([link], of: "entry_link", entry.id) }
        }
        try takeOut(effect.standings, of: "entry_standing", entry.id)
        try takeOut(effect.dues, of: "entry_due", entry.id)
        try takeOut([effect.link].compactMap(\.self), of: "entry_link", entry.id)
    }

    /// Takes rows out of a history, and numbers the others from 1 up again.
    private func takeOut(_ places: [Int], of table: String, _ id: RegisterEntry.ID) throws {
        guard !places.isEmpty else { return }
        for place in places { try execute("DELETE FROM \(table) WHERE entry = $1 AND number = $2", id, place + 1) }
        let numbers = try query("SELECT number FROM \(table) WHERE entry = $1 ORDER BY number", id).map {
            try $0.get("number", as: Int.self)
        }
        for (index, number) in numbers.enumerated() where number != index + 1 {
            try execute("UPDATE \(table) SET number = $3 WHERE entry = $1 AND number = $2", id, number, index + 1)
        }
    }
}
