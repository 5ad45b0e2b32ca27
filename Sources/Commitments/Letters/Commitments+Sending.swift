import Access
import AuditLog
import Database
import Kernel

extension Commitments {
    /// Sends a letter: it gets its number and day, and every entry that it answers stands as it says, in one step or not at all.
    ///
    /// - Throws: `LetterRefusal`.
    package func send(_ id: Letter.ID, as paper: Reference, on day: Day, version: Int, by officer: RegisterOfficer) async throws {
        let today = today
        guard day <= today else { throw LetterRefusal.sentInTheFuture(day) }
        let officials = try await officials()
        try await audit.command { [self] db in
            let letter = try db.draft(id, version, for: officer)
            try db.mustBeFree(paper, on: day, for: letter)
            let decision = try db.decisions(on: id).last
            let ready = try ReadyLetter(try db.noteFacts(of: letter, on: today), decision: decision)
            if let decision, day < decision.day { throw LetterRefusal.sentBeforeDecision(on: decision.day) }
            try db.keepNote(of: letter, officials: officials, by: officer.officer.id, on: today)
            for answer in ready.letter.answers {
                guard let entry = try db.entry(answer.entry) else { throw LetterRefusal.notFound }
                try db.save(try entry.answered(by: answer, in: paper, on: day, today: today), since: entry)
            }
            var sent = letter
            sent.state = .sent(paper: paper, on: day)
            try db.save(sent)
            return note(.letterSent, of: letter, by: officer)
        }
    }
}

extension Letter {
    /// - Throws: `paperOfOtherHouse`, `paperOfOtherYear`.
    fileprivate func mayBe(_ paper: ParliamentaryPaper, on day: Day) throws(LetterRefusal) {
        guard paper.house == house else { throw .paperOfOtherHouse(house) }
        let years = [ParliamentaryYear(of: day), ParliamentaryYear.last(on: day)]
        if let year = paper.year, !years.contains(year) { throw .paperOfOtherYear(years[0]) }
    }
}

extension SQLConnection {
    /// - Throws: where a letter cannot be that paper on a day, or another was sent as it.
    func mustBeFree(_ paper: Reference, on day: Day, for letter: Letter) throws {
        guard case .paper(let numbered) = paper else { throw LetterRefusal.notAPaper }
        try letter.mayBe(numbered, on: day)
        if let other = try letterSent(as: paper), other != letter.number { throw LetterRefusal.paperTaken(byLetter: other) }
    }
}
