import Access
import AuditLog
import Compartments
import Database
import Kernel
import ReportingDesk
import Sealing

/// The desk with the whole cast, and what people do at it.
package struct DeskHouse: Sendable {
    package let base: AccessHouse
    package let desk: ReportingDesk

    package init(base: AccessHouse, settings: DeskSettings = DeskSettings(), uploadRoom: UploadRoom = UploadRoom()) {
        self.base = base
        desk = ReportingDesk(
            access: base.access, compartments: Compartments(access: base.access), settings: settings, uploadRoom: uploadRoom)
    }

    package static let migrations = AuditLog.migrations + Access.migrations + Compartments.migrations + ReportingDesk.migrations

    /// A draft with every question answered: bullying at BZK, anonymous.
    package func completeDraft(
        story: String = "Elke maandag maakt hij mij belachelijk.", involved: [CastMember] = [],
        _ change: @escaping @Sendable (inout Draft) -> Void = { _ in }
    ) async throws -> SessionToken {
        let token = try await desk.beginDraft(in: .nl)
        var officers: [String] = []
        for member in involved { officers.append(try await base.officer(member).id.text) }
        let marked = officers
        try await desk.changeDraft(token) { draft in
            draft.relation = .myself
            draft.organisation = Organisation.ID("bzk")
            draft.sawReaders = true
            draft.kinds = [.bullying]
            draft.story = story
            draft.sawTime = true
            draft.isUrgent = false
            draft.sawFiles = true
            draft.mode = .anonymous
            draft.involved = marked
            change(&draft)
        }
        return token
    }

    /// Sends a report and types the code back.
    package func report(
        story: String = "Elke maandag maakt hij mij belachelijk.", involved: [CastMember] = [],
        _ change: @escaping @Sendable (inout Draft) -> Void = { _ in }
    ) async throws -> SentReport {
        let token = try await completeDraft(story: story, involved: involved, change)
        try await desk.receive(token)
        let state = try await desk.mailboxState(token)
        let code = state.newCode!
        try await desk.confirmCode(String(code.suffix(4)), in: token)
        return SentReport(token: token, code: code, id: CaseFile.ID(state.caseID)!)
    }

    package func reader(_ member: CastMember) async throws -> Reader {
        let session = try await base.startSession(member)
        return Reader(session: session, ring: try base.access.keyRing(of: session)!)
    }

    /// A reader who opened a case.
    package func opened(_ id: CaseFile.ID, by member: CastMember) async throws -> Reader {
        let reader = try await reader(member)
        try await desk.openCase(id, for: .handling, by: reader)
        return reader
    }
}

/// A report that was sent, with what its reporter has.
package struct SentReport: Sendable {
    package let token: SessionToken
    package let code: String
    package let id: CaseFile.ID
}

extension Engine {
    package func withDesk(
        settings: DeskSettings = DeskSettings(), _ body: (DeskHouse) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let base = AccessHouse(database: database)
            try await base.build(DeskHouse.migrations)
            try await base.populate()
            try await body(DeskHouse(base: base, settings: settings))
        }
    }
}
