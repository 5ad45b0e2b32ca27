import Access
import Compartments
import Foundation
import Kernel
import Sealing

/// A report that is being written. It is sealed under a secret that only the person's browser holds.
package struct Draft: SealedDocument, Equatable {
    package static let form = "draft"

    /// The case that the report will become: it makes sending idempotent, and binds the files to it.
    package let caseID: String
    package var language: Language
    package var relation: ReportRelation?
    package var organisation: Organisation.ID?
    /// What was searched for last.
    package var search: String?
    /// The officers who are involved or too close, by their identity.
    package var involved: [String]
    package var aboutDirector: Bool
    package var sawReaders: Bool
    package var kinds: [ReportKind]
    package var grounds: [DiscriminationGround]
    package var story: String
    package var time: ReportTime
    package var sawTime: Bool
    package var isUrgent: Bool?
    package var urgency: String
    package var files: [DraftFile]
    package var sawFiles: Bool
    package var mode: ReportMode?
    package var name: String
    package var contact: String
    /// The last sign of life, in microseconds since 1970.
    package var seenAt: Int64
    /// What was typed on a page and refused, to show it again; gone at the next page.
    package var refused: RefusedAnswer?
    package var hasResumeCode: Bool

    package init(caseID: String, language: Language, seenAt: Instant) {
        self.caseID = caseID
        self.language = language
        involved = []
        aboutDirector = false
        sawReaders = false
        kinds = []
        grounds = []
        story = ""
        time = ReportTime()
        sawTime = false
        urgency = ""
        files = []
        sawFiles = false
        name = ""
        contact = ""
        self.seenAt = seenAt.microseconds
        hasResumeCode = false
    }

    package var involvedOfficers: Set<Officer.ID> { Set(involved.compactMap { Officer.ID($0) }) }
}

/// What was typed on a page and could not be taken, field by field.
package struct RefusedAnswer: Codable, Sendable, Equatable {
    package let page: String
    package let fields: [String: [String]]

    package init(page: String, fields: [String: [String]]) {
        self.page = page
        self.fields = fields
    }
}

/// A file of a draft: stored in sealed chunks, its key in the draft.
package struct DraftFile: Codable, Sendable, Equatable {
    package let item: String
    let key: Data
    package let attachment: Attachment
    /// The file as it came, where the copy for officers differs from it.
    let original: Original?

    struct Original: Codable, Sendable, Equatable {
        let item: String
        let key: Data
        let attachment: Attachment
    }
}

/// The questions of a report, in the order in which they are asked.
package enum DraftStep: String, CaseIterable, Sendable {
    case relation, organisation, readers, kind, story, time, urgency, files, mode

    /// Whether the question has an answer.
    package func isAnswered(in draft: Draft) -> Bool {
        switch self {
        case .relation: draft.relation != nil
        case .organisation: draft.organisation != nil
        case .readers: draft.sawReaders
        case .kind: !draft.kinds.isEmpty
        case .story: !draft.story.isEmpty
        case .time: draft.sawTime
        case .urgency: draft.isUrgent != nil
        case .files: draft.sawFiles
        case .mode: draft.mode.map { $0 == .anonymous || !draft.name.isEmpty } ?? false
        }
    }

    package var number: Int { Self.allCases.firstIndex(of: self)! + 1 }
}

extension Draft {
    /// The first question without an answer; nil where all are answered.
    package var nextStep: DraftStep? { DraftStep.allCases.first { !$0.isAnswered(in: self) } }
}
