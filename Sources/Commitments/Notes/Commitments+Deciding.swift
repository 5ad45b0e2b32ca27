import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let ministerDecided = AuditAction("letter.minister-decided")
}

/// A letter with all that there is to know before it goes.
package struct LetterFile: Sendable {
    package let letter: Letter
    /// The first one first.
    package let rounds: [AlignmentRound]
    /// The last one last.
    package let decisions: [MinistersDecision]
    /// Why it cannot go now; empty where it can.
    package let obstacles: [LetterRefusal]
    /// The first of them.
    package var obstacle: LetterRefusal? { obstacles.first }
    /// Why the last decision does not hold for the letter and its note as they are; nil where it does, or there is none.
    package let decisionOvertaken: LetterRefusal?
    /// Letters that go along in it.
    package let goingAlong: [Letter]
    /// What it answers or could answer, what is due first on top.
    package let answerable: [RegisterEntry]
    /// The letter in which it goes along.
    package let mergedInto: Letter?
    /// Others in which it could go along, the newest first.
    package let hosts: [Letter]
    /// Sendings that were taken back, the first one first.
    package let recalls: [FormerSending]
    /// What it was said to be sent as before, the first one first.
    package let corrections: [FormerSending]
    /// That it came after all, the first time first.
    package let restorations: [LetterRestoration]
    /// Parts that were taken out, in the order in which they stood.
    package let partsOut: [LetterPart]
    /// Of the letter and its note as they are today.
    package let fingerprint: LetterFingerprint

    init(
        _ facts: NoteFacts, decisions: [MinistersDecision], recalls: [FormerSending], restorations: [LetterRestoration],
        corrections: [FormerSending],
        partsOut: [LetterPart]
    ) {
        (self.recalls, self.restorations, self.corrections) = (recalls, restorations, corrections)
        self.partsOut = partsOut
        answerable = facts.entries.answerable(by: facts.letter)
        if case .merged(let other, _, _) = facts.letter.state {
            mergedInto = facts.letters.first { $0.id == other }
        } else {
            mergedInto = nil
        }
        hosts = facts.letters.filter { $0.mayTakeAlong(facts.letter) }.sorted { $0.number > $1.number }
        (letter, rounds, self.decisions) = (facts.letter, facts.rounds, decisions)
        do {
            try facts.letter.mustBeDraft()
            obstacles = Array(facts.obstacles(decisions.last))
        } catch {
            obstacles = [error]
        }
        fingerprint = LetterFingerprint(facts)
        decisionOvertaken = decisions.last?.change(since: facts)
        goingAlong = facts.goingAlong
    }
}

extension Commitments {
    /// - Throws: `LetterRefusal.notFound` also where it is not the officer's to see.
    package func file(of id: Letter.ID, for officer: RegisterOfficer) async throws -> LetterFile {
        let (letter, today) = (try await letter(id, for: officer), today)
        return try await database.read { db in
            LetterFile(
                try db.noteFacts(of: letter, on: today), decisions: try db.decisions(on: id),
                recalls: try db.formerSendings(.recalled, of: id),
                restorations: try db.restorations(of: id), corrections: try db.formerSendings(.corrected, of: id),
                partsOut: try db.parts(takenOutOf: id))
        }
    }

    /// Records what the minister decided on a letter and its note.
    ///
    /// - Parameter seen: the `LetterFingerprint` of what the officer saw.
    /// - Throws: `LetterRefusal.changedMeanwhile` where the letter or its note is another by now; what
    ///   `NoteFacts.unsaidClaims` has where the minister would agree.
    package func decide(
        _ decision: MinistersDecision, seen: String, on id: Letter.ID, by officer: RegisterOfficer
    ) async throws {
        let today = today
        guard decision.day <= today else { throw LetterRefusal.decidedInTheFuture(decision.day) }
        try await audit.command { [self] db in
            guard let letter = try db.letter(id), officer.decides.contains(letter.department), letter.isDraft else {
                throw LetterRefusal.notFound
            }
            let facts = try db.noteFacts(of: letter, on: today)
            guard LetterFingerprint(facts).text == seen else { throw LetterRefusal.changedMeanwhile }
            guard decision.kind == .agreed || !decision.remarks.isEmpty else { throw LetterRefusal.remarksMissing }
            if decision.isAgreed, let claim = facts.unsaidClaims.first { throw claim }
            let last = try db.decisions(on: id).last
            if let last, decision.day < last.day { throw LetterRefusal.decidedBefore(last.day) }
            let isTheSame = last.map { $0.isSame(as: decision) && $0.change(since: facts) == nil } ?? false
            guard !isTheSame else { return Audited((), []) }
            try db.insert(decision, on: facts.on(decision.day), by: officer.officer.id)
            return Audited((), note(.ministerDecided, of: letter, by: officer))
        }
    }
}
