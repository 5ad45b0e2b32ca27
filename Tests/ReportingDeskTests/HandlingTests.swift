import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

struct HandlingTests {
    @Test(arguments: Engine.all)
    func `nothing of a case is read before it was opened with a purpose`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let vera = try await house.reader(.vera)

            await #expect(throws: CaseRefusal.notOpened) { try await house.desk.caseView(sent.id, for: vera) }
            await #expect(throws: CaseRefusal.notOpened) { try await house.desk.officerWrites("x", in: sent.id, by: vera) }
            try await house.desk.openCase(sent.id, for: .handling, by: vera)
            let other = try await house.reader(.vera)
            await #expect(throws: CaseRefusal.notOpened) { try await house.desk.caseView(sent.id, for: other) }
        }
    }

    @Test(.law("Wbk 1a(3)"), arguments: Engine.all)
    func `who reports is opened by an independent officer, with a purpose of its own`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report { draft in
                draft.mode = .confidential
                draft.name = "Sanne de Boer"
                draft.contact = "06 12345678"
            }
            let (vera, lotte) = (try await house.opened(sent.id, by: .vera), try await house.opened(sent.id, by: .lotte))
            let identity = try await house.desk.openIdentity(of: sent.id, for: .contact, by: vera)
            let log = try await house.desk.mailboxView(sent.token).log

            #expect(identity == ReporterIdentity(name: "Sanne de Boer", contact: "06 12345678"))
            await #expect(throws: CaseRefusal.notFound) {
                try await house.desk.openIdentity(of: sent.id, for: .contact, by: lotte)
            }
            #expect(log.map(\.action) == [.caseOpened, .caseOpened, .identityOpened])
        }
    }

    @Test(arguments: Engine.all)
    func `someone else's case is the same as no case`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(involved: [.omar])
            for member in [CastMember.joris, .omar, .ruth] {
                let reader = try await house.reader(member)
                await #expect(throws: CaseRefusal.notFound) { try await house.desk.openCase(sent.id, for: .handling, by: reader) }
                await #expect(throws: CaseRefusal.notFound) {
                    try await house.desk.openCase(Identifier(from: .system), for: .handling, by: reader)
                }
            }
            let omar = try await house.reader(.omar)
            let list = try await house.desk.worklist(.open, after: nil, for: omar)
            #expect(list.lines.isEmpty && list.counts.values.allSatisfy { $0 == 0 })
        }
    }

    @Test(arguments: Engine.all)
    func `a case with an exclusion shows its list fields to its readers alone`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(involved: [.omar])
            let list = try await house.desk.worklist(.open, after: nil, for: house.reader(.vera))
            let stored = try await house.base.database.read { db in
                try db.first("SELECT list_fields, list_item FROM case_file WHERE id = $1", sent.id)!
            }

            #expect(list.lines[0].fields?.kinds == [.bullying])
            #expect(try stored.get("list_fields", as: [UInt8]?.self) == nil)
            #expect(try stored.get("list_item", as: String?.self) != nil)
        }
    }

    @Test(arguments: Engine.all)
    func `the worklist has urgent on top, then what is due first, page by page`(engine: Engine) async throws {
        try await engine.withDesk { house in
            var ids: [CaseFile.ID] = []
            for _ in 0..<3 {
                ids.append(try await house.report().id)
                house.base.clock.move(days: 1)
            }
            let urgent = try await house.report { $0.isUrgent = true }
            let vera = try await house.reader(.vera)
            let list = try await house.desk.worklist(.open, after: nil, for: vera)
            let rest = try await house.desk.worklist(
                .open, after: NextDue.sort(list.lines[1].file.next, list.lines[1].file.id), for: vera)

            #expect(list.lines[0].file.id == urgent.id)
            #expect(Set(list.lines[1...].map(\.file.id)) == Set(ids))
            #expect(list.lines.compactMap(\.file.next?.nominalEnd).dropFirst().isSorted)
            #expect(rest.lines.map(\.file.id) == list.lines[2...].map(\.file.id))
        }
    }

    @Test(arguments: Engine.all)
    func `what must happen at once waits until an officer says that it was done`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let urgent = try await house.report { $0.isUrgent = true }
            let vera = try await house.opened(urgent.id, by: .vera)
            var running: [Bool] = []
            for isSettled in [false, true] {
                try await house.desk.officerWrites("Dank je wel.", in: urgent.id, settlesUrgency: isSettled, by: vera)
                let clocks = try await house.desk.caseView(urgent.id, for: vera).clocks
                running.append(clocks.contains { $0.kind == .immediate && $0.isRunning })
            }

            #expect(running == [true, false])
        }
    }

    @Test(arguments: Engine.all)
    func `files keep their numbers, in the order in which they came`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let vera = try await house.opened(sent.id, by: .vera)
            var sizes: [Int] = []
            for number in 1...4 {
                var file = try await house.desk.receiveMailboxFile(named: "brief.txt", for: sent.token)
                try await file.take(Array(String(repeating: "x", count: number * 10).utf8))
                try await house.desk.addMailboxFile(try await file.finish(), in: sent.token)
                sizes.append(number * 10)
                let seen = try await house.desk.caseView(sent.id, for: vera).attachments.map(\.attachment)

                #expect(seen.map(\.number) == Array(1...number))
                #expect(seen.map(\.count) == sizes)
            }
            let third = try await house.desk.caseView(sent.id, for: vera).attachments[2]
            _ = try await house.desk.file(third.id, of: sent.id, for: vera)
            let timeline = try await house.desk.caseView(sent.id, for: vera).timeline

            #expect(timeline.filter { $0.action == .fileOpened }.map(\.text) == ["3"])
        }
    }

    @Test(arguments: Engine.all)
    func `counters count what they name`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let answered = try await house.report()
            let late = try await house.report()
            let vera = try await house.opened(answered.id, by: .vera)
            try await house.desk.officerWrites("Dank je.", in: answered.id, by: vera)
            house.base.clock.move(days: 5)
            let counts = try await house.desk.worklist(.open, after: nil, for: house.reader(.vera)).counts
            let lateOnes = try await house.desk.worklist(.late, after: nil, for: house.reader(.vera)).lines.map(\.file.id)

            #expect(counts[.open] == 2 && counts[.late] == 1 && counts[.awaitingReporter] == 1 && counts[.awaitingOfficer] == 1)
            #expect(lateOnes == [late.id])
        }
    }

    @Test(.law("Wbk 2(2)(i)"), arguments: Engine.all)
    func `a case is closed once, and after feedback`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let vera = try await house.opened(sent.id, by: .vera)

            await #expect(throws: CaseRefusal.feedbackMissing) {
                try await house.desk.close(sent.id, outcome: .confirmed, reasons: "", by: vera)
            }
            try await house.desk.giveFeedback("Uitkomst.", in: sent.id, by: vera)
            try await house.desk.close(sent.id, outcome: .confirmed, reasons: "", by: vera)
            await #expect(throws: CaseRefusal.closed) {
                try await house.desk.close(sent.id, outcome: .notConfirmed, reasons: "", by: vera)
            }
            await #expect(throws: CaseRefusal.closed) { try await house.desk.giveFeedback("Nog eens.", in: sent.id, by: vera) }
            let list = try await house.desk.worklist(.closed, after: nil, for: vera)
            #expect(list.lines[0].fields?.outcome == .confirmed)
        }
    }

    @Test(arguments: Engine.all)
    func `an empty message is not sent`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let vera = try await house.opened(sent.id, by: .vera)

            await #expect(throws: CaseRefusal.empty) { try await house.desk.officerWrites("", in: sent.id, by: vera) }
            await #expect(throws: MailboxRefusal.empty) { try await house.desk.reporterWrites("", in: sent.token) }
        }
    }

    @Test(arguments: Engine.all)
    func `two who write at the same time both get their message in`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let (vera, lotte) = (try await house.opened(sent.id, by: .vera), try await house.opened(sent.id, by: .lotte))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<3 {
                    group.addTask { try await house.desk.officerWrites("v\(number)", in: sent.id, by: vera) }
                    group.addTask { try await house.desk.officerWrites("l\(number)", in: sent.id, by: lotte) }
                    group.addTask { try await house.desk.reporterWrites("m\(number)", in: sent.token) }
                }
                try await group.waitForAll()
            }
            let texts = try await house.desk.caseView(sent.id, for: vera).messages.compactMap(\.content?.text)

            #expect(Set(texts) == ["v0", "v1", "v2", "l0", "l1", "l2", "m0", "m1", "m2"])
        }
    }
}

