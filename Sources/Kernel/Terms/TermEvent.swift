/// One step in the history of a term. A date changes only by such a step; each keeps both ends as they were then.
package struct TermEvent: Equatable, Sendable, Codable {
    package enum Kind: Equatable, Sendable, Codable {
        case started(TermStart)
        case postponed(by: String, ground: String, noticeTo: [Addressee], noticeOn: Day)
        case delayedByConsent(reference: String)
        case suspended(ground: String, noticeOn: Day)
        case resumed
        case met
    }

    package let kind: Kind
    /// The day on which it happened.
    package let day: Day
    package let decidedBy: Party
    package let nominalEnd: Day
    package let legalEnd: Day
    package let rule: String
    package let ruleVersion: Int
    /// The list of equated days with which the legal end was reckoned.
    package let calendarVersion: String

    package init(
        kind: Kind, day: Day, decidedBy: Party, nominalEnd: Day, legalEnd: Day, rule: String, ruleVersion: Int,
        calendarVersion: String
    ) {
        self.kind = kind
        self.day = day
        self.decidedBy = decidedBy
        self.nominalEnd = nominalEnd
        self.legalEnd = legalEnd
        self.rule = rule
        self.ruleVersion = ruleVersion
        self.calendarVersion = calendarVersion
    }
}

/// Why a term cannot be changed so.
package enum TermRefusal: Refusal {
    /// The rule of this article knows no such change.
    case notPermitted(article: String)
    case longerThanPermitted(TermLength, article: String)
    case oftenEnough(times: Int, article: String)
    case noticeMissing(to: Set<Addressee>, article: String)
    case consentMissing(article: String)
    case groundMissing
    /// The change does not move the end to a later day.
    case notLater(than: Day)
    case alreadySuspended(since: Day)
    case notSuspended
    case alreadyMet(on: Day)
    /// The day lies before the last step in the history.
    case beforeLastStep(Day)
    case endTooFar
}
