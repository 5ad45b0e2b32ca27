import Access
import Database
import Foundation
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

struct SessionTests {
    @Test(arguments: Engine.all)
    func `a draft that is taken up elsewhere is gone from the browser in which it was begun`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let work = try await house.completeDraft(story: "op het werk begonnen")
            let code = try await house.desk.makeResumeCode(work)
            let home = try await house.desk.resume(code.text)
            try await house.desk.changeDraft(home) { $0.story = "thuis afgemaakt" }
            try await house.desk.receive(home)
            let (left, right) = (try await house.desk.state(work), try await house.desk.mailboxState(home))

            #expect(left == nil && right.newCode != nil)
            await #expect(throws: DraftRefusal.gone) { try await house.desk.receive(work) }
        }
    }

    @Test(arguments: Engine.all)
    func `a code to go on later works for one of many who use it at once`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let code = try await house.desk.makeResumeCode(house.completeDraft())
            let opened = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<6 { group.addTask { (try? await house.desk.resume(code.text)) != nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }

            #expect(opened == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `pages that save while the report is sent neither lose it nor its code`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<24 {
                    group.addTask { _ = try? await house.desk.changeDraft(token) { $0.urgency = "\(number)" } }
                    if number == 12 { group.addTask { _ = try? await house.desk.receive(token) } }
                }
            }
            try await house.desk.receive(token)
            let code = try #require(try await house.desk.mailboxState(token).newCode)
            let view = try await house.desk.mailboxView(house.desk.enter(code))
            let cases = try await house.base.database.read { try $0.query("SELECT id FROM case_file").count }

            #expect(view.report.story == "Elke maandag maakt hij mij belachelijk." && cases == 1)
            await #expect(throws: DraftRefusal.gone) { try await house.desk.changeDraft(token) { $0.story = "te laat" } }
        }
    }

    @Test(arguments: Engine.all)
    func `a report is not sent to others than those who were shown`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            let shown = ReportingDesk.shown(try await house.desk.plan(for: house.desk.draft(token)))
            try await house.base.access.leave(house.base.officer(.lotte))

            await #expect(throws: DraftRefusal.readersChanged) { try await house.desk.receive(token, shown: shown) }
            let now = ReportingDesk.shown(try await house.desk.plan(for: house.desk.draft(token)))
            try await house.desk.receive(token, shown: now)
            #expect(now != shown)
        }
    }

    @Test(arguments: Engine.all)
    func `answers of two pages that save at once are both kept`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.desk.beginDraft(in: .nl)
            await withTaskGroup(of: Void.self) { group in
                for kind in ReportKind.allCases {
                    group.addTask { _ = try? await house.desk.changeDraft(token) { $0.kinds.append(kind) } }
                }
            }
            let draft = try await house.desk.draft(token)

            #expect(Set(draft.kinds) == Set(ReportKind.allCases))
        }
    }

    @Test(arguments: Engine.all)
    func `a new code ends the sessions that the old one opened elsewhere`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let elsewhere = try await house.desk.enter(sent.code)
            _ = try await house.desk.mailboxView(elsewhere)
            try await house.desk.replaceCode(sent.token)
            let code = try #require(try await house.desk.mailboxState(sent.token).newCode)
            _ = try await house.desk.mailboxView(elsewhere)
            try await house.desk.confirmCode(String(code.suffix(4)), in: sent.token)

            await #expect(throws: MailboxRefusal.gone) { try await house.desk.mailboxView(elsewhere) }
            await #expect(throws: MailboxRefusal.gone) { try await house.desk.replaceCode(elsewhere) }
            let view = try await house.desk.mailboxView(house.desk.enter(code))
            #expect(view.file.id == sent.id)
        }
    }

    @Test(arguments: Engine.all)
    func `a new code that is used takes over, also where it was never typed back`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            try await house.desk.replaceCode(sent.token)
            let code = try #require(try await house.desk.mailboxState(sent.token).newCode)
            _ = try await house.desk.enter(code)

            await #expect(throws: CodeRefusal.opensNothing) { try await house.desk.enter(sent.code) }
            await #expect(throws: MailboxRefusal.gone) { try await house.desk.mailboxView(sent.token) }
        }
    }

    @Test(arguments: Engine.all)
    func `a new code can be typed back after a quarter, and one that never was goes after a week`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let (first, second) = (try await house.report(), try await house.report())
            var codes: [String] = []
            for sent in [first, second] {
                try await house.desk.replaceCode(sent.token)
                codes.append(try #require(try await house.desk.mailboxState(sent.token).newCode))
            }
            house.base.clock.move(by: .seconds(16 * 60))
            try await house.desk.confirmCode(String(codes[0].suffix(4)), in: first.token)
            house.base.clock.move(days: 8)
            try await house.desk.sweep()

            _ = try await house.desk.enter(codes[0])
            _ = try await house.desk.enter(second.code)
            await #expect(throws: CodeRefusal.opensNothing) { try await house.desk.enter(codes[1]) }
            await #expect(throws: CodeRefusal.opensNothing) { try await house.desk.enter(first.code) }
        }
    }

    @Test(arguments: Engine.all)
    func `a new code is on the screen and opens the mailbox, whatever other pages save meanwhile`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask { try? await house.desk.changeMailbox(sent.token) { $0.typed = "\(number)" } }
                }
                group.addTask { try? await house.desk.replaceCode(sent.token) }
            }
            let code = try #require(try await house.desk.mailboxState(sent.token).newCode)
            let view = try await house.desk.mailboxView(house.desk.enter(code))

            #expect(view.file.id == sent.id)
        }
    }

    @Test(arguments: Engine.all)
    func `the files of a draft live as long as the draft`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let token = try await house.completeDraft()
            var file = try await house.desk.receiveFile(named: "brief.txt", for: token)
            try await file.take(Array("Een brief.".utf8))
            try await house.desk.addFile(file.finish(), to: token)
            for _ in 0..<3 {
                house.base.clock.move(days: 4)
                try await house.desk.changeDraft(token) { $0.isLocked = false }
                try await house.desk.sweep()
            }
            let (kept, uploads) = try await Self.counts(house)
            house.base.clock.move(days: 8)
            try await house.desk.sweep()
            let (left, noUploads) = try await Self.counts(house)

            #expect(kept == 2 && uploads == 2 && left == 0 && noUploads == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `a locked mailbox keeps what was typed when an empty page locks too, and locks after twelve hours in any case`(
        engine: Engine
    ) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            try await house.desk.lock(sent.token, keeping: "half een zin")
            try await house.desk.lock(sent.token, keeping: "")
            let token = try await house.desk.enter(sent.code, unlocking: sent.token)
            let typed = try await house.desk.mailboxView(token).typed
            for _ in 0..<73 {
                house.base.clock.move(by: .seconds(10 * 60))
                try await house.desk.changeMailbox(token) { _ in }
            }

            #expect(typed == "half een zin")
            await #expect(throws: MailboxRefusal.locked) { try await house.desk.mailboxView(token) }
        }
    }

    private static func counts(_ house: DeskHouse) async throws -> (chunks: Int, uploads: Int) {
        try await house.base.database.read { db in
            (try db.query("SELECT item FROM file_chunk").count, try db.query("SELECT item FROM pending_upload").count)
        }
    }
}
