import Kernel

/// An unsent letter that may go to the House: it says what it claims, whoever must agree has agreed, and the minister has decided.
/// There is no other way to obtain one.
package struct ReadyLetter: Sendable, Equatable {
    package let letter: Letter

    /// - Parameters:
    ///   - outstanding: the bodies that were asked for agreement and have not given it to the text as it is.
    ///   - decision: what the minister decided on the note; nil where nothing yet.
    package init(
        _ letter: Letter, outstanding: [AlignmentBody.ID], decision: MinistersDecision?
    ) throws(LetterRefusal) {
        switch letter.state {
        case .draft: break
        case .sent(_, let day): throw .alreadySent(on: day)
        case .merged(let other, _, _): throw .hasBeenMerged(into: other)
        }
        guard !letter.answers.isEmpty else { throw .answersNothing }
        let silent = letter.answersWithoutPart.map(\.entry)
        guard silent.isEmpty else { throw .partMissing(for: silent) }
        let unreadable = letter.parts.flatMap { ReferenceSearch.unreadable(in: $0.text) }
        guard unreadable.isEmpty else { throw .unreadableReferences(unreadable) }
        guard outstanding.isEmpty else { throw .awaitingAgreement(of: outstanding) }
        guard let decision else { throw .awaitingDecision }
        guard decision.isAgreed else { throw .decidedOtherwise }
        self.letter = letter
    }
}

extension RegisterEntry {
    /// The entry after a letter was sent: it stands as the letter says.
    package func answered(
        by answer: LetterAnswer, in paper: Reference, on day: Day, today: Day
    ) throws(LetterRefusal) -> RegisterEntry {
        guard isOwed || answer.effect == .informs else { throw .nothingOwed(id) }
        do {
            switch answer.effect {
            case .settles: return try changed(by: StandingChange(.settled, on: day, letter: paper), on: today)
            case .settlesInPart: return try settledInPart(by: paper, on: day, today: today)
            case .postpones(let words, let later, let reason):
                return try due(
                    Due(words: words, day: later, reason: reason, told: day, letter: paper), isPostponement: true, on: today)
            case .informs:
                var entry = self
                entry.links.append(.evidence(paper.written(in: .metadata)))
                return entry
            }
        } catch let refusal as StandingRefusal {
            throw .entryRefused(id, refusal)
        } catch let refusal as DueRefusal {
            throw .dayRefused(id, refusal)
        } catch {
            preconditionFailure("a rule threw what it does not throw")
        }
    }

    /// What was settled in part already is so again with another letter: the letter is kept as evidence.
    private func settledInPart(by paper: Reference, on day: Day, today: Day) throws(StandingRefusal) -> RegisterEntry {
        guard standing == .settledInPart else {
            return try changed(by: StandingChange(.settledInPart, on: day, letter: paper), on: today)
        }
        var entry = self
        entry.links.append(.evidence(paper.written(in: .metadata)))
        return entry
    }
}
