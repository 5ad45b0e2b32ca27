import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let entryStandingTakenBack = AuditAction("register.standing-taken-back")
    package static let entryDueTakenBack = AuditAction("register.due-taken-back")
    package static let motionStepTakenBack = AuditAction("register.motion-step-taken-back")
}

extension Commitments {
    /// Takes back the last standing, which was recorded wrongly: the one before it holds.
    ///
    /// - Throws: `TakingBackRefusal`, `RegisterRefusal`.
    package func takeBackStanding(
        of id: RegisterEntry.ID, reason: String, version: Int, by officer: RegisterOfficer
    ) async throws {
        try await takeBack(of: id, because: reason, version, by: officer, .entryStandingTakenBack) { db, entry in
            guard entry.standings.count > 1, let last = entry.standings.last else { throw TakingBackRefusal.nothingBefore }
            try db.mustNotBeOfLetter(last.letter, entry)
            try db.takeOutLast(of: "entry_standing", entry.standings.count, of: entry)
            return .standing(last.standing.code, last.letter, on: last.day)
        }
    }

    /// Takes back the last day, which was recorded wrongly: the one before it holds.
    ///
    /// - Throws: `TakingBackRefusal`, `RegisterRefusal`.
    package func takeBackDue(
        of id: RegisterEntry.ID, reason: String, version: Int, by officer: RegisterOfficer
    ) async throws {
        try await takeBack(of: id, because: reason, version, by: officer, .entryDueTakenBack) { db, entry in
            guard entry.hasDueToTakeBack, let last = entry.dues.last else { throw TakingBackRefusal.nothingBefore }
            try db.mustNotBeOfLetter(last.letter, entry)
            try db.takeOutLast(of: "entry_due", entry.dues.count, of: entry)
            return .due(last.day, words: last.words, last.letter, told: last.told)
        }
    }

    /// Takes back the last thing that was noted of what the House did with a motion.
    ///
    /// - Throws: `MotionRefusal`, `RegisterRefusal`.
    package func takeBackStep(
        of id: RegisterEntry.ID, reason: String, version: Int, by officer: RegisterOfficer
    ) async throws {
        try await takeBack(of: id, because: reason, version, by: officer, .motionStepTakenBack) { db, entry in
            let last = try entry.lastStep()
            if entry.isOwed, let letter = try db.letterThatMoved(entry.id) { throw MotionRefusal.isAnswered(byLetter: letter) }
            try db.takeOutLast(of: "motion_event", entry.motion?.events.count ?? 0, of: entry)
            return .step(last.step, on: last.day)
        }
    }

    private func takeBack(
        of id: RegisterEntry.ID, because reason: String, _ version: Int, by officer: RegisterOfficer, _ action: AuditAction,
        _ body: @escaping @Sendable (any SQLConnection, RegisterEntry) throws -> EntryTakenBack.What
    ) async throws {
        guard !reason.isEmpty else { throw RegisterRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            let entry = try db.entry(id, version, for: officer)
            let taken = try body(db, entry)
            try db.keep([taken], of: entry, because: reason, by: officer.officer.id, on: today)
            return note(action, of: entry, by: officer)
        }
    }
}

/// Why the last standing or day stays.
package enum TakingBackRefusal: Refusal {
    /// There is nothing that would hold instead.
    case nothingBefore
    /// A letter that was sent made it, which is taken back itself.
    case madeBy(letter: Int)
}

extension RegisterEntry {
    /// Whether the last day was recorded by someone: what was said or follows from a rule at the beginning is corrected instead.
    package var hasDueToTakeBack: Bool {
        guard let first = dues.first else { return false }
        return dues.count > 1 || first.told != facts.madeOn
    }
}

extension SQLConnection {
    fileprivate func mustNotBeOfLetter(_ paper: Reference?, _ entry: RegisterEntry) throws {
        guard let paper, let letter = try letterSent(as: paper), try letterThatMoved(entry.id) != nil else { return }
        throw TakingBackRefusal.madeBy(letter: letter)
    }
}
