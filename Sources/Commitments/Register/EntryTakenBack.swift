import Access
import Database
import Kernel

/// Something that was recorded of an entry by mistake and taken out of its history, and why.
package struct EntryTakenBack: Sendable, Equatable {
    package enum What: Sendable, Equatable {
        /// A standing with the paper that made it, where one did.
        case standing(Standing.Code, Reference?, on: Day)
        /// A day, or words, with the day on which it was told, and the paper that did, where one did.
        case due(Day?, words: String, Reference?, told: Day)
        /// That a letter told of it, and when that letter was said to be sent.
        case evidence(Reference, on: Day)
        /// A step of a motion; the day is nil where it was not known.
        case step(Motion.Step, on: Day?)
    }

    package let what: What
    package let reason: String
    package let officer: Officer.ID
    package let day: Day
    /// The version of the entry that it made.
    package let version: Int
}

extension SQLConnection {
    /// Takes the last row of a history out of it.
    ///
    /// - Parameter count: how many rows it has.
    func takeOutLast(of table: String, _ count: Int, of entry: RegisterEntry) throws {
        try execute("DELETE FROM \(table) WHERE entry = $1 AND number = $2", entry.id, count)
    }

    /// Keeps what was taken back, and brings the entry up to date with what its histories say now.
    func keep(
        _ taken: [EntryTakenBack.What], of before: RegisterEntry, because reason: String, by officer: Officer.ID, on today: Day
    ) throws {
        let next = try nextNumber(in: "entry_taken_back", where: "entry = $1", before.id)
        for (index, what) in taken.enumerated() {
            let kept = what.kept
            try execute(
                """
                INSERT INTO entry_taken_back (entry, number, kind, what, what_day, due_day, paper, reason, officer, day, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                [
                    before.id, next + index, kept.kind, kept.what, kept.day, kept.due, kept.paper, reason, officer, today,
                    before.version + 1,
                ])
        }
        guard let entry = try entry(before.id) else { return }
        try execute(
            "UPDATE register_entry SET due_day = $2, standing = $3, version = version + 1 WHERE id = $1", entry.id,
            entry.due?.day, entry.standing.code.rawValue)
    }

    /// What was taken back of an entry, the first one first.
    func takenBack(of id: RegisterEntry.ID) throws -> [EntryTakenBack] {
        try query("SELECT * FROM entry_taken_back WHERE entry = $1 ORDER BY number", id).map { row in
            EntryTakenBack(
                what: try EntryTakenBack.What(row: row), reason: try row.get("reason"), officer: try row.get("officer"),
                day: try row.get("day"), version: try row.get("version"))
        }
    }
}

extension EntryTakenBack.What {
    fileprivate var kept: (kind: String, what: String, day: Day?, due: Day?, paper: String?) {
        switch self {
        case .standing(let code, let paper, let day): ("standing", code.rawValue, day, nil, paper?.written(in: .metadata))
        case .due(let due, let words, let paper, let told): ("due", words, told, due, paper?.written(in: .metadata))
        case .evidence(let paper, let day): ("evidence", "", day, nil, paper.written(in: .metadata))
        case .step(let step, let day): ("motionStep", step.rawValue, day, nil, nil)
        }
    }

    fileprivate init(row: Row) throws {
        let paper = try row.reference("paper")
        switch try row.get("kind", as: String.self) {
        case "standing": self = .standing(try row.get("what"), paper, on: try row.get("what_day"))
        case "due":
            self = .due(
                try row.get("due_day"), words: try row.get("what"), paper, told: try row.get("what_day"))
        case "evidence":
            guard let paper else { throw SQLFailure(.wrongColumn, "paper") }
            self = .evidence(paper, on: try row.get("what_day"))
        default: self = .step(try row.get("what"), on: try row.get("what_day"))
        }
    }
}
