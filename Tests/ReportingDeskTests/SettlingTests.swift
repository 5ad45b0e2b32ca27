import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

/// A case that the job without keys left to one reader goes to the readers of another organisation with the keys of who comes first.
struct SettlingTests {
    /// A report from which Omar is excluded, and Lotte who began to stand in for him: Vera alone is left.
    private static func leftToVera(_ house: DeskHouse) async throws -> SentReport {
        let sent = try await house.report(involved: [.omar]) { draft in
            draft.mode = .confidential
            draft.name = "Sanne de Boer"
        }
        _ = try await house.base.access.appoint(
            house.base.officer(.lotte), as: .integrityCoordinator, at: Organisation.ID("bzk")!,
            in: Period(from: house.base.clock.today), substituteFor: house.base.officer(.omar).id)
        try await house.desk.enforceExclusions()
        return sent
    }

    private static func shows(_ id: CaseFile.ID, to member: CastMember, _ house: DeskHouse) async throws -> Bool {
        let reader = try await house.opened(id, by: member)
        let view = try await house.desk.caseView(id, for: reader)
        let identity = try await house.desk.openIdentity(of: id, for: .contact, by: reader)
        let fields = try await house.desk.worklist(.open, after: nil, for: reader).lines.map(\.fields?.kinds)
        return view.file.organisation.code == "jenv" && identity?.name == "Sanne de Boer" && fields == [[.bullying]]
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `the reader who is left hands it over by opening it, and is told so`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await Self.leftToVera(house)
            let vera = try await house.reader(.vera)

            await #expect(throws: CaseRefusal.moved) { try await house.desk.openCase(sent.id, for: .handling, by: vera) }
            await #expect(throws: CaseRefusal.notFound) { try await house.desk.openCase(sent.id, for: .handling, by: vera) }
            #expect(try await Self.shows(sent.id, to: .joris, house))
            let log = try await house.desk.mailboxView(sent.token).log
            #expect(log.map(\.action).prefix(3) == [.officerExcluded, .accessMoved, .accessGranted])
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `the reporter hands it over by coming back with the code`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await Self.leftToVera(house)
            let token = try await house.desk.enter(sent.code)
            let readers = try await house.desk.mailboxView(token).readers.map(\.officer.name).sorted()

            #expect(readers == ["Amina Yilmaz", "Joris Bakker"])
            #expect(try await Self.shows(sent.id, to: .amina, house))
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `who loses it in between is in the log, and who waits for a colleague's word gets nothing`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(involved: [.omar])
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
            try await house.base.join(sara)
            for waiting in try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!) {
                try await house.base.access.confirm(waiting.appointment.id, by: house.base.keyRing(of: .vera))
            }
            try await house.base.enrol(house.base.officer(.vera), as: .vera)
            let token = try await house.desk.enter(sent.code)
            try await house.desk.reporterMarks([house.base.officer(.ruth).id], in: token)
            let stayed = try await house.desk.mailboxView(token)
            _ = try await house.base.access.appoint(
                house.base.officer(.lotte), as: .integrityCoordinator, at: Organisation.ID("bzk")!,
                in: Period(from: house.base.clock.today), substituteFor: house.base.officer(.omar).id)
            try await house.base.access.leave(house.base.officer(sara))
            let moved = try await house.desk.mailboxView(house.desk.enter(sent.code))

            #expect(stayed.readers.map(\.officer.name) == ["Lotte de Wit"] && stayed.file.organisation.code == "bzk")
            #expect(moved.file.organisation.code == "jenv")
            #expect(moved.log.map(\.function).contains("reportHandler"))
            #expect(moved.log.filter { $0.action == .officerExcluded }.map(\.function) == ["recoveryOfficer", "reportHandler"])
        }
    }

    @Test(arguments: Engine.all)
    func `an officer whose appointment ended sees nothing of its cases in the list`(engine: Engine) async throws {
        try await engine.withDesk { house in
            _ = try await house.report()
            _ = try await house.base.access.appoint(
                house.base.officer(.lotte), as: .reportHandler, at: Organisation.ID("jenv")!,
                in: Period(from: house.base.clock.today))
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("jenv")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .joris))
            let lotte = try await house.reader(.lotte)
            let before = try await house.desk.worklist(.open, after: nil, for: lotte)
            try await house.base.access.endAppointment(
                of: house.base.officer(.lotte), as: .reportHandler, at: Organisation.ID("bzk")!, after: house.base.clock.today - 1
            )
            let after = try await house.desk.worklist(.open, after: nil, for: lotte)

            #expect(before.lines.count == 1 && before.counts[.open] == 1)
            #expect(after.lines.isEmpty && after.counts[.open] == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `a colleague who is away or enrols anew moves nothing`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(involved: [.omar])
            try await house.base.enrol(house.base.officer(.lotte), as: .lotte)
            let before = try await house.desk.database.read { try $0.epochNumbers(of: sent.id) }
            let view = try await house.desk.caseView(sent.id, for: house.opened(sent.id, by: .vera))
            _ = try await house.desk.enter(sent.code)
            let after = try await house.desk.database.read { try $0.epochNumbers(of: sent.id) }

            #expect(view.file.organisation.code == "bzk" && before == after)
        }
    }
}

extension SQLConnection {
    fileprivate func epochNumbers(of id: CaseFile.ID) throws -> [Int] {
        try query("SELECT number FROM compartment_epoch WHERE subject = $1 ORDER BY compartment, number", id).map {
            try $0.get("number")
        }
    }
}
