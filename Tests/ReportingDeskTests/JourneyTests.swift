import Access
import AuditLog
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

/// The first way through, without a browser: a report becomes a closed case that can be proven.
struct JourneyTests {
    @Test(.law("Wbk 2(2)(h)", "Wbk 2(2)(i)"), arguments: Engine.all)
    func `a report is received, read, answered, fed back on and closed, and the chain holds`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(story: "Elke maandag maakt hij mij belachelijk.")
            let vera = try await house.reader(.vera)
            let list = try await house.desk.worklist(.open, after: nil, for: vera)
            try await house.desk.openCase(sent.id, for: .handling, by: vera)
            let first = try await house.desk.caseView(sent.id, for: vera)
            try await house.desk.officerWrites("Dank je. Gebeurt dit vaker?", in: sent.id, by: vera)
            let mailbox = try await house.desk.enter(sent.code)
            let question = try await house.desk.mailboxView(mailbox)
            try await house.desk.reporterWrites("Ja, elke week.", in: mailbox)
            try await house.desk.giveFeedback("We hebben met hem gesproken.", in: sent.id, by: vera)
            try await house.desk.close(sent.id, outcome: .confirmed, reasons: "Drie getuigen.", by: vera)
            let end = try await house.desk.mailboxView(mailbox)
            let closed = try await house.desk.caseView(sent.id, for: vera)
            let verification = try await AuditLog.verify(
                house.base.database, installation: house.base.secrets.installation, keys: house.base.secrets.publicSigningKeys)

            #expect(list.lines.map(\.file.id) == [sent.id])
            #expect(list.lines[0].fields?.kinds == [.bullying])
            #expect(first.report.story == "Elke maandag maakt hij mij belachelijk.")
            #expect(question.messages.map(\.content?.text) == ["Dank je. Gebeurt dit vaker?"])
            #expect(question.messages[0].content?.author == .init(function: "integrityCoordinator", name: "Vera Mulder"))
            #expect(question.log.map(\.action) == [.caseOpened] && question.log[0].function == "integrityCoordinator")
            #expect(
                end.messages.map(\.content?.text) == [
                    "Dank je. Gebeurt dit vaker?", "Ja, elke week.", "We hebben met hem gesproken.",
                ])
            #expect(end.messages.last?.content?.kind == .feedback)
            #expect(end.outcome == .confirmed && end.file.state == .closed)
            #expect(closed.closing?.reasons == "Drie getuigen.")
            #expect(
                closed.timeline.map(\.action) == [
                    .reportReceived, .caseOpened, .officerWrote, .mailboxOpened, .reporterWrote, .feedbackGiven, .caseClosed,
                ])
            #expect(closed.timeline[1].name == "Vera Mulder" && closed.timeline[1].text == "handling")
            #expect(verification.findings == [])
        }
    }

    @Test(.law("Wbk 2(2)(h)", "Wbk 2(2)(i)"), arguments: Engine.all)
    func `the receipt in the mailbox acknowledges at once, and three months run from it`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let view = try await house.desk.mailboxView(sent.token)
            func clock(_ kind: CaseClock.Kind) -> CaseClock? { view.clocks.first { $0.kind == kind } }

            #expect(clock(.acknowledgement)?.metOn == day("2026-11-22"))
            #expect(clock(.acknowledgement)?.nominalEnd == day("2026-11-29"))
            #expect(clock(.acknowledgement)?.legalEnd == day("2026-11-30"))
            #expect(clock(.feedback)?.nominalEnd == day("2027-02-22"))
            #expect(clock(.personalMessage)?.nominalEnd == day("2026-11-24"))
            #expect(
                view.file.next == NextDue(clock: .personalMessage, nominalEnd: day("2026-11-24"), legalEnd: day("2026-11-24")))
        }
    }

    @Test(.law("Wbk 2(2)(i)", "Directive (EU) 2019/1937 9(1)(f)"), arguments: Engine.all)
    func `where the receipt does not acknowledge, the first message does, and the three months start with it`(engine: Engine)
        async throws
    {
        try await engine.withDesk(settings: DeskSettings(receiptAcknowledges: false)) { house in
            let sent = try await house.report()
            let before = try await house.desk.mailboxView(sent.token).clocks
            house.base.clock.move(days: 3)
            let vera = try await house.opened(sent.id, by: .vera)
            try await house.desk.officerWrites("We hebben je melding ontvangen.", in: sent.id, by: vera)
            let after = try await house.desk.caseView(sent.id, for: vera).clocks

            #expect(before.first { $0.kind == .acknowledgement }?.metOn == nil)
            #expect(before.first { $0.kind == .feedback }?.nominalEnd == day("2027-02-28"))
            #expect(after.first { $0.kind == .acknowledgement }?.metOn == day("2026-11-25"))
            #expect(after.filter { $0.kind == .feedback }.map(\.nominalEnd) == [day("2027-02-25")])
        }
    }

    @Test(arguments: Engine.all)
    func `sending twice makes one case`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await house.desk.receive(token) } }
                try await group.waitForAll()
            }
            try await house.desk.receive(token)
            let count = try await house.base.database.read { try $0.query("SELECT id FROM case_file").count }

            #expect(count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `an unfinished report is not sent, and names the question that is open`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft { $0.story = "" }

            await #expect(throws: DraftRefusal.unanswered(.story)) { try await house.desk.receive(token) }
            await #expect(throws: DraftRefusal.gone) { try await house.desk.receive(SessionToken(from: .system)) }
        }
    }

    @Test(arguments: Engine.all)
    func `sixteen people report at once, and each gets their own case`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let stories = try await withThrowingTaskGroup(of: (String, String).self) { group in
                for number in 0..<16 {
                    group.addTask {
                        let sent = try await house.report(story: "verhaal \(number)")
                        let mailbox = try await house.desk.enter(sent.code)
                        return ("verhaal \(number)", try await house.desk.mailboxView(mailbox).report.story)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(stories.count == 16 && stories.allSatisfy { $0.0 == $0.1 })
        }
    }
}
