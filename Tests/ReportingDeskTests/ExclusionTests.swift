import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

/// What an exclusion does to a case at the desk: who reads on, who is told, and what stays as it was.
struct ExclusionTests {
    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `who gets a case because it moves is in the log by function, and by name for its readers`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let (vera, omar) = (try await house.base.officer(.vera).id, try await house.base.officer(.omar).id)
            try await house.desk.reporterMarks([vera, omar], in: sent.token)
            let log = try await house.desk.mailboxView(sent.token).log
            let view = try await house.desk.caseView(sent.id, for: house.opened(sent.id, by: .joris))
            let granted = view.timeline.first { $0.action == .accessGranted }

            // Lotte, who is not involved, no longer reads what is handled elsewhere.
            #expect(log.map(\.action) == [.officerExcluded, .accessMoved, .accessGranted])
            #expect(log.map(\.function) == ["integrityCoordinator", "reportHandler", "integrityCoordinator"])
            #expect(granted?.text == "Amina Yilmaz, Joris Bakker" && granted?.instant != nil)
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `who waits for a grant does not get a case because someone else is marked`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            try await house.desk.reporterMarks([house.base.officer(.omar).id], in: sent.token)
            let (vera, reader) = (try await house.opened(sent.id, by: .vera), try await house.reader(sara))
            let (view, log) = (
                try await house.desk.caseView(sent.id, for: vera), try await house.desk.mailboxView(sent.token).log
            )

