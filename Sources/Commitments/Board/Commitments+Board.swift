import Access
import Database
import Kernel

extension Commitments {
    /// The board of the officer's departments, and of what the officer is reminded today.
    package func board(for officer: RegisterOfficer) async throws -> (board: Board, reminders: [Reminder]) {
        let today = today
        let departments = try await officer.reads.sorted().asyncFlatMap { department in
            [(items: try await self.boardItems(of: department), coordinators: try await self.coordinators(of: department))]
        }
        let reminders = departments.flatMap { Reminder.due($0.items, coordinators: $0.coordinators, on: today) }
        return (
            Board(departments.flatMap(\.items), on: today), reminders.filter { $0.to == officer.officer.id }
        )
    }

    /// What is late on a day, of every department, the oldest first; for those who run the server.
    package func overdue(on day: Day) async throws -> [(department: Organisation.ID, item: BoardItem)] {
        let departments = try await database.read { db in
            try db.query("SELECT department FROM register_entry UNION SELECT department FROM letter ORDER BY department").map {
                try $0.get("department", as: Organisation.ID.self)
            }
        }
        let late = try await departments.asyncFlatMap { department in
            Board(try await self.boardItems(of: department, on: day), on: day).late.map { (department, $0) }
        }
        return late.sorted { ($0.1.day!, $0.0.code) < ($1.1.day!, $1.0.code) }
    }

    /// Who is reminded of what today, of every department; for those who run the server.
    package func allReminders() async throws -> [Reminder] {
        let departments = Set(try await keepers().map(\.organisation)).sorted()
        let today = today
        return try await departments.asyncFlatMap { department in
            Reminder.due(
                try await self.boardItems(of: department), coordinators: try await self.coordinators(of: department), on: today)
        }
    }

    /// The letters on which the officer can record a decision of the minister, and that wait for one, by number.
    package func awaitingMinister(for officer: RegisterOfficer) async throws -> [Letter] {
        let (today, departments) = (today, officer.decides.sorted())
        guard !departments.isEmpty else { return [] }
        return try await database.read { db in
            try departments.flatMap { department in
                let letters = try db.letters(of: [department])
                let waiting = try db.waiting(letters, entries: try db.entries(of: department), on: today)
                return letters.filter { waiting[$0.id] == .minister(on: $0.id) }
            }
        }
    }

    private func coordinators(of department: Organisation.ID) async throws -> [Officer.ID] {
        let keepers = try await keepers().filter { $0.role == .commitmentsCoordinator && $0.organisation == department }
        return Array(Set(keepers.map(\.officer)))
    }

    /// - Parameter day: nil for today.
    private func boardItems(of department: Organisation.ID, on day: Day? = nil) async throws -> [BoardItem] {
        let today = day ?? today
        return try await database.read { db in
            let (entries, letters) = (try db.entries(of: department), try db.letters(of: [department]))
            let drafts = letters.filter(\.isDraft)
            let waiting = try db.waiting(letters, entries: entries, on: today)
            let owed = entries.filter(\.isOwed).map { entry in
                let letter = drafts.first { $0.answers.contains { $0.entry == entry.id } }
                return BoardItem(
                    subject: .entry(entry.id), title: entry.facts.title, day: entry.due?.day, owner: entry.owner,
                    waiting: letter.flatMap { waiting[$0.id] } ?? .letter)
            }
            let held = entries.filter { $0.motion?.mayHaveLapsed(on: today) == true }.map { entry in
                BoardItem(
                    subject: .entry(entry.id), title: entry.facts.title, day: entry.motion?.lapsesFrom, owner: entry.owner,
                    waiting: .houseOnHeldMotion)
            }
            let byID = letters.byID
            let announced = letters.filter { !$0.dues.isEmpty }.compactMap { letter -> BoardItem? in
                let last = letter.end(among: byID)
                guard last.isDraft else { return nil }
                return BoardItem(
                    subject: .letter(letter.id), title: letter.subject, day: letter.due(goingAlongIn: last)?.day,
                    owner: letter.owner, waiting: waiting[letter.id] ?? .otherLetter(last.id))
            }
            return owed + held + announced
        }
    }
}

extension SQLConnection {
    /// For what each unsent letter of a department waits.
    ///
    /// - Parameters:
    ///   - letters: all letters of the department.
    ///   - entries: its register.
    fileprivate func waiting(
        _ letters: [Letter], entries: [RegisterEntry], on today: Day
    ) throws -> [Letter.ID: Waiting] {
        Dictionary(
            uniqueKeysWithValues: try letters.filter(\.isDraft).map { letter in
                let facts = NoteFacts(
                    letter: letter, rounds: try rounds(of: letter), entries: entries, letters: letters, on: today)
                return (letter.id, Waiting(for: facts, decision: try decisions(on: letter.id).last))
            })
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncFlatMap<Value>(_ body: (Element) async throws -> [Value]) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values += try await body(element) }
        return values
    }
}
