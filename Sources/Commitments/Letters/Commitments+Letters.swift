import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let letterBegun = AuditAction("letter.begun")
    package static let letterAnswersSet = AuditAction("letter.answers-set")
    package static let letterInvolvedSet = AuditAction("letter.involved-set")
    package static let letterSent = AuditAction("letter.sent")
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

extension Letter {
    /// Whether it says what a form asked to begin.
    fileprivate func says(_ new: NewLetter) -> Bool {
        subject == new.subject && house == new.house && department == new.department
            && involved == new.involved.subtracting([new.department]) && dues.first == new.due
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
    ///
    /// - Parameter form: the identifier that the form of it carried, so that one form that comes twice begins one letter; nil where
    ///   there was none.
    @discardableResult package func begin(
        _ new: NewLetter, from form: Letter.ID? = nil, by officer: RegisterOfficer
    ) async throws -> Letter {
        guard officer.writes.contains(new.department) else { throw LetterRefusal.notYours }
        guard !new.subject.isEmpty else { throw LetterRefusal.subjectMissing }
        if let refusal = new.due?.refusal(on: today) { throw LetterRefusal.expectedDayRefused(refusal) }
        let id = form ?? Letter.ID(from: entropy)
        return try await audit.command { [self] db in
            if let kept = try db.letter(id) {
                guard kept.owner == officer.officer.id else { throw LetterRefusal.notYours }
                guard kept.says(new) else { throw LetterRefusal.formUsed(byLetter: kept.number) }
                return Audited(kept, [])
            }
            let letter = Letter(
                id: id, number: try db.nextLetterNumber(), subject: new.subject, house: new.house, department: new.department,
                involved: new.involved.subtracting([new.department]), owner: officer.officer.id,
                dues: [new.due].compactMap(\.self))
            try db.insert(letter)
            return Audited(letter, note(.letterBegun, of: letter, by: officer))
        }
    }

    /// Sets what a letter answers.
    ///
    /// - Throws: `LetterRefusal.entryGone` for what is not in the register, `nothingOwed` for what is settled already, and what a
    ///   postponement refuses.
    package func setAnswers(
        _ answers: [LetterAnswer], of id: Letter.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        let today = today
        guard Set(answers.map(\.entry)).count == answers.count else { throw LetterRefusal.answeredTwice }
        try await audit.command { [self] db in
            var letter = try db.draft(id, version, for: officer)
            // What it answered before may be taken out whatever became of it; only what is new has to fit.
            for answer in answers where !letter.answers.contains(answer) {
                guard let entry = try db.entry(answer.entry), officer.mayRead(entry) else { throw LetterRefusal.entryGone }
                guard entry.facts.house == letter.house else { throw LetterRefusal.saidToOtherHouse(entry.id) }
                _ = try entry.answered(by: answer, in: LetterAnswer.someLetter, on: today, today: today)
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
            var letter = try db.draft(id, version, for: officer)
            letter.involved = departments.subtracting([letter.department])
            try db.save(letter)
            return note(.letterInvolvedSet, of: letter, by: officer)
        }
    }

    func note(_ action: AuditAction, of letter: Letter, by officer: RegisterOfficer) -> AuditNote {
        access.note(action, by: officer.function, at: .officerDoor, officer: officer.officer.id, text: String(letter.number))
    }
}

extension SQLConnection {
    /// An unsent letter that this officer may change.
    func draft(_ id: Letter.ID, for officer: RegisterOfficer) throws -> Letter {
        let letter = try letter(id, for: officer)
        try letter.mustBeDraft()
        return letter
    }

    /// The same, where nobody changed it since it was shown.
    func draft(_ id: Letter.ID, _ version: Int, for officer: RegisterOfficer) throws -> Letter {
        let letter = try draft(id, for: officer)
        guard letter.version == version else { throw LetterRefusal.changedMeanwhile }
        return letter
    }

    /// A letter in any state that this officer may change, where nobody changed it since it was shown.
    func letter(_ id: Letter.ID, _ version: Int, for officer: RegisterOfficer) throws -> Letter {
        let letter = try letter(id, for: officer)
        guard letter.version == version else { throw LetterRefusal.changedMeanwhile }
        return letter
    }

    private func letter(_ id: Letter.ID, for officer: RegisterOfficer) throws -> Letter {
        guard let letter = try letter(id), officer.reads.contains(letter.department) else { throw LetterRefusal.notFound }
        guard officer.mayChange(letter) else { throw LetterRefusal.notYours }
        return letter
    }
}
