import Access
import Database
import Kernel

/// Something that was recorded of an entry by mistake and taken out of its history, and why.
package struct EntryTakenBack: Sendable, Equatable {
    package enum What: Sendable, Equatable {
        /// What a letter did with it, and when that letter was said to be sent.
        case letter(Reference, LetterAnswer.Code, on: Day)
        /// A step of a motion; the day is nil where it was not known.
        case step(Motion.Step, on: Day?)
    }

    package let what: What
    package let reason: String
    package let officer: Officer.ID
    package let day: Day
    /// The version of the entry that it made.
    package let version: Int

    init(_ what: What, reason: String, officer: Officer.ID, day: Day, version: Int) {
        (self.what, self.reason, self.officer, self.day, self.version) = (what, reason, officer, day, version)
    }
}

extension SQLConnection {
    /// Takes what a letter did with an entry out of its histories, wherever it stands in them.
    func takeOut(_ letter: Reference, that effect: LetterAnswer.Code, of entry: RegisterEntry) throws {
        let paper = letter.written(in: .metadata)
        switch effect {
        case .settles: try takeOut(of: "entry_standing", entry.id, toldIn: paper)
        case .settlesInPart where entry.standings.contains { $0.letter == letter }:
            try takeOut(of: "entry_standing", entry.id, toldIn: paper)
        case .postpones: try takeOut(of: "entry_due", entry.id, toldIn: paper)
        case .settlesInPart, .informs:
            guard let index = entry.links.lastIndex(of: .evidence(paper)) else { return }
            try execute("DELETE FROM entry_link WHERE entry = $1 AND number = $2", entry.id, index + 1)
            try closeGaps(in: "entry_link", of: entry.id)
        }
    }

    /// Takes the last step of a motion out of its life.
    func takeOutLastStep(of entry: RegisterEntry) throws {
        try execute("DELETE FROM motion_event WHERE entry = $1 AND number = $2", entry.id, entry.motion?.events.count ?? 0)
    }

    /// Keeps what was taken back, and brings the entry up to date with what its histories say now.
    func keep(_ taken: EntryTakenBack, of before: RegisterEntry) throws {
        let (kind, what, day) = taken.what.kept
        let known = try first("SELECT max(number) AS last FROM entry_taken_back WHERE entry = $1", before.id)
        try execute(
            """
            INSERT INTO entry_taken_back (entry, number, kind, what, what_day, reason, officer, day, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                before.id, (try known?.get("last", as: Int?.self) ?? 0) + 1, kind, what, day, taken.reason, taken.officer,
                taken.day, taken.version,
            ])
        guard let entry = try entry(before.id) else { return }
        try execute(
            "UPDATE register_entry SET due_day = $2, standing = $3, version = version + 1 WHERE id = $1", entry.id,
            entry.due?.day, entry.standing.code.rawValue)
    }

    /// What was taken back of an entry, the first one first.
    func takenBack(of id: RegisterEntry.ID) throws -> [EntryTakenBack] {
        try query("SELECT * FROM entry_taken_back WHERE entry = $1 ORDER BY number", id).map { row in
            EntryTakenBack(
                try EntryTakenBack.What(row: row), reason: try row.get("reason"), officer: try row.get("officer"),
                day: try row.get("day"), version: try row.get("version"))
        }
    }

    private func takeOut(of table: String, _ id: RegisterEntry.ID, toldIn paper: String) throws {
        try execute("DELETE FROM \(table) WHERE entry = $1 AND letter = $2", id, paper)
        try closeGaps(in: table, of: id)
    }

    /// Numbers the rows of a history from 1 up again.
    private func closeGaps(in table: String, of id: RegisterEntry.ID) throws {
        let numbers = try query("SELECT number FROM \(table) WHERE entry = $1 ORDER BY number", id).map {
            try $0.get("number", as: Int.self)
        }
        for (index, number) in numbers.enumerated() where number != index + 1 {
            try execute("UPDATE \(table) SET number = $3 WHERE entry = $1 AND number = $2", id, number, index + 1)
        }
    }
}

extension EntryTakenBack.What {
    private static let step = "motionStep"

    fileprivate var kept: (kind: String, what: String, day: Day?) {
        switch self {
        case .letter(let paper, let effect, let day): (effect.rawValue, paper.written(in: .metadata), day)
        case .step(let step, let day): (Self.step, step.rawValue, day)
        }
    }

    fileprivate init(row: Row) throws {
        if try row.get("kind", as: String.self) == Self.step {
            self = .step(try row.get("what"), on: try row.get("what_day"))
        } else {
            guard let effect = LetterAnswer.Code(rawValue: try row.get("kind")), let paper = try row.reference("what") else {
                throw SQLFailure(.wrongColumn, "what")
            }
            self = .letter(paper, effect, on: try row.get("what_day"))
        }
    }
}
