import Access
import AuditLog
import Compartments
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

/// Recovery officers as the people of a case see them: marked as involved, and when they give a case back.
struct RecoveryTests {
    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a recovery officer is marked like a reader: before the report, by the reporter later, by an officer`(engine: Engine)
        async throws
    {
        try await engine.withDesk { house in
            let sent = try await house.report(involved: [.ruth])
            let before = try await house.desk.mailboxView(sent.token).recoveryOfficers.map(\.officer.name).sorted()
            let vera = try await house.opened(sent.id, by: .vera)
            try await house.desk.officerMarks([house.base.officer(.bart).id], in: sent.id, by: vera)
            let view = try await house.desk.caseView(sent.id, for: vera)
            let log = try await house.desk.mailboxView(sent.token).log

            #expect(before == ["Bart Smit", "Noor Jansen"])
            #expect(view.recoveryOfficers.map(\.officer.name) == ["Noor Jansen"] && view.readers.count == 3)
            #expect(log.contains { $0.action == .officerExcluded && $0.function == "recoveryOfficer" })
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `whom the reporter marks later among the recovery officers is in no pair any more`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            try await house.desk.reporterMarks([house.base.officer(.noor).id], in: sent.token)
            let view = try await house.desk.mailboxView(sent.token)

            #expect(view.recoveryOfficers.map(\.officer.name).sorted() == ["Bart Smit", "Ruth Visser"])
            #expect(view.readers.map(\.officer.name).sorted() == ["Lotte de Wit", "Omar Haddad", "Vera Mulder"])
            #expect(view.log.map(\.action) == [.officerExcluded] && view.log.map(\.function) == ["recoveryOfficer"])
        }
    }

    @Test(arguments: Engine.all)
    func `a case of which nobody is left at the organisation is read elsewhere, with its list fields, and the log says so`(
        engine: Engine
    ) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            for member in [CastMember.vera, .omar, .lotte] { try await house.base.access.leave(house.base.officer(member)) }
            try await house.recover(sent.id)
            let joris = try await house.opened(sent.id, by: .joris)
            let view = try await house.desk.caseView(sent.id, for: joris)
            let fields = try await house.desk.worklist(.open, after: nil, for: joris).lines.map(\.fields?.kinds)
            let log = try await house.desk.mailboxView(sent.token).log.map(\.action)

            #expect(view.file.organisation.code == "jenv" && fields == [[.bullying]])
            #expect(log.prefix(3) == [.recoveryBegun, .recoveryCompleted, .accessGranted])
        }
    }

    @Test(arguments: Engine.all)
    func `where all readers enrolled anew there is a new list key, and what lay under the old one comes back with the case`(
        engine: Engine
    ) async throws {
        try await engine.withDesk { house in
            let old = try await house.report()
            for member in [CastMember.vera, .omar, .lotte] { try await house.base.enrol(house.base.officer(member), as: member) }
            let proven = [try await house.base.signIn(.anna).identity, try await house.base.signIn(.bram).identity]
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            let first = try #require(waiting.first { $0.officer.name == "Vera Mulder" })
            try await house.base.access.confirmFirst(first.appointment.id, before: proven)
            for other in waiting where other.officer.id != first.officer.id {
                try await house.base.access.confirm(other.appointment.id, by: house.base.keyRing(of: .vera))
            }
            let new = try await house.report()
            let vera = try await house.reader(.vera)
            let before = try await house.desk.worklist(.open, after: nil, for: vera).lines
            try await house.recover(old.id)
            let after = try await house.desk.worklist(.open, after: nil, for: vera).lines

            #expect(before.map(\.file.id) == [new.id] && before.map(\.fields?.kinds) == [[.bullying]])
            #expect(Set(after.map(\.file.id)) == [old.id, new.id] && after.map(\.fields?.kinds) == [[.bullying], [.bullying]])
        }
    }
}

extension DeskHouse {
    /// Two recovery officers give a case back: whoever may begin, then whoever may complete.
    fileprivate func recover(_ id: CaseFile.ID) async throws {
        var readers: [Reader] = []
        for member in [CastMember.ruth, .bart, .noor] { readers.append(try await reader(member)) }
        func first(_ turn: RecoveryTurn) async throws -> Reader? {
            for reader in readers where try await desk.strandedCases(for: reader).contains(where: { $0.turn == turn }) {
                return reader
            }
            return nil
        }
        try await desk.beginRecovery(of: id, by: #require(await first(.begin)))
        try await desk.completeRecovery(of: id, by: #require(await first(.complete)))
    }
}
