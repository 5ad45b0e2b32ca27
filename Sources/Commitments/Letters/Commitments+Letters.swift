import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let letterBegun = AuditAction("letter.begun")
    package static let letterPartSaved = AuditAction("letter.part-saved")
    package static let letterAnswersSet = AuditAction("letter.answers-set")
    package static let letterInvolvedSet = AuditAction("letter.involved-set")
    package static let letterMerged = AuditAction("letter.merged")
    package static let letterSent = AuditAction("letter.sent")
}

/// A text that a part had, with who wrote it and when.
package struct PartVersion: Sendable, Equatable {
    package let number: Int
    package let heading, text: String
    package let officer: Officer.ID
    package let day: Day
}

/// A letter that is begun.
package struct NewLetter: Sendable, Equatable {
    package var subject: String
    package var house: House
    package var department: Organisation.ID
    package var involved: Set<Organisation.ID>
    package var due: Due?

    package init(
        _ subject: String, house: House = .tweedeKamer, department: Organisation.ID, involved: Set<Organisation.ID> = [],
        due: Due? = nil
    ) {
        self.subject = subject
        self.house = house
        self.department = department
        self.involved = involved
        self.due = due
    }
}

extension Commitments {
    /// The letters of the officer's departments, the newest first.
    package func letters(for officer: RegisterOfficer) async throws -> [Letter] {
        let departments = officer.reads.sorted()
        return try await database.read { try $0.letters(of: departments) }.sorted { $0.number > $1.number }
    }

    /// - Throws: `LetterRefusal.notFound` also where it is not the officer's to see.
    package func letter(_ id: Letter.ID, for officer: RegisterOfficer) async throws -> Letter {
        guard let letter = try await database.read({ try $0.letter(id) }), officer.reads.contains(letter.department) else {
            throw LetterRefusal.notFound
        }
        return letter
    }

    /// Begins a letter, or announces one.
    @discardableResult package func begin(_ new: NewLetter, by officer: RegisterOfficer) async throws -> Letter {
        guard officer.writes.contains(new.department) else { throw LetterRefusal.notYours }
        guard !new.subject.isEmpty else { throw LetterRefusal.subjectMissing }
        let id = Letter.ID(from: entropy)
        return try await audit.command { [self] db in
            let letter = Letter(
                id: id, number: try db.nextLetterNumber(), subject: new.subject, house: new.house, department: new.department,
                involved: new.involved.subtracting([new.department]), owner: officer.officer.id,
                dues: [new.due].compactMap(\.self))
            try db.insert(letter)
            return Audited(letter, note(.letterBegun, of: letter, by: officer))
        }
    }

