import Access
import Database
import Kernel

extension SQLConnection {
    /// What an entry of a department is about that has a number of the House; nil where none has.
    func title(ofEntryNumbered number: HouseNumber, of department: Organisation.ID) throws -> String? {
        try first(
            "SELECT title FROM register_entry WHERE house_number = $1 AND department = $2", number.text, department
        )?.get("title")
    }

    func nextEntryNumber() throws -> Int {
        (try first("SELECT max(number) AS last FROM register_entry")?.get("last", as: Int?.self) ?? 0) + 1
    }

    func entry(_ id: RegisterEntry.ID) throws -> RegisterEntry? {
        guard let row = try first("SELECT * FROM register_entry WHERE id = $1", id) else { return nil }
        return try RegisterEntry(row: row, parts: try EntryParts(of: [id], in: self))
    }

    func insert(_ entry: RegisterEntry) throws {
        let facts = entry.facts
        try execute(
            """
            INSERT INTO register_entry (id, number, kind, house, title, wording, verb, made_day, made_in, made_where, dossier,
                paper, house_number, department, owner, due_day, standing, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)
            """,
            [
                entry.id, entry.number, facts.kind.rawValue, facts.house.rawValue, facts.title, facts.wording,
                facts.verb.rawValue, facts.madeOn, facts.setting.rawValue, facts.place,
                facts.dossier?.written(in: .metadata), facts.paper?.written(in: .metadata), facts.houseNumber?.text,
                facts.department, entry.owner, entry.due?.day, entry.standing.code.rawValue,
            ])
        for organisation in facts.involved.sorted() {
            try execute("INSERT INTO entry_involved (entry, organisation) VALUES ($1, $2)", entry.id, organisation)
        }
        for (index, reading) in facts.sources.enumerated() {
            try execute(
                "INSERT INTO entry_source (entry, number, subject, source, says) VALUES ($1, $2, $3, $4, $5)", entry.id,
                index + 1, reading.subject, reading.source, reading.says)
        }
        for (index, mover) in (entry.motion?.movers ?? []).enumerated() {
            try execute("INSERT INTO motion_mover (entry, number, name) VALUES ($1, $2, $3)", entry.id, index + 1, mover)
        }
        try insertHistory(of: entry, since: nil)
    }

    /// Keeps what changed of an entry, and raises the version.
    func save(_ entry: RegisterEntry, since before: RegisterEntry) throws {
        try insertHistory(of: entry, since: before)
        try execute(
            "UPDATE register_entry SET owner = $2, due_day = $3, standing = $4, version = version + 1 WHERE id = $1", entry.id,
            entry.owner, entry.due?.day, entry.standing.code.rawValue)
    }

    /// The rows of its histories that an entry has and had not.
    private func insertHistory(of entry: RegisterEntry, since before: RegisterEntry?) throws {
        let (events, known) = (entry.motion?.events ?? [], before?.motion?.events.count ?? 0)
        for (index, event) in events.enumerated().dropFirst(known) { try insert(event, number: index + 1, of: entry.id) }
        for (index, due) in entry.dues.enumerated().dropFirst(before?.dues.count ?? 0) {
            try insert(due, number: index + 1, of: entry.id)
        }
        for (index, change) in entry.standings.enumerated().dropFirst(before?.standings.count ?? 0) {
            try insert(change, number: index + 1, of: entry.id)
        }
        for (index, link) in entry.links.enumerated().dropFirst(before?.links.count ?? 0) {
            try insert(link, number: index + 1, of: entry.id)
        }
    }

    private func insert(_ due: Due, number: Int, of id: RegisterEntry.ID) throws {
        try execute(
            """
            INSERT INTO entry_due (entry, number, words, day, reason, told_day, letter) VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, id, number, due.words, due.day, due.reason, due.told, due.letter?.written(in: .metadata))
    }

    private func insert(_ change: StandingChange, number: Int, of id: RegisterEntry.ID) throws {
        var department: Organisation.ID?
        if case .transferred(let other) = change.standing { department = other }
        try execute(
            """
            INSERT INTO entry_standing (entry, number, standing, day, facts, letter, organisation, by_house)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, id, number, change.standing.code.rawValue, change.day, change.facts,
            change.letter?.written(in: .metadata), department, change.byHouse)
    }

    private func insert(_ link: FulfilmentLink, number: Int, of id: RegisterEntry.ID) throws {
        try execute(
            "INSERT INTO entry_link (entry, number, kind, target) VALUES ($1, $2, $3, $4)", id, number, link.kind.rawValue,
            link.target)
    }

    private func insert(_ event: Motion.Event, number: Int, of id: RegisterEntry.ID) throws {
        try execute(
            "INSERT INTO motion_event (entry, number, kind, day) VALUES ($1, $2, $3, $4)", id, number, event.step.rawValue,
            event.day)
    }
}