            #expect(view.pending.map(\.reader.officer.name) == ["Sara Vos"])
            #expect(Set(view.readers.map(\.officer.name)) == ["Vera Mulder", "Lotte de Wit"])
            #expect(log.map(\.action) == [.officerExcluded, .caseOpened])
            await #expect(throws: CaseRefusal.notFound) {
                try await house.desk.openCase(sent.id, for: .handling, by: reader)
            }
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a reporter sees who waits for access, and can mark them before they have it`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            let before = try await house.desk.mailboxView(sent.token)
            try await house.desk.reporterMarks([house.base.officer(sara).id], in: sent.token)
            let after = try await house.desk.mailboxView(sent.token)
            let vera = try await house.opened(sent.id, by: .vera)
            let pending = try await house.desk.caseView(sent.id, for: vera).pending

            #expect(before.waiting.map(\.officer.name) == ["Sara Vos"])
            #expect(!before.readers.contains { $0.officer.name == "Sara Vos" })
            #expect(after.waiting.isEmpty && pending.isEmpty)
            #expect(after.readers.map(\.officer.name) == before.readers.map(\.officer.name))
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `the readers who are left after the job read content, list and who reports`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            let sent = try await house.confidentialReport(involved: [.omar])
            try await house.standIn(.lotte, for: .omar)
            try await house.desk.enforceExclusions()
            let vera = try await house.opened(sent.id, by: .vera)
            let view = try await house.desk.caseView(sent.id, for: vera)
            let identity = try await house.desk.openIdentity(of: sent.id, for: .contact, by: vera)
            let list = try await house.desk.worklist(.open, after: nil, for: vera)

            #expect(
                view.file.organisation.code == "bzk" && view.readers.map(\.officer.name).sorted() == ["Sara Vos", "Vera Mulder"])
            #expect(view.report.story == "het hele verhaal" && identity?.name == "Sanne de Boer")
            #expect(list.lines.map(\.fields?.kinds) == [[.bullying]])
        }
    }

    @Test(.law("Wbk 1a(3)"), arguments: Engine.all)
    func `who reports is refused where the key was not handed on, and no opening is recorded`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.confidentialReport()
            let lotte = try await house.opened(sent.id, by: .lotte)
            let (vera, omar) = (try await house.base.officer(.vera).id, try await house.base.officer(.omar).id)
            try await house.desk.officerMarks([vera, omar], in: sent.id, by: lotte)
            let joris = try await house.opened(sent.id, by: .joris)
            let view = try await house.desk.caseView(sent.id, for: joris)

            #expect(view.report.story == "het hele verhaal" && view.hasIdentity)
            await #expect(throws: CaseRefusal.keysMissing) {
                try await house.desk.openIdentity(of: sent.id, for: .contact, by: joris)
            }
            let mailbox = try await house.desk.mailboxView(sent.token)
            #expect(!mailbox.log.map(\.action).contains(.identityOpened) && mailbox.identity?.name == "Sanne de Boer")
            try await house.desk.reporterMarks([house.base.officer(.amina).id], in: sent.token)
            let identity = try await house.desk.openIdentity(of: sent.id, for: .contact, by: joris)
            #expect(identity?.name == "Sanne de Boer")
        }
    }

    @Test(arguments: Engine.all)
    func `a case whose report would stay closed is refused, and no opening is recorded`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.confidentialReport(involved: [.omar])
            try await house.standIn(.lotte, for: .omar)
            try await house.desk.enforceExclusions()
            try await house.base.database.write { db in
                try db.execute(
                    """
                    DELETE FROM key_wrap WHERE epoch IN
                    (SELECT id FROM compartment_epoch WHERE subject = $1 AND compartment = 'content' AND number = 1)
                    """, sent.id)
            }
            let vera = try await house.reader(.vera)

            await #expect(throws: CaseRefusal.keysMissing) { try await house.desk.openCase(sent.id, for: .handling, by: vera) }
            let entries = try await house.base.audit.entries(about: sent.id.text).map(\.action)
            #expect(!entries.contains(.caseOpened))
        }
    }

    @Test(arguments: Engine.all)
    func `a case that was closed while an exclusion was prepared stays closed in the lists`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let vera = try await house.opened(sent.id, by: .vera)
            try await house.desk.giveFeedback("Uitkomst.", in: sent.id, by: vera)
            let exclusion = try await house.desk.compartments.prepareExclusion(
                of: [house.base.officer(.omar).id], from: sent.id.text, holder: nil)
            try await house.desk.close(sent.id, outcome: .confirmed, reasons: "", by: vera)
            let notes = try ExclusionNotes(
                exclusion,
                by: Excluder(holder: nil, function: "system", origin: .job) { _ in SubjectDetail(at: house.base.clock.now) },
                naming: nil)
            let today = house.base.clock.today
            try await house.base.database.write { db in
                try db.store(exclusion, list: .none, notes, of: sent.id, on: today)
            }
            let (open, closed) = (
                try await house.desk.worklist(.open, after: nil, for: vera).lines.map(\.file.id),
                try await house.desk.worklist(.closed, after: nil, for: vera).lines.map(\.file.id)
            )

            #expect(open.isEmpty && closed == [sent.id])
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a case that fails does not keep the job from the next, and the failure is told`(engine: Engine) async throws {
        try await engine.withDesk { house in
            try await house.storeKeysWithoutCase(involved: .omar)
            let sent = try await house.report(involved: [.omar])
            try await house.standIn(.lotte, for: .omar)

            await #expect(throws: CaseRefusal.notFound) { try await house.desk.enforceExclusions() }
            let view = try await house.desk.mailboxView(sent.token)
            #expect(view.readers.map(\.officer.name) == ["Vera Mulder"] && view.log.map(\.action) == [.officerExcluded])
        }
    }
}

extension DeskHouse {
    fileprivate func confidentialReport(involved: [CastMember] = []) async throws -> SentReport {
        try await report(story: "het hele verhaal", involved: involved) { draft in
            draft.mode = .confidential
            draft.name = "Sanne de Boer"
            draft.contact = "06 12345678"
        }
    }

    /// Someone begins to stand in for a colleague at BZK.
    fileprivate func standIn(_ member: CastMember, for absent: CastMember) async throws {
        _ = try await base.access.appoint(
            base.officer(member), as: .integrityCoordinator, at: Organisation.ID("bzk")!, in: Period(from: base.clock.today),
            substituteFor: base.officer(absent).id)
    }

    /// The keys of a case that has no row at the desk, before all others in the order of the job.
    fileprivate func storeKeysWithoutCase(involved member: CastMember) async throws {
        let (roster, today) = (try await base.access.roster(), base.clock.today)
        let plan = try ReaderPlan(
            about: Organisation.ID("bzk")!, involved: [try await base.officer(member).id], aboutDirector: false, on: today,
            roster: roster)
        let new = desk.compartments.prepare(
            subject: String(repeating: "0", count: 26), plan: plan, mailbox: ReadingKeyPair(from: .system).publicKey)
        try await base.database.write { try $0.insert(new, rosterVersion: roster.version, at: .inTests, on: today) }
    }
}
