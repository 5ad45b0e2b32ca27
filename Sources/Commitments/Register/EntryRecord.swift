import Access
import Database
import Kernel

/// What is kept of an entry besides what it says now: what was corrected, and in which order things were recorded.
package struct EntryRecord: Sendable {
    /// The first one first.
    package let corrections: [EntryCorrection]
    /// The first one first.
    package let takenBack: [EntryTakenBack]
    /// For each due, standing and event of its motion: the version of the entry that it made; 0 where that is not known.
    package let dues, standings, events: [Int]
}

/// A field that was wrong, and what it was made.
package struct EntryCorrection: Sendable, Equatable {
    package enum Field: String, Sendable, CaseIterable {
        case title, wording, verb, madeOn, madeWords, madeReason, setting, place, dossier, paper, houseNumber, involved, movers
        case keyData, sources
    }

    package let field: Field
    /// As they are kept: words, codes or days.
    package let before, after: String
    package let officer: Officer.ID
    package let day: Day
    /// The version of the entry that it made.
    package let version: Int

    /// What differs between two sets of facts.
    static func changes(
        from old: RegisterFacts, _ oldMovers: [String], to new: RegisterFacts, _ newMovers: [String], by officer: Officer.ID,
        on day: Day, version: Int
    ) -> [EntryCorrection] {
        let (before, after) = (old.written(movers: oldMovers), new.written(movers: newMovers))
        return Field.allCases.compactMap { field in
            guard let then = before[field], let now = after[field], then != now else { return nil }
            return EntryCorrection(field: field, before: then, after: now, officer: officer, day: day, version: version)
        }
    }
}

extension RegisterFacts {
    fileprivate func written(movers: [String]) -> [EntryCorrection.Field: String] {
        [
            .title: title, .wording: wording, .verb: verb.rawValue, .madeOn: madeOn.iso, .setting: setting.rawValue,
            .place: place, .dossier: dossier?.written(in: .metadata) ?? "", .paper: paper?.written(in: .metadata) ?? "",
            .houseNumber: houseNumber?.text ?? "", .involved: involved.map(\.code).sorted().joined(separator: " "),
            .movers: movers.joined(separator: ", "), .madeWords: madeWords, .madeReason: madeReason,
            .keyData: KeyData.allCases.compactMap { field in keyData[field].map { "\(field.label): \($0)" } }.joined(
                separator: "; "),
        ]
    }
}

extension SQLConnection {
    func record(of id: RegisterEntry.ID) throws -> EntryRecord {
        func versions(_ table: String) throws -> [Int] {
            try query("SELECT version FROM \(table) WHERE entry = $1 ORDER BY number", id).map {
                try $0.get("version", as: Int?.self) ?? 0
            }
        }
        let corrections = try query("SELECT * FROM entry_correction WHERE entry = $1 ORDER BY number", id).compactMap {
            row -> EntryCorrection? in
            // A field that a later release knows is told by that one.
            guard let field = EntryCorrection.Field(rawValue: try row.get("field", as: String.self)) else { return nil }
            return EntryCorrection(
                field: field, before: try row.get("before"), after: try row.get("after"),
                officer: try row.get("officer"), day: try row.get("day"), version: try row.get("version"))
        }
        return EntryRecord(
            corrections: corrections, takenBack: try takenBack(of: id), dues: try versions("entry_due"),
            standings: try versions("entry_standing"),
            events: try versions("motion_event"))
    }

    /// Writes a corrected entry over the one before, and keeps what stood there.
    func correct(
        _ before: RegisterEntry, to entry: RegisterEntry, movers: [String], _ changes: [EntryCorrection]
    ) throws {
        let facts = entry.facts
        try execute(
            """
            UPDATE register_entry SET title = $2, wording = $3, verb = $4, made_day = $5, made_in = $6, made_where = $7,
                dossier = $8, paper = $9, house_number = $10, due_day = $11, made_words = $12, made_reason = $13,
                version = version + 1 WHERE id = $1
            """,
            [
                entry.id, facts.title, facts.wording, facts.verb.rawValue, facts.madeOn, facts.setting.rawValue, facts.place,
                facts.dossier?.written(in: .metadata), facts.paper?.written(in: .metadata), facts.houseNumber?.text,
                entry.due?.day, facts.madeWords, facts.madeReason,
            ])
        try execute("DELETE FROM entry_key_data WHERE entry = $1", entry.id)
        try insertKeyData(facts.keyData, of: entry.id)
        try execute("DELETE FROM entry_involved WHERE entry = $1", entry.id)
        try insertInvolved(facts.involved, in: entry.id)
        try execute("DELETE FROM motion_mover WHERE entry = $1", entry.id)
        try insertMovers(movers, of: entry.id)
        try execute("UPDATE entry_standing SET day = $2 WHERE entry = $1 AND number = 1", entry.id, facts.madeOn)
        try execute("UPDATE motion_event SET day = $2 WHERE entry = $1 AND number = 1", entry.id, facts.madeOn)
        for (index, due) in entry.dues.enumerated() where due != before.dues[index] {
            try execute(
                "UPDATE entry_due SET told_day = $3, day = $4 WHERE entry = $1 AND number = $2", entry.id, index + 1, due.told,
                due.day)
        }
        try insert(changes, of: entry.id)
    }

    func insert(_ changes: [EntryCorrection], of id: RegisterEntry.ID) throws {
        let next = try nextNumber(in: "entry_correction", where: "entry = $1", id)
        for (index, change) in changes.enumerated() {
            try execute(
                """
                INSERT INTO entry_correction (entry, number, field, before, after, officer, day, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, id, next + index, change.field.rawValue, change.before, change.after, change.officer, change.day,
                change.version)
        }
    }
}
