extension StatutoryTerm {
    /// What the term was for has been done.
    package func met(on day: Day, by party: Party) throws(TermRefusal) -> StatutoryTerm {
        try adding(.met, on: day, by: party)
    }

    /// Postpones the end. It counts only with a ground, and with the written notice to everyone whom the article names
    /// (for a complaint Awb 9:11(2): to complainant and accused, at most four weeks, once).
    package func postponed(
        by length: TermLength, ground: String, noticeTo: Set<Addressee>, noticeOn: Day, on day: Day, by party: Party
    ) throws(TermRefusal) -> StatutoryTerm {
        guard case .postponement(let longest, let times, let required, let article)? = rule.changes.first(where: \.isPostponement)
        else { throw .notPermitted(article: rule.article) }
        guard !ground.isEmpty else { throw .groundMissing }
        let missing = required.subtracting(noticeTo)
        guard missing.isEmpty else { throw .noticeMissing(to: missing, article: article) }
        guard postponements.count < times else { throw .oftenEnough(times: times, article: article) }
        guard let end = length.end(from: nominalEnd), let limit = longest.end(from: nominalEnd) else { throw .endTooFar }
        guard end <= limit else { throw .longerThanPermitted(longest, article: article) }

        let ends = try ends(postponedBy: length)
        return try adding(
            .postponed(
                by: length.text, ground: ground, noticeTo: noticeTo.sorted { $0.rawValue < $1.rawValue }, noticeOn: noticeOn),
            on: day, by: party, nominalEnd: ends.nominalEnd, legalEnd: ends.legalEnd)
    }

    /// Both ends after a postponement, under the chosen reading of the doubt about it.
    func ends(postponedBy length: TermLength) throws(TermRefusal) -> TermReckoning {
        let base =
            switch readings.postponementBase {
            case .nominalEnd: nominalEnd
            case .legalEnd: legalEnd
            }
        guard let end = length.end(from: base) else { throw .endTooFar }
        return reckoning(nominalEnd: end, lengths: [rule.length] + postponements + [length])
    }

    /// The legal end for a nominal end, where the term consists of these lengths one after the other.
    private func reckoning(nominalEnd: Day, lengths: [TermLength]) -> TermReckoning {
        let moved =
            switch readings.postponement {
            case .ownTerm: rule.regime.moves(lengths[lengths.count - 1])
            case .oneTermOfBoth: TermLength.sum(lengths).map(rule.regime.moves) ?? (rule.regime == .eu)
            }
        return TermReckoning(
            from: startedOn, nominalEnd: nominalEnd, moved: moved && !isAgreed, length: lengths[0], regime: rule.regime,
            calendar: calendar)
    }

    /// Moves the end to an agreed day (Awb 9:11(3)): written consent, and no regime moves that day.
    package func delayedByConsent(
        until end: Day, reference: String, on day: Day, by party: Party
    ) throws(TermRefusal) -> StatutoryTerm {
        guard case .delayByConsent(let article)? = rule.changes.first(where: \.isDelayByConsent) else {
            throw .notPermitted(article: rule.article)
        }
        guard !reference.isEmpty else { throw .consentMissing(article: article) }
        guard end > nominalEnd else { throw .notLater(than: nominalEnd) }
        return try adding(.delayedByConsent(reference: reference), on: day, by: party, nominalEnd: end, legalEnd: end)
    }

    /// Lets the term stand still from a day.
    package func suspended(ground: String, noticeOn: Day, on day: Day, by party: Party) throws(TermRefusal) -> StatutoryTerm {
        guard rule.changes.contains(where: { $0.isSuspension(for: ground) }) else { throw .notPermitted(article: rule.article) }
        if let suspendedSince { throw .alreadySuspended(since: suspendedSince) }
        return try adding(.suspended(ground: ground, noticeOn: noticeOn), on: day, by: party)
    }

    /// Lets the term run on: its nominal end comes as many days later as it stood still.
    package func resumed(on day: Day, by party: Party) throws(TermRefusal) -> StatutoryTerm {
        guard let suspendedSince else { throw .notSuspended }
        guard day >= suspendedSince else { throw .beforeLastStep(suspendedSince) }
        let end = nominalEnd + (day - suspendedSince)
        guard end < Day.last - 30 else { throw .endTooFar }
        let reckoning = reckoning(nominalEnd: end, lengths: [rule.length] + postponements)
        return try adding(.resumed, on: day, by: party, nominalEnd: end, legalEnd: reckoning.legalEnd)
    }

    private var postponements: [TermLength] {
        history.compactMap {
            if case .postponed(let by, _, _, _) = $0.kind { TermLength(by) } else { nil }
        }
    }

    /// Whether the end is a day that was agreed, which no regime moves.
    private var isAgreed: Bool {
        history.contains {
            if case .delayedByConsent = $0.kind { true } else { false }
        }
    }
}

extension PermittedChange {
    var isPostponement: Bool {
        if case .postponement = self { true } else { false }
    }

    var isDelayByConsent: Bool {
        if case .delayByConsent = self { true } else { false }
    }

    func isSuspension(for ground: String) -> Bool {
        if case .suspension(ground, _) = self { true } else { false }
    }
}

extension TermLength {
    /// Lengths of one unit as one; nil where the units differ.
    static func sum(_ lengths: [TermLength]) -> TermLength? {
        lengths.dropFirst().reduce(lengths.first) { total, length in
            switch (total, length) {
            case (.hours(let x)?, .hours(let y)): .hours(x + y)
            case (.days(let x)?, .days(let y)): .days(x + y)
            case (.weeks(let x)?, .weeks(let y)): .weeks(x + y)
            case (.months(let x)?, .months(let y)): .months(x + y)
            case (.years(let x)?, .years(let y)): .years(x + y)
            case (_, .hours), (_, .days), (_, .weeks), (_, .months), (_, .years): nil
            }
        }
    }
}
