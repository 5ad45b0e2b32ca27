import Foundation
import Kernel
import Sealing

/// How the person reports.
package enum ReportMode: String, CaseIterable, Sendable, Codable {
    case anonymous
    /// The independent officers know who reports, no one else.
    case confidential
    case named
}

/// To whom it happened.
package enum ReportRelation: String, CaseIterable, Sendable, Codable {
    case myself, someoneElse
}

/// When it happened, as far as the person knows.
package struct ReportTime: Sendable, Codable, Equatable {
    package enum Pattern: String, CaseIterable, Sendable, Codable { case once, moreOften, stillGoingOn }

    package var pattern: Pattern?
    /// The day, or the last day, on which it happened.
    package var day: Day?
    /// In the person's own words.
    package var words: String

    package init(pattern: Pattern? = nil, day: Day? = nil, words: String = "") {
        self.pattern = pattern
        self.day = day
        self.words = words
    }
}

/// What was reported, as it is kept in the content of a case.
package struct Report: SealedDocument, Equatable {
    package static let form = "report"

    /// Microseconds since 1970: the instant is known to the readers of the case alone.
    package let receivedAt: Int64
    package let language: Language
    package let relation: ReportRelation
    /// Where it happened.
    package let organisation: Organisation.ID
    package let kinds: [ReportKind]
    package let grounds: [DiscriminationGround]
    package let story: String
    /// The person would rather talk (Wbk 2(2)(c)).
    package let wantsConversation: Bool
    package let time: ReportTime
    package let mode: ReportMode
    package let isUrgent: Bool
    /// What must happen today or tomorrow.
    package let urgency: String
    package let aboutDirector: Bool
    /// The functions of those whom the person marked as involved.
    package let marked: [String]
}

/// Who reports, as it is kept in the identity of a case.
package struct ReporterIdentity: SealedDocument, Equatable {
    package static let form = "reporter-identity"

    package let name: String
    /// How to reach them, in their own words.
    package let contact: String
}

/// With this key the mailbox proves that a message is the reporter's.
struct AuthenticityDocument: SealedDocument {
    static let form = "authenticity"
    let key: Data
}

/// What a list may show of a case.
package struct ListFields: SealedDocument, Equatable {
    package static let form = "list-fields"

    package let organisation: Organisation.ID
    package let kinds: [ReportKind]
    package let grounds: [DiscriminationGround]
    package let outcome: Outcome?

    package init(organisation: Organisation.ID, kinds: [ReportKind], grounds: [DiscriminationGround], outcome: Outcome?) {
        self.organisation = organisation
        self.kinds = kinds
        self.grounds = grounds
        self.outcome = outcome
    }

    init(_ report: Report, outcome: Outcome?) {
        self.init(organisation: report.organisation, kinds: report.kinds, grounds: report.grounds, outcome: outcome)
    }
}

/// How a case ended.
package struct Closing: SealedDocument, Equatable {
    package static let form = "closing"

    package let outcome: Outcome
    /// For the officers: on what the outcome rests.
    package let reasons: String
    package let closedAt: Int64
}
