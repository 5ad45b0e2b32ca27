import Kernel

/// An unsent letter that may go to the House: it says what it claims, whoever must agree has agreed, and the minister has decided.
/// There is no other way to obtain one.
package struct ReadyLetter: Sendable, Equatable {
    package let letter: Letter

    /// - Parameters:
    ///   - facts: of today.
    ///   - decision: what the minister decided on the note; nil where nothing yet.
    package init(_ facts: NoteFacts, decision: MinistersDecision?) throws(LetterRefusal) {
        let letter = facts.letter
        try letter.mustBeDraft()
        try facts.mustSayWhatItClaims()
        try facts.mustOweWhatIsAnswered()
        try facts.mustAnswerForWhatGoesAlong()
        let standings = letter.alignment(facts.rounds, among: AlignmentBody.all, on: facts.day)
        let outstanding = Set(standings.filter(\.value.isOutstanding).map(\.key.body)).sorted()
        guard outstanding.isEmpty else { throw .awaitingAgreement(of: outstanding) }
        guard let decision else { throw .awaitingDecision }
        guard decision.isAgreed else { throw .decidedOtherwise }
        if let change = decision.change(since: facts) { throw change }
        self.letter = letter
    }
}

extension NoteFacts {
    /// The letters that go along in this one.
    package var goingAlong: [Letter] {
        let byID = letters.byID
        return letters.filter { $0.id != letter.id && $0.end(among: byID).id == letter.id }
    }

    /// - Throws: where a letter that goes along was to answer what is still owed, and this one does not.
    fileprivate func mustAnswerForWhatGoesAlong() throws(LetterRefusal) {
        let (answered, owed) = (Set(letter.answers.map(\.entry)), Set(entries.filter(\.isOwed).map(\.id)))
        for other in goingAlong {
            let missing = other.answers.map(\.entry).filter { owed.contains($0) && !answered.contains($0) }
            guard missing.isEmpty else { throw .goesAlongUnanswered(subject: other.subject, missing) }
        }
    }

    /// - Throws: where the register moved on since the letter was to settle or postpone something.
    fileprivate func mustOweWhatIsAnswered() throws(LetterRefusal) {
        for answered in answered {
            _ = try answered.entry.answered(
                by: LetterAnswer(answered.entry.id, answered.effect), in: LetterAnswer.someLetter, on: day, today: day)
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
