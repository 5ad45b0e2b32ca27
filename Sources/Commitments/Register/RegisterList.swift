import Access
import Database
import Kernel

/// A part of the register, what is due first on top.
package struct RegisterList: Sendable {
    /// What a list shows.
    package enum Part: String, Sendable, CaseIterable {
        /// All that is owed.
        case owed
        case overdue
        case thisMonth
        /// Owed, and nobody has made a day of the words, or there are none.
        case withoutDay
        case withoutOwner
        /// What this officer owns.
        case own
        case all
    }

    package let part: Part
    package let entries: [RegisterEntry]
    package let counts: [Part: Int]
}

extension RegisterEntry {
    /// Whether the entry stands in a part of the register.
    func stands(in part: RegisterList.Part, for officer: RegisterOfficer, on today: Day) -> Bool {
        switch part {
        case .owed: isOwed
        case .overdue: isOverdue(on: today)
        case .thisMonth: isOwed && due?.day.map { $0.isInMonth(of: today) } == true
        case .withoutDay: isOwed && due?.day == nil
        case .withoutOwner: isOwed && owner == nil
        case .own: isOwed && owner == officer.officer.id
        case .all: true
        }
    }

    /// What is due first comes first; then what has no day; then what is owed no more, the newest first.
    fileprivate func comesBefore(_ other: RegisterEntry) -> Bool {
        guard isOwed == other.isOwed else { return isOwed }
        guard isOwed else { return number > other.number }
        return (due?.day ?? .last, number) < (other.due?.day ?? .last, other.number)
    }
}

extension [RegisterEntry] {
    /// What is due first on top.
    var inOrder: [RegisterEntry] { sorted { $0.comesBefore($1) } }

    /// What a letter may answer: what its department was told by the House to which it goes.
    package func answerable(by letter: Letter) -> [RegisterEntry] {
        filter { $0.facts.department == letter.department && $0.facts.house == letter.house }.inOrder
    }
}

extension Day {
    fileprivate func isInMonth(of other: Day) -> Bool {
        components.year == other.components.year && components.month == other.components.month
    }
}

extension Commitments {
    /// A part of the register of the officer's departments. A register holds thousands of entries at most, so it is read as a
    /// whole: every counter is true.
    ///
    /// - Parameter search: counters count what it finds.
    package func list(
        _ part: RegisterList.Part, finding search: RegisterSearch = RegisterSearch(), for officer: RegisterOfficer
    ) async throws -> RegisterList {
        let (today, entries) = (today, try await entries(for: officer).filter(search.finds))
        var counts: [RegisterList.Part: Int] = [:]
        for part in RegisterList.Part.allCases {
            counts[part] = entries.count { $0.stands(in: part, for: officer, on: today) }
        }
        let shown = entries.filter { $0.stands(in: part, for: officer, on: today) }
        return RegisterList(part: part, entries: shown.inOrder, counts: counts)
    }

    /// One entry.
    ///
    /// - Throws: `RegisterRefusal.notFound` also where it is not the officer's to see.
    package func entry(_ id: RegisterEntry.ID, for officer: RegisterOfficer) async throws -> RegisterEntry {
        guard let entry = try await database.read({ try $0.entry(id) }), officer.mayRead(entry) else {
            throw RegisterRefusal.notFound
        }
        return entry
    }

    func entries(for officer: RegisterOfficer) async throws -> [RegisterEntry] {
        let departments = officer.reads.sorted()
        return try await database.read { db in
            try departments.flatMap { try db.entries(of: $0) }
        }
    }
}

extension SQLConnection {
    /// The register of a department, by number.
    func entries(of department: Organisation.ID) throws -> [RegisterEntry] { try entries(where: "department = $1", department) }

    /// Some entries, by number.
    func entries(_ ids: Set<RegisterEntry.ID>) throws -> [RegisterEntry] {
        let table = "(SELECT * FROM register_entry WHERE \(entryStays)) register_entry"
        let found = try rows(of: table, by: "id", in: Array(ids), sorted: "number").values.joined()
        let parts = try EntryParts(of: Array(ids), in: self)
        return try found.map { try RegisterEntry(row: $0, parts: parts) }.sorted { $0.number < $1.number }
    }

    /// Entries with all that belongs to them, by their numbers.
    fileprivate func entries(where condition: String, _ value: any SQLBindable) throws -> [RegisterEntry] {
        let rows = try query("SELECT * FROM register_entry WHERE \(condition) AND \(entryStays) ORDER BY number", value)
        let parts = try EntryParts(of: try rows.map { try $0.get("id") }, in: self)
        return try rows.map { try RegisterEntry(row: $0, parts: parts) }
    }
}
