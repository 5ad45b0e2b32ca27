import AuditLog
import Database
import Kernel

extension Commitments {
    /// Sends a letter: it gets its number and day, and every entry that it answers stands as it says, in one step or not at all.
    ///
    /// - Throws: `LetterRefusal`.
    package func send(_ id: Letter.ID, as paper: Reference, on day: Day, version: Int, by officer: RegisterOfficer) async throws {
        let (today, bodies) = (today, AlignmentBody.all)
        guard day <= today else { throw LetterRefusal.sentInTheFuture(day) }
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard letter.version == version else { throw LetterRefusal.changedMeanwhile }
            let standings = letter.alignment(try db.rounds(of: letter), among: bodies, on: today)
            let outstanding = Set(standings.filter(\.value.isOutstanding).map(\.key.body)).sorted()
            let ready = try ReadyLetter(letter, outstanding: outstanding, decision: try db.decisions(on: id).last)
            for answer in ready.letter.answers {
                guard let entry = try db.entry(answer.entry) else { throw LetterRefusal.notFound }
                let changed = try entry.answered(by: answer, in: paper, on: day, today: today)
                try db.insertWhatCame(to: changed, since: entry)
                try db.saveState(of: changed)
            }
            var sent = letter
            sent.state = .sent(paper: paper, on: day)
            try db.save(sent)
            return note(.letterSent, of: letter, by: officer)
        }
    }
}

extension SQLConnection {
    /// The rows of a history that an entry has and had not.
    fileprivate func insertWhatCame(to entry: RegisterEntry, since before: RegisterEntry) throws {
        for (index, due) in entry.dues.enumerated().dropFirst(before.dues.count) {
            try insert(due, number: index + 1, of: entry.id)
        }
        for (index, change) in entry.standings.enumerated().dropFirst(before.standings.count) {
            try insert(change, number: index + 1, of: entry.id)
        }
        for (index, link) in entry.links.enumerated().dropFirst(before.links.count) {
            try insert(link, number: index + 1, of: entry.id)
        }
    }
}
