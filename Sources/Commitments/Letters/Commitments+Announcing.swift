import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let letterRenamed = AuditAction("letter.renamed")
    package static let letterAnnounced = AuditAction("letter.announced")
    package static let letterMerged = AuditAction("letter.merged")
    package static let letterTakenApart = AuditAction("letter.taken-apart")
    package static let letterWithdrawn = AuditAction("letter.withdrawn")
    package static let letterRestored = AuditAction("letter.restored")
}

extension Commitments {
    /// Says what the letter is about in other words.
    package func rename(_ id: Letter.ID, to subject: String, version: Int, by officer: RegisterOfficer) async throws {
        guard !subject.isEmpty else { throw LetterRefusal.subjectMissing }
        try await audit.command { [self] db in
            var letter = try db.draft(id, version, for: officer)
            letter.subject = subject
            try db.save(letter)
            return note(.letterRenamed, of: letter, by: officer)
        }
    }

    /// Says when a letter comes, or that it comes at another time. The days before stay in its history.
    ///
    /// - Throws: `LetterRefusal.expectedDayRefused`.
    package func announce(_ due: Due, of id: Letter.ID, version: Int, by officer: RegisterOfficer) async throws {
        let today = today
        try await audit.command { [self] db in
            let letter = try db.draft(id, version, for: officer)
            if let refusal = due.refusal(after: letter.dues, on: today) { throw LetterRefusal.expectedDayRefused(refusal) }
            try db.insert(due, number: letter.dues.count + 1, ofLetter: id)
            try db.save(letter)
            return note(.letterAnnounced, of: letter, by: officer)
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
            var letter = try db.draft(id, version, for: officer)
            let into = try db.draft(other, for: officer)
            guard into.house == letter.house, into.department == letter.department else { throw LetterRefusal.goesElsewhere }
            letter.state = .merged(into: other, on: today, reason: reason)
            try db.save(letter)
            return note(.letterMerged, of: letter, by: officer)
        }
    }

    /// Lets a letter that went along in another stand on its own again.
    package func takeApart(_ id: Letter.ID, version: Int, by officer: RegisterOfficer) async throws {
        try await audit.command { [self] db in
            let letter = try db.letter(id, version, for: officer)
            let last = letter.end(among: try db.letters(of: [letter.department]).byID)
            guard case .merged = letter.state, last.isDraft else { throw LetterRefusal.isNotMerged }
            try db.deleteMerging(of: id)
            return note(.letterTakenApart, of: letter, by: officer)
        }
    }

    /// Says that a letter does not come. Those that went along in it stand on their own again.
    package func withdraw(_ id: Letter.ID, reason: String, version: Int, by officer: RegisterOfficer) async throws {
        guard !reason.isEmpty else { throw LetterRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            var letter = try db.draft(id, version, for: officer)
            for other in try db.lettersMerged(into: id) { try db.deleteMerging(of: other) }
            letter.state = .withdrawn(on: today, reason: reason)
            try db.save(letter)
            return note(.letterWithdrawn, of: letter, by: officer)
        }
    }

    /// Lets a letter come after all that was said not to.
    ///
    /// - Throws: `LetterRefusal.isNotWithdrawn`.
    package func restore(_ id: Letter.ID, reason: String, version: Int, by officer: RegisterOfficer) async throws {
        guard !reason.isEmpty else { throw LetterRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            let letter = try db.letter(id, version, for: officer)
            guard case .withdrawn(let day, let former) = letter.state else { throw LetterRefusal.isNotWithdrawn }
            try db.restore(
                letter,
                LetterRestoration(
                    withdrawnOn: day, withdrawnBecause: former, reason: reason, officer: officer.officer.id, day: today))
            return note(.letterRestored, of: letter, by: officer)
        }
    }
}

extension Due {
    /// Why a letter is not expected so; nil where it can be.
    ///
    /// - Parameter before: when it was said to come until now, the present one last.
    fileprivate func refusal(after before: [Due], on today: Day) -> DueRefusal? {
        guard day != nil || !words.isEmpty else { return .neitherWordsNorDay }
        guard !reason.isEmpty else { return .reasonMissing }
        if let day, before.last?.day == day { return .doesNotMove(day) }
        if day == nil, let late = before.last?.day, late < today { return .lateWithoutDay(since: late) }
        return refusal(on: today)
    }

    /// Why the day of a letter does not fit; nil where it does.
    func refusal(on today: Day) -> DueRefusal? {
        if told > today { return .toldInTheFuture(told) }
        if let day, day < told { return .beforeItWasTold(told) }
        return refusal(since: told)
    }
}
