import Kernel

/// An unsent letter that may go to the House: it says what it claims, whoever must agree has agreed, and the minister has decided.
/// There is no other way to obtain one.
package struct ReadyLetter: Sendable, Equatable {
    package let letter: Letter

    /// - Parameters:
    ///   - facts: of today.
    ///   - decision: what the minister decided on the note; nil where nothing yet.
    package init(_ facts: NoteFacts, decision: MinistersDecision?) throws(LetterRefusal) {
        try facts.letter.mustBeDraft()
        if let obstacle = facts.obstacles(decision).first { throw obstacle }
        letter = facts.letter
    }
}

extension NoteFacts {
    /// Why the letter may not go yet: what it must say first, then who must agree, the minister last.
    func obstacles(_ decision: MinistersDecision?) -> some Collection<LetterRefusal> {
        let checks: [@Sendable (NoteFacts) -> [LetterRefusal]] = [
            \.notOwed, \.unansweredAlong, \.outstanding, { $0.undecided(decision) },
        ]
        return (Self.claims + checks).lazy.flatMap { $0(self) }
    }

    private var outstanding: [LetterRefusal] {
        let standings = letter.alignment(rounds, among: AlignmentBody.all, on: day)
        let bodies = Set(standings.filter(\.value.isOutstanding).map(\.key.body)).sorted()
        return bodies.isEmpty ? [] : [.awaitingAgreement(of: bodies)]
    }

    private func undecided(_ decision: MinistersDecision?) -> [LetterRefusal] {
        guard let decision else { return [.awaitingDecision] }
        guard decision.isAgreed else { return [.decidedOtherwise] }
        return decision.change(since: self).map { [$0] } ?? []
    }
}

extension NoteFacts {
    /// The letters that go along in this one.
    package var goingAlong: [Letter] {
        let byID = letters.byID
        return letters.filter { $0.id != letter.id && $0.end(among: byID).id == letter.id }
    }

    /// What a letter that goes along was to answer and is still owed, and this one does not.
    fileprivate var unansweredAlong: [LetterRefusal] {
        let (answered, owed) = (Set(letter.answers.map(\.entry)), Set(entries.filter(\.isOwed).map(\.id)))
        return goingAlong.compactMap { other in
            let missing = other.answers.map(\.entry).filter { owed.contains($0) && !answered.contains($0) }
            return missing.isEmpty ? nil : .goesAlongUnanswered(subject: other.subject, missing)
        }
    }

    /// Where the register moved on since the letter was to settle or postpone something.
    fileprivate var notOwed: [LetterRefusal] {
        answered.compactMap { answered in
            do throws(LetterRefusal) {
                _ = try answered.entry.answered(
                    by: LetterAnswer(answered.entry.id, answered.effect), in: LetterAnswer.someLetter, on: day, today: day)
                return nil
            } catch {
                return error
            }
        }
    }
}

extension RegisterEntry {
    /// The entry after a letter was sent: it stands as the letter says.
    package func answered(
        by answer: LetterAnswer, in paper: Reference, on day: Day, today: Day
    ) throws(LetterRefusal) -> RegisterEntry {
        guard isOwed || answer.effect == .informs else { throw .nothingOwed(id) }
        switch answer.effect {
        case .settles: return try standing(.settled, by: paper, on: day, today: today)
        // What was settled in part already is so again with another letter: the letter is kept as evidence.
        case .settlesInPart where standing == .settledInPart: return evidenced(by: paper)
        case .settlesInPart: return try standing(.settledInPart, by: paper, on: day, today: today)
        case .informs: return evidenced(by: paper)
        case .postpones(let words, let later, let reason):
            let due = Due(words: words, day: later, reason: reason, told: day, letter: paper)
            do {
                return try self.due(due, isPostponement: true, on: today)
            } catch {
                throw .dayRefused(id, error)
            }
        }
    }

    private func standing(
        _ standing: Standing, by paper: Reference, on day: Day, today: Day
    ) throws(LetterRefusal) -> RegisterEntry {
        do {
            return try changed(by: StandingChange(standing, on: day, letter: paper), on: today)
        } catch {
            throw .entryRefused(id, error)
        }
    }

    private func evidenced(by paper: Reference) -> RegisterEntry {
        var entry = self
        entry.links.append(.evidence(paper.written(in: .metadata)))
        return entry
    }
}
