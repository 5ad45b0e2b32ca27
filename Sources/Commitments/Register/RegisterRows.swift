import Access
import Database
import Kernel

/// Of the rows of `register_entry`, those that were not taken out.
let entryStays = "NOT EXISTS (SELECT 1 FROM entry_removal WHERE entry_removal.entry = register_entry.id)"

extension SQLConnection {
    /// What an entry of a department is about that has a number of the House; nil where none has.
    func title(ofEntryNumbered number: HouseNumber, of department: Organisation.ID) throws -> String? {
        try first(
            "SELECT title FROM register_entry WHERE house_number = $1 AND department = $2 AND \(entryStays)", number.text,
            department
        )?.get("title")
    }

    /// Another entry of the same department and House that was said on the same day, with the same words or called the same.
    func entry(like facts: RegisterFacts, beside own: Int = 0) throws -> (number: Int, title: String)? {
        return try query(
            """
            SELECT number, title, wording FROM register_entry
            WHERE department = $1 AND house = $2 AND kind = $3 AND made_day = $4 AND number <> $5 AND \(entryStays) ORDER BY number
            """, facts.department, facts.house.rawValue, facts.kind.rawValue, facts.madeOn, own
        ).map {
            (try $0.get("number", as: Int.self), try $0.get("title", as: String.self), try $0.get("wording", as: String.self))
        }
        .first { $0.1.saysTheSame(as: facts.title) || $0.2.saysTheSame(as: facts.wording) }.map { ($0.0, $0.1) }
    }

    func nextEntryNumber() throws -> Int {
        try nextNumber(in: "register_entry")
    }

    func entry(_ id: RegisterEntry.ID) throws -> RegisterEntry? {
        guard let row = try first("SELECT * FROM register_entry WHERE id = $1 AND \(entryStays)", id) else { return nil }
        return try RegisterEntry(row: row, parts: try EntryParts(of: [id], in: self))
    }

    func insert(_ entry: RegisterEntry) throws {
        let facts = entry.facts
        try execute(
            """
            INSERT INTO register_entry (id, number, kind, house, title, wording, verb, made_day, made_in, made_where, dossier,
                paper, house_number, department, owner, due_day, standing, made_words, made_reason, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)
            """,
            [
                entry.id, entry.number, facts.kind.rawValue, facts.house.rawValue, facts.title, facts.wording,
                facts.verb.rawValue, facts.madeOn, facts.setting.rawValue, facts.place,
                facts.dossier?.written(in: .metadata), facts.paper?.written(in: .metadata), facts.houseNumber?.text,
                facts.department, entry.owner, entry.due?.day, entry.standing.code.rawValue,
                facts.madeWords, facts.madeReason,
            ])
        try insertKeyData(facts.keyData, of: entry.id)
        try insertInvolved(facts.involved, in: entry.id)
        try insertSources(facts.sources, of: entry.id)
        try insertMovers(entry.motion?.movers ?? [], of: entry.id)
        try insertHistory(of: entry, since: nil)
    }

    func insertSources(_ sources: [SourceReading], of id: RegisterEntry.ID) throws {
        for (index, reading) in sources.enumerated() {
            try execute(
                "INSERT INTO entry_source (entry, number, subject, source, says) VALUES ($1, $2, $3, $4, $5)", id, index + 1,
                reading.subject, reading.source, reading.says)
        }
    }

    func insertKeyData(_ keyData: [KeyData: String], of id: RegisterEntry.ID) throws {
        for (field, value) in keyData.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try execute(
                "INSERT INTO entry_key_data (entry, field, value) VALUES ($1, $2, $3)", id, field.rawValue, value)
        }
    }

    func insertInvolved(_ involved: Set<Organisation.ID>, in id: RegisterEntry.ID) throws {
        for organisation in involved.sorted() {
            try execute("INSERT INTO entry_involved (entry, organisation) VALUES ($1, $2)", id, organisation)
        }
    }

    func insertMovers(_ movers: [String], of id: RegisterEntry.ID) throws {
        for (index, mover) in movers.enumerated() {
            try execute("INSERT INTO motion_mover (entry, number, name) VALUES ($1, $2, $3)", id, index + 1, mover)
        }
    }

    /// Keeps what changed of an entry, and raises the version.
    func save(_ entry: RegisterEntry, since before: RegisterEntry) throws {
        try insertHistory(of: entry, since: before)
        try execute(
            "UPDATE register_entry SET owner = $2, due_day = $3, standing = $4, version = version + 1 WHERE id = $1", entry.id,
            entry.owner, entry.due?.day, entry.standing.code.rawValue)
    }

    /// The rows of its histories that an entry has and had not, with the version to which they belong.
    private func insertHistory(of entry: RegisterEntry, since before: RegisterEntry?) throws {
        let version = before.map { $0.version + 1 } ?? 1
        let (events, known) = (entry.motion?.events ?? [], before?.motion?.events.count ?? 0)
        for (index, event) in events.enumerated().dropFirst(known) {
            try insert(event, number: index + 1, of: entry.id, version)
        }
        for (index, due) in entry.dues.enumerated().dropFirst(before?.dues.count ?? 0) {
            try insert(due, number: index + 1, of: entry.id, version)
        }
        for (index, change) in entry.standings.enumerated().dropFirst(before?.standings.count ?? 0) {
            try insert(change, number: index + 1, of: entry.id, version)
        }
        if entry.links != before?.links ?? [] { try replaceLinks(of: entry) }
    }

    private func replaceLinks(of entry: RegisterEntry) throws {
        try execute("DELETE FROM entry_link WHERE entry = $1", entry.id)
        for (index, link) in entry.links.enumerated() {
            try execute(
                "INSERT INTO entry_link (entry, number, kind, target) VALUES ($1, $2, $3, $4)", entry.id, index + 1,
                link.kind.rawValue, link.target)
        }
    }

    private func insert(_ due: Due, number: Int, of id: RegisterEntry.ID, _ version: Int) throws {
        try execute(
            """
            INSERT INTO entry_due (entry, number, words, day, reason, told_day, letter, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, id, number, due.words, due.day, due.reason, due.told, due.letter?.written(in: .metadata), version)
    }

    private func insert(_ change: StandingChange, number: Int, of id: RegisterEntry.ID, _ version: Int) throws {
        var department: Organisation.ID?
        if case .transferred(let other) = change.standing { department = other }
        try execute(
            """
            INSERT INTO entry_standing (entry, number, standing, day, facts, letter, organisation, by_house, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, id, number, change.standing.code.rawValue, change.day, change.facts,
            change.letter?.written(in: .metadata), department, change.byHouse, version)
    }

    private func insert(_ event: Motion.Event, number: Int, of id: RegisterEntry.ID, _ version: Int) throws {
        try execute(
            "INSERT INTO motion_event (entry, number, kind, day, version) VALUES ($1, $2, $3, $4, $5)", id, number,
            event.step.rawValue, event.day, version)
    }
}

extension String {
    /// Whether two texts are the same but for capitals, spaces and punctuation.
    func saysTheSame(as other: String) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        return plain(self) == plain(other)
    }

    /// As it stands in the midst of a sentence of ours.
    var withoutFullStop: String { hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self }
}