    /// Adds a part at the end.
    @discardableResult package func addPart(
        _ heading: String, text: String, about entries: Set<RegisterEntry.ID>, to id: Letter.ID, by officer: RegisterOfficer
    ) async throws -> LetterPart {
        let (part, today) = (LetterPart(id: Identifier(from: entropy), heading: heading, text: text, entries: entries), today)
        return try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard !heading.isEmpty else { throw LetterRefusal.headingMissing }
            guard entries.isSubset(of: letter.answers.map(\.entry)) else { throw LetterRefusal.notFound }
            try db.insert(part, of: id, at: letter.parts.count + 1, by: officer.officer.id, on: today)
            return Audited(part, note(.letterPartSaved, of: letter, by: officer))
        }
    }

    /// Saves the text of a part.
    ///
    /// - Parameter part: with the version that the officer saw.
    /// - Throws: `LetterRefusal.partChangedMeanwhile` with the text that came in between.
    package func save(_ part: LetterPart, of id: Letter.ID, by officer: RegisterOfficer) async throws {
        let today = today
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard let present = letter.parts.first(where: { $0.id == part.id }) else { throw LetterRefusal.notFound }
            guard part.entries.isSubset(of: letter.answers.map(\.entry)) else { throw LetterRefusal.notFound }
            guard !part.heading.isEmpty else { throw LetterRefusal.headingMissing }
            if present.heading == part.heading, present.text == part.text {
                try db.saveEntries(of: part)
            } else {
                guard present.version == part.version else { throw LetterRefusal.partChangedMeanwhile(present) }
                try db.save(part, by: officer.officer.id, on: today)
            }
            return note(.letterPartSaved, of: letter, by: officer)
        }
    }

    /// The texts that a part had, the first one first.
    package func versions(
        of part: LetterPart.ID, in id: Letter.ID, for officer: RegisterOfficer
    ) async throws -> [PartVersion] {
        let letter = try await letter(id, for: officer)
        guard letter.parts.contains(where: { $0.id == part }) else { throw LetterRefusal.notFound }
        return try await database.read { try $0.versions(of: part) }
    }

    /// Sets what a letter answers.
    ///
    /// - Throws: `LetterRefusal.nothingOwed` for what is settled already, and what a postponement refuses.
    package func setAnswers(
        _ answers: [LetterAnswer], of id: Letter.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        let (today, trial) = (today, Reference.gazette(year: 2000, number: 1))
        guard Set(answers.map(\.entry)).count == answers.count else { throw LetterRefusal.answeredTwice }
        try await audit.command { [self] db in
            var letter = try db.draft(id, for: officer)
            guard letter.version == version else { throw LetterRefusal.changedMeanwhile }
            for answer in answers {
                guard let entry = try db.entry(answer.entry), officer.mayRead(entry) else { throw LetterRefusal.notFound }
                guard entry.facts.house == letter.house else { throw LetterRefusal.saidToOtherHouse(entry.id) }
                _ = try entry.answered(by: answer, in: trial, on: today, today: today)
            }
            letter.answers = answers
            try db.save(letter)
            return note(.letterAnswersSet, of: letter, by: officer)
        }
    }

    /// Says which other departments take part: each has to agree before the letter goes.
    package func setInvolved(
        _ departments: Set<Organisation.ID>, of id: Letter.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        let tree = try await access.roster().tree
        guard departments.allSatisfy({ tree[$0]?.kind == .ministry }) else { throw LetterRefusal.notFound }
        try await audit.command { [self] db in
            var letter = try db.draft(id, for: officer)
            guard letter.version == version else { throw LetterRefusal.changedMeanwhile }
            letter.involved = departments.subtracting([letter.department])
            try db.save(letter)
            return note(.letterInvolvedSet, of: letter, by: officer)
        }
    }

    /// Lets another letter say what this one would have said. It stays on the planning overview until that one is sent.
    package func merge(
        _ id: Letter.ID, into other: Letter.ID, reason: String, version: Int, by officer: RegisterOfficer
    ) async throws {
        guard id != other else { throw LetterRefusal.mergesIntoItself }
        guard !reason.isEmpty else { throw LetterRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            var letter = try db.draft(id, for: officer)
            guard letter.version == version else { throw LetterRefusal.changedMeanwhile }
            let into = try db.draft(other, for: officer)
            guard into.house == letter.house, into.department == letter.department else { throw LetterRefusal.goesElsewhere }
            letter.state = .merged(into: other, on: today, reason: reason)
            try db.save(letter)
            return note(.letterMerged, of: letter, by: officer)
        }
    }

    func note(_ action: AuditAction, of letter: Letter, by officer: RegisterOfficer) -> AuditNote {
        access.note(action, by: officer.function, at: .officerDoor, officer: officer.officer.id, text: String(letter.number))
    }
}

extension SQLConnection {
    /// A letter that this officer may change.
    func draft(_ id: Letter.ID, for officer: RegisterOfficer) throws -> Letter {
        guard let letter = try letter(id), officer.reads.contains(letter.department) else { throw LetterRefusal.notFound }
        guard officer.mayChange(letter) else { throw LetterRefusal.notYours }
        try letter.mustBeDraft()
        return letter
    }
}
