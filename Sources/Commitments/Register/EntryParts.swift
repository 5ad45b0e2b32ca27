import Access
import Database
import Kernel

/// What belongs to some entries in other tables, read with one statement each.
struct EntryParts {
    private let involved, sources, keyData, movers, events, dues, standings, links: [RegisterEntry.ID: [Row]]

    init(of ids: [RegisterEntry.ID], in db: any SQLConnection) throws {
        func rows(_ table: String, by order: String = "number") throws -> [RegisterEntry.ID: [Row]] {
            try db.rows(of: table, by: "entry", in: ids, sorted: order)
        }
        involved = try rows("entry_involved", by: "organisation")
        sources = try rows("entry_source")
        keyData = try rows("entry_key_data", by: "field")
        movers = try rows("motion_mover")
        events = try rows("motion_event")
        dues = try rows("entry_due")
        standings = try rows("entry_standing")
        links = try rows("entry_link")
    }

    func involved(in id: RegisterEntry.ID) throws -> Set<Organisation.ID> {
        Set(try (involved[id] ?? []).map { try $0.get("organisation") })
    }

    func sources(of id: RegisterEntry.ID) throws -> [SourceReading] {
        try (sources[id] ?? []).map {
            SourceReading(try $0.get("subject"), try $0.get("source"), says: try $0.get("says"))
        }
    }

    func keyData(of id: RegisterEntry.ID) throws -> [KeyData: String] {
        Dictionary(
            uniqueKeysWithValues: try (keyData[id] ?? []).map { (try $0.get("field"), try $0.get("value", as: String.self)) })
    }

    func motion(of id: RegisterEntry.ID) throws -> Motion? {
        guard let events = events[id] else { return nil }
        return Motion(
            movers: try (movers[id] ?? []).map { try $0.get("name") },
            events: try events.map { Motion.Event(try $0.get("kind"), on: try $0.get("day")) })
    }

    func dues(of id: RegisterEntry.ID) throws -> [Due] {
        try (dues[id] ?? []).map { try Due(row: $0, letter: "letter") }
    }

    func standings(of id: RegisterEntry.ID) throws -> [StandingChange] {
        try (standings[id] ?? []).map { row in
            guard let standing = Standing(try row.get("standing"), department: try row.get("organisation")) else {
                throw SQLFailure(.wrongColumn, "standing")
            }
            return StandingChange(
                standing, on: try row.get("day"), facts: try row.get("facts"), letter: try row.reference("letter"),
                byHouse: try row.get("by_house"))
        }
    }

    func links(of id: RegisterEntry.ID) throws -> [FulfilmentLink] {
        try (links[id] ?? []).map { row in
            guard let link = FulfilmentLink(try row.get("kind"), try row.get("target")) else {
                throw SQLFailure(.wrongColumn, "target")
            }
            return link
        }
    }
}

extension RegisterEntry {
    init(row: Row, parts: EntryParts) throws {
        let id = try row.get("id", as: RegisterEntry.ID.self)
        self.init(
            id: id, number: try row.get("number"), facts: try RegisterFacts(row: row, id, parts: parts),
            motion: try parts.motion(of: id), owner: try row.get("owner"), dues: try parts.dues(of: id),
            standings: try parts.standings(of: id), links: try parts.links(of: id), version: try row.get("version"))
    }
}

extension RegisterFacts {
    fileprivate init(row: Row, _ id: RegisterEntry.ID, parts: EntryParts) throws {
        self.init(
            kind: try row.get("kind"), house: try row.get("house"), title: try row.get("title"),
            wording: try row.get("wording"), verb: try row.get("verb"), madeOn: try row.get("made_day"),
            setting: try row.get("made_in"), place: try row.get("made_where"),
            dossier: try row.get("dossier", as: String?.self).map { text in
                guard let dossier = Dossier(written: text) else { throw SQLFailure(.wrongColumn, "dossier") }
                return dossier
            }, paper: try row.reference("paper"),
            houseNumber: try row.get("house_number", as: String?.self).map { try HouseNumber($0) },
            department: try row.get("department"), involved: try parts.involved(in: id), sources: try parts.sources(of: id),
            madeWords: try row.get("made_words"), madeReason: try row.get("made_reason"), keyData: try parts.keyData(of: id))
    }
}

extension Due {
    /// - Parameter letter: the column of the letter that told it.
    init(row: Row, letter: String) throws {
        self.init(
            words: try row.get("words"), day: try row.get("day"), reason: try row.get("reason"), told: try row.get("told_day"),
            letter: try row.reference(letter))
    }
}

extension Row {
    func reference(_ name: String) throws -> Reference? { try get(name, as: String?.self).map { try Reference($0) } }
}
