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
    /// The person would rather talk: the story may stay empty.
    package var wantsConversation: Bool
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
    package var sawStory: Bool
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
    package var hasResumeCode: Bool
    /// After a while without a sign of life nothing is shown until the person says to go on.
    package var isLocked: Bool

    package init(caseID: String, language: Language, seenAt: Instant) {
        self.caseID = caseID
        self.language = language
        wantsConversation = false
        involved = []
        aboutDirector = false
        sawReaders = false
        kinds = []
        grounds = []
        story = ""
        sawStory = false
        time = ReportTime()
        sawTime = false
        urgency = ""
        files = []
        sawFiles = false
        name = ""
        contact = ""
        self.seenAt = seenAt.microseconds
        hasResumeCode = false
        isLocked = false
    }

    package var involvedOfficers: Set<Officer.ID> { Set(involved.compactMap { Officer.ID($0) }) }
}

/// A file of a draft: the copy without hidden data, and the original. Both lie in sealed chunks, their keys in the draft.
package struct DraftFile: Codable, Sendable, Equatable {
    package let item: String
    let key: Data
    package let attachment: Attachment
    /// The file as it came, for its reporter alone.
    package let original: Original

    package struct Original: Codable, Sendable, Equatable {
        let item: String
        let key: Data
        package let attachment: Attachment
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
        case .story:
            draft.story.isEmpty ? draft.wantsConversation && draft.sawStory : draft.story.count <= TextLimits.story
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
