import Access
import AuditLog
import Database
import Kernel

extension Commitments {
    /// Corrects what was put into the register wrongly. What stood there before is kept, with who changed it. Kind, House and
    /// department stay: what is wrong in those is another entry.
    ///
    /// - Parameter mayResemble: whether it may come to say the same of the same day as another entry.
    /// - Throws: `RegisterRefusal`.
    package func correct(
        _ corrected: NewEntry, of id: RegisterEntry.ID, version: Int, mayResemble: Bool = true, by officer: RegisterOfficer
    ) async throws {
        let (today, departments) = (today, try await access.roster().tree)
        try await audit.command { [self] db in
            let entry = try db.entry(id, version, for: officer)
            let facts = entry.facts.corrected(to: corrected.facts)
            try facts.mustBeAdmissible(movers: corrected.movers, departments: departments, on: today)
            let changed = try entry.corrected(to: facts)
            if let number = facts.houseNumber, number != entry.facts.houseNumber,
                let other = try db.title(ofEntryNumbered: number, of: facts.department)
            {
                throw RegisterRefusal.numberTaken(by: other)
            }
            if !mayResemble, let other = try db.entry(like: facts, beside: entry.number),
                try db.entry(like: entry.facts, beside: entry.number)?.number != other.number
            {
                throw RegisterRefusal.looksLike(entry: other.number, other.title)
            }
            let changes = EntryCorrection.changes(
                from: entry.facts, entry.motion?.movers ?? [], to: facts, corrected.movers, by: officer.officer.id, on: today,
                version: entry.version + 1)
            guard !changes.isEmpty else { throw RegisterRefusal.nothingCorrected }
            try db.correct(entry, to: changed, movers: corrected.movers, changes)
            return note(.entryCorrected, of: entry, by: officer)
        }
    }

    /// Takes an entry out of the register that should not stand in it. Who coordinates the department does.
    ///
    /// - Throws: `RegisterRefusal`; `answered` where a letter deals with it.
    package func remove(
        _ id: RegisterEntry.ID, reason: String, version: Int, by officer: RegisterOfficer
    ) async throws {
        guard !reason.isEmpty else { throw RegisterRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            let entry = try db.entry(id, version, for: officer, assigning: true)
            let answering = try db.letters(of: [entry.facts.department]).first { letter in
                if case .withdrawn = letter.state { return false }
                return letter.answers.contains { $0.entry == id }
            }
            if let answering { throw RegisterRefusal.answered(byLetter: answering.number) }
            try db.execute(
                "INSERT INTO entry_removal (entry, reason, officer, day) VALUES ($1, $2, $3, $4)", id, reason, officer.officer.id,
                today)
            try db.execute("UPDATE register_entry SET version = version + 1 WHERE id = $1", id)
            return note(.entryRemoved, of: entry, by: officer)
        }
    }

    /// Why an entry was taken out of the register; nil where it was not, or is not the officer's to see.
    package func removal(of id: RegisterEntry.ID, for officer: RegisterOfficer) async throws -> EntryRemoval? {
        let removal = try await database.read { try $0.removal(of: id) }
        return removal.flatMap { officer.reads.contains($0.department) ? $0 : nil }
    }

    /// What was corrected of an entry, and in which order everything was recorded.
    ///
    /// - Throws: `RegisterRefusal.notFound`.
    package func record(of id: RegisterEntry.ID, for officer: RegisterOfficer) async throws -> EntryRecord {
        _ = try await entry(id, for: officer)
        return try await database.read { try $0.record(of: id) }
    }
}

extension RegisterFacts {
    fileprivate func corrected(to other: RegisterFacts) -> RegisterFacts {
        var facts = other
        (facts.kind, facts.house, facts.department, facts.sources) = (kind, house, department, sources)
        return facts
    }
}

extension RegisterEntry {
    /// The entry with corrected facts. What happened on the day on which it was said moves with that day.
    fileprivate func corrected(to facts: RegisterFacts) throws(RegisterRefusal) -> RegisterEntry {
        var entry = self
        entry.facts = facts
        entry.standings[0] = StandingChange(standings[0].standing, on: facts.madeOn, facts: standings[0].facts)
        entry.motion = motion?.submitted(on: facts.madeOn)
        entry.dues = dues.map { due in
            if due == AdmissibleEntry.statutoryDue(of: self.facts), let day = AdmissibleEntry.statutoryDue(of: facts) {
                return day
            }
            guard due.told == self.facts.madeOn else { return due }
            return Due(words: due.words, day: due.day, reason: due.reason, told: facts.madeOn, letter: due.letter)
        }
        for due in entry.dues {
            if let refusal = due.refusal(since: facts.madeOn) { throw .dayRefused(refusal) }
        }
        let days = entry.standings.map(\.day) + (entry.motion?.events ?? []).compactMap(\.day)
        guard days.allSatisfy({ $0 >= facts.madeOn }) else { throw .dayRefused(.beforeItWasSaid(facts.madeOn)) }
        return entry
    }
}
