/// A rule of law, or a norm of our own, that sets a term.
package struct TermRule: Equatable, Sendable {
    /// The name on the command line and in stored dates.
    package let name: String
    package let article: String
    package let title: Bilingual<String>
    package let length: TermLength
    package let regime: TermRegime
    package let start: TermStart
    package let changes: [PermittedChange]
    /// An open question about the rule, as a reading that can be chosen.
    package let doubt: TermDoubt?
    /// Rises when the length, the regime or the permitted changes of a rule change.
    package let version: Int

    package init(
        _ name: String, _ article: String, nl: String, en: String, _ length: TermLength, _ regime: TermRegime,
        from start: TermStart,
        changes: [PermittedChange] = [], doubt: TermDoubt? = nil, version: Int = 1
    ) {
        self.name = name
        self.article = article
        title = Bilingual(nl: nl, en: en)
        self.length = length
        self.regime = regime
        self.start = start
        self.changes = changes
        self.doubt = doubt
        self.version = version
    }

    /// The rule under the chosen readings of its doubt.
    package func read(by readings: TermReadings) -> TermRule {
        guard doubt == .generalActOnInternalProcedure, readings.internalProcedure == .notATermInAnAct else { return self }
        return TermRule(
            name, article, nl: title.nl, en: title.en, length, .none, from: start, changes: changes, doubt: doubt,
            version: version)
    }
}

/// The event from which a term runs. The day of the event does not count.
package enum TermStart: String, Codable, Sendable, CaseIterable {
    case receipt, acknowledgementSent, acknowledgementDue, noticeOfOutcome, behaviour, placedInPortal, knownToController
    case motionHeld, debateGranted, questionsAsked, endOfEmploymentHandled, entryIntoForce, previousWave, measureStarted
}

/// A change of a term that its rule allows.
package enum PermittedChange: Equatable, Sendable {
    /// Later by at most so much, so often, with notice to all of these.
    case postponement(upTo: TermLength, times: Int, noticeTo: Set<Addressee>, article: String)
    /// To an agreed day, with written consent.
    case delayByConsent(article: String)
    /// Stands still for a while.
    case suspension(ground: String, article: String)
}

/// Who must be told of a change of a term.
package enum Addressee: String, Codable, Hashable, Sendable, CaseIterable {
    case reporter, complainant, accusedParty, dataSubject, house
}

/// An open question of law that changes a date. Until it is settled the reading is a setting, and both outcomes are shown.
package enum TermDoubt: String, Sendable, CaseIterable {
    /// Is a term that an act makes the employer's procedure fix "a term set in an act" (Atw 1)?
    case generalActOnInternalProcedure
    /// Are 10 and 4 weeks two terms, or one of 14 weeks, which the Atw leaves alone; and from which end do the 4 run?
    case postponementAsOwnTerm
}

/// The chosen reading of each open question.
package struct TermReadings: Equatable, Sendable {
    package enum InternalProcedure: String, Sendable, CaseIterable { case termInAnAct, notATermInAnAct }
    package enum Postponement: String, Sendable, CaseIterable { case ownTerm, oneTermOfBoth }
    package enum PostponementBase: String, Sendable, CaseIterable { case nominalEnd, legalEnd }

    package var internalProcedure: InternalProcedure
    package var postponement: Postponement
    package var postponementBase: PostponementBase

    package init(
        internalProcedure: InternalProcedure = .termInAnAct, postponement: Postponement = .ownTerm,
        postponementBase: PostponementBase = .nominalEnd
    ) {
        self.internalProcedure = internalProcedure
        self.postponement = postponement
        self.postponementBase = postponementBase
    }
}