struct MarkingTests {
    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `whoever the reporter marks later loses the case, and the mailbox tells what that function had read`(engine: Engine)
        async throws
    {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let omar = try await house.opened(sent.id, by: .omar)
            let exclusion = try await house.desk.reporterMarks([house.base.officer(.omar).id], in: sent.token)
            let view = try await house.desk.mailboxView(sent.token)
            let list = try await house.desk.worklist(.open, after: nil, for: house.reader(.vera))

            #expect(exclusion.lost.map(\.officer.name) == ["Omar Haddad"])
            #expect(view.log.map(\.action) == [.caseOpened, .officerExcluded])
            #expect(!view.readers.map(\.officer.name).contains("Omar Haddad"))
            #expect(list.lines[0].fields?.kinds == [.bullying])
            await #expect(throws: CaseRefusal.notFound) { try await house.desk.caseView(sent.id, for: omar) }
        }
    }

    @Test(arguments: Engine.all)
    func `an officer steps back from a case, and the others work on`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let omar = try await house.opened(sent.id, by: .omar)
            try await house.desk.officerMarks([house.base.officer(.omar).id], in: sent.id, by: omar)
            let vera = try await house.opened(sent.id, by: .vera)
            try await house.desk.officerWrites("We gaan verder.", in: sent.id, by: vera)
            let view = try await house.desk.mailboxView(sent.token)

            #expect(view.messages.map(\.content?.text) == ["We gaan verder."])
            await #expect(throws: CaseRefusal.nobodyChosen) { try await house.desk.officerMarks([], in: sent.id, by: vera) }
        }
    }

    @Test(arguments: Engine.all)
    func `a case that moves to another organisation is whole there`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(story: "het hele verhaal")
            let (vera, omar) = (try await house.base.officer(.vera).id, try await house.base.officer(.omar).id)
            let exclusion = try await house.desk.reporterMarks([vera, omar], in: sent.token)
            let joris = try await house.opened(sent.id, by: .joris)
            let view = try await house.desk.caseView(sent.id, for: joris)

            #expect(exclusion.plan.organisation.code == "jenv")
            #expect(view.report.story == "het hele verhaal" && view.file.organisation.code == "jenv")
        }
    }

    @Test(arguments: Engine.all)
    func `who begins to stand in for someone excluded loses the case, by a job that opens nothing`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(involved: [.omar])
            _ = try await house.base.access.appoint(
                house.base.officer(.lotte), as: .integrityCoordinator, at: Organisation.ID("bzk")!,
                in: Period(from: house.base.clock.today), substituteFor: house.base.officer(.omar).id)
            try await house.desk.enforceExclusions()
            let view = try await house.desk.mailboxView(sent.token)
            let list = try await house.desk.worklist(.open, after: nil, for: house.reader(.lotte))

            #expect(list.lines.isEmpty)
            #expect(view.log.map(\.function) == ["reportHandler"])
        }
    }

    @Test(arguments: Engine.all)
    func `a new reader gets a case when a colleague hands it on, and the reporter sees it`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .reportHandler)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            let vera = try await house.reader(.vera)
            let pending = try await house.desk.waitingReaders(for: vera)
            try await house.desk.grant(sent.id, to: pending[0].grant.reader.officer.id, by: vera)
            let reader = try await house.opened(sent.id, by: sara)
            let view = try await house.desk.caseView(sent.id, for: reader)
            let log = try await house.desk.mailboxView(sent.token).log

            #expect(pending.map(\.grant.reader.officer.name) == ["Sara Vos"])
            #expect(view.report.kinds == [.bullying])
            #expect(log.map(\.action) == [.accessGranted, .caseOpened])
        }
    }
}

extension Collection where Element: Comparable {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
