import Access
import AuditLog
import Compartments
import Database
import Foundation
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

struct MailboxTests {
    @Test(arguments: Engine.all)
    func `a wrong code opens nothing and says what is wrong with it`(engine: Engine) async throws {
        try await engine.withDesk { house in
            _ = try await house.report()
            let other = MailboxCode(from: .system).text

            await #expect(throws: CodeRefusal.opensNothing) { try await house.desk.enter(other) }
            await #expect(throws: CodeRefusal.typed(.wrongCount(3))) { try await house.desk.enter("123") }
            await #expect(throws: CodeRefusal.typed(.otherThanDigits)) { try await house.desk.enter("mijn code") }
            await #expect(throws: CodeRefusal.typed(.misspelt)) { try await house.desk.enter("1234 5678 9012 3456 7890 1234") }
        }
    }

    @Test(arguments: Engine.all)
    func `the code stays until its last group is typed back`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            try await house.desk.receive(token)
            let code = try #require(try await house.desk.mailboxState(token).newCode)

            await #expect(throws: MailboxRefusal.codeNotTypedBack) { try await house.desk.confirmCode("0000x", in: token) }
            let still = try await house.desk.mailboxState(token).newCode
            try await house.desk.confirmCode(" \(code.suffix(4)) ", in: token)
            let gone = try await house.desk.mailboxState(token).newCode
            #expect(still == code && gone == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `a replaced code opens the same mailbox, and the old one nothing`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report(story: "eerste")
            try await house.desk.replaceCode(sent.token)
            let next = try #require(try await house.desk.mailboxState(sent.token).newCode)
            _ = try await house.desk.enter(sent.code)
            try await house.desk.confirmCode(String(next.suffix(4)), in: sent.token)
            let view = try await house.desk.mailboxView(house.desk.enter(next))

            #expect(view.report.story == "eerste")
            await #expect(throws: CodeRefusal.opensNothing) { try await house.desk.enter(sent.code) }
        }
    }

    @Test(arguments: Engine.all)
    func `after fifteen minutes the mailbox locks, keeps what was typed, and the code unlocks it`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            try await house.desk.changeMailbox(sent.token) { $0.typed = "half een zin" }
            house.base.clock.move(by: .seconds(16 * 60))

            await #expect(throws: MailboxRefusal.locked) { try await house.desk.mailboxView(sent.token) }
            let state = try await house.desk.mailboxState(sent.token)
            #expect(state.isLocked && state.seed == nil && state.typed == "half een zin")
            let token = try await house.desk.enter(sent.code, unlocking: sent.token)
            let view = try await house.desk.mailboxView(token)
            #expect(token.text == sent.token.text && view.typed == "half een zin")
        }
    }

    @Test(arguments: Engine.all)
    func `a session that was forgotten is gone, with its draft and files`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            try await house.desk.forget(token)
            let state = try await house.desk.state(token)

            #expect(state == nil)
            await #expect(throws: DraftRefusal.gone) { try await house.desk.draft(token) }
        }
    }

    @Test(arguments: Engine.all)
    func `a draft is taken up again with its code, once, in another browser`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft(story: "later verder")
            let code = try await house.desk.makeResumeCode(token)
            let again = try await house.desk.resume(code.text)
            let draft = try await house.desk.draft(again)

            #expect(draft.story == "later verder")
            await #expect(throws: CodeRefusal.opensNothing) { try await house.desk.resume(code.text) }
        }
    }

    @Test(arguments: Engine.all)
    func `what was not finished is swept away after a week`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            house.base.clock.move(days: 7)
            try await house.desk.sweep()
            let kept = try await house.desk.state(token)
            house.base.clock.move(days: 1)
            try await house.desk.sweep()
            let gone = try await house.desk.state(token)

            #expect(kept != nil && gone == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `a forged, replayed or moved message is shown as not genuine, without its text`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let vera = try await house.opened(sent.id, by: .vera)
            try await house.desk.officerWrites("Echt bericht.", in: sent.id, by: vera)
            try await house.desk.reporterWrites("Echt antwoord.", in: sent.token)
            try await house.base.database.write { db in
                let rows = try db.query("SELECT item, payload FROM case_message ORDER BY number")
                let (first, second): (String, String) = (try rows[0].get("item"), try rows[1].get("item"))
                let payload: [UInt8] = try rows[0].get("payload")
                try db.execute("UPDATE case_message SET payload = $2 WHERE item = $1", second, payload)
                try db.execute("UPDATE case_message SET number = 7 WHERE item = $1", first)
            }
            let view = try await house.desk.mailboxView(sent.token)

            #expect(view.messages.map(\.number) == [2, 7])
            #expect(view.messages.allSatisfy { $0.content == nil })
        }
    }

    @Test(arguments: Engine.all)
    func `a message signed by someone else in a colleague's name is not genuine`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let (vera, omar) = (try await house.opened(sent.id, by: .vera), try await house.reader(.omar))
            let posing = Reader(
                session: vera.session,
                ring: KeyRing(officer: omar.ring.officer, version: 1, reading: vera.ring.reading, signing: vera.ring.signing))
            let open = try await house.desk.opened(sent.id, by: vera)
            let statement = MessageDocument.statement(
                subject: sent.id.text, direction: .toReporter, number: 1, kind: .message, function: "integrityCoordinator",
                text: "Vals.")
            let document = MessageDocument(
                direction: .toReporter, kind: .message, text: "Vals.", instant: 0, officer: posing.ring.officer.text,
                keyVersion: 1,
                function: "integrityCoordinator", name: "Omar Haddad", proof: Data(statement.signature(by: posing.ring.signing)))
            let row = try open.keys.seal(document, kind: "message", in: .content, table: "case_message", with: Sealer())
            try await house.base.database.write { db in
                try db.insertMessage(SealedMessage(number: 1, row: row), of: sent.id, on: day("2026-11-22"))
            }
            let view = try await house.desk.mailboxView(sent.token)

            #expect(view.messages.map(\.content) == [nil])
        }
    }
}
