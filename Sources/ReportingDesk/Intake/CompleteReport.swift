import Kernel

/// A draft in which every question has an answer. There is no other way to send one.
package struct CompleteReport: Sendable {
    let draft: Draft
    let caseID: CaseFile.ID
    let relation: ReportRelation
    let organisation: Organisation.ID
    let mode: ReportMode
    let isUrgent: Bool

    package init(_ draft: Draft) throws(DraftRefusal) {
        if let step = draft.nextStep { throw .unanswered(step) }
        guard let caseID = CaseFile.ID(draft.caseID), let relation = draft.relation, let organisation = draft.organisation,
            let mode = draft.mode, let isUrgent = draft.isUrgent
        else { throw .gone }
        self.draft = draft
        self.caseID = caseID
        self.relation = relation
        self.organisation = organisation
        self.mode = mode
        self.isUrgent = isUrgent
    }

    func report(receivedAt instant: Instant, marked: [String]) -> Report {
        Report(
            receivedAt: instant.microseconds, language: draft.language, relation: relation, organisation: organisation,
            kinds: draft.kinds,
            grounds: draft.kinds.contains(.discrimination) ? draft.grounds : [], story: draft.story,
            wantsConversation: draft.wantsConversation, time: draft.time, mode: mode,
            isUrgent: isUrgent, urgency: isUrgent ? draft.urgency : "", aboutDirector: draft.aboutDirector, marked: marked)
    }

    /// Who reports; nil for an anonymous report.
    var identity: ReporterIdentity? {
        mode == .anonymous ? nil : ReporterIdentity(name: draft.name, contact: draft.contact)
    }
}
