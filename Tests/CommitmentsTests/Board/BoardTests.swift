import Access
import Database
import Kernel
import TestSupport
import Testing

@testable import Commitments

struct BoardTests {
    private func item(_ title: String, due iso: String?, owner: Officer.ID? = nil) -> BoardItem {
        BoardItem(
            subject: .entry(Identifier(from: .system)), title: title, day: iso.map(day), owner: owner, waiting: .letter)
    }

    @Test func `what is due stands by its day: late, until the end of this month, after that`() {
        let items = [
            item("a", due: "2026-11-21"), item("b", due: "2026-11-22"), item("c", due: "2026-11-30"),
            item("d", due: "2026-12-01"), item("e", due: nil),
        ]

        let board = Board(items, on: day("2026-11-22"))

        #expect(board.late.map(\.title) == ["a"] && board.thisMonth.map(\.title) == ["b", "c"])
        #expect(board.later.map(\.title) == ["d"] && board.withoutDay.map(\.title) == ["e"])
    }

    @Test func `the owner is reminded two weeks before, and with the coordinator from the day after`() {
        let (owner, head) = (Officer.ID(from: .system), Officer.ID(from: .system))
        let items = [item("a", due: "2026-12-06", owner: owner)]
        func reasons(on iso: String) -> [Officer.ID: Reminder.Reason] {
            let found = Reminder.due(items, coordinators: [head], on: day(iso))
            return Dictionary(uniqueKeysWithValues: found.map { ($0.to, $0.reason) })
        }

        #expect(reasons(on: "2026-11-21") == [:])
        #expect(reasons(on: "2026-11-22") == [owner: .comes(inDays: 14)])
        #expect(reasons(on: "2026-12-06") == [owner: .comes(inDays: 0)])
        #expect(reasons(on: "2026-12-07") == [owner: .isLate(byDays: 1), head: .isLate(byDays: 1)])
    }

    @Test func `what has no owner is told to the coordinator once it is late, and an owner who coordinates is told once`() {
        let head = Officer.ID(from: .system)
        let items = [item("a", due: "2026-11-20"), item("b", due: "2026-11-20", owner: head), item("c", due: nil, owner: head)]

        let found = Reminder.due(items, coordinators: [head], on: day("2026-11-22"))

        #expect(found.map(\.item.title) == ["a", "b"] && found.map(\.to) == [head, head])
    }

    @Test(arguments: Engine.all)
    func `each thing waits for who has to act on it next`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (house.commitments, scene.letter.id)
            func waiting() async throws -> Waiting? {
                try await commitments.board(for: scene.esra).board.later.first { $0.title == "model" }?.waiting
            }
            #expect(try await waiting() == .letter)
            try await scene.answer()
            #expect(try await waiting() == .text(in: id))
            try await scene.write()
            #expect(try await waiting() == .minister(on: id))
            let icbr = AlignmentBody.ID("icbr")!
            try await commitments.openRound(
                [AlignmentRequest(icbr, for: .agreement)], answerBy: day("2026-12-01"), of: id, by: scene.esra)
            #expect(try await waiting() == .agreement(of: [icbr], on: id))
            let aligning = try #require(try await commitments.aligningOfficer(try await house.base.officer(.esra)))
            try await commitments.answer(
                AlignmentAnswer(.agreed, on: day("2026-11-22")), for: AlignmentPlace(body: icbr, part: nil), of: id, by: aligning)
            try await scene.decide(.notAgreed)
            #expect(try await waiting() == .otherText(in: id))
            try await scene.decide()
            #expect(try await waiting() == .sending(of: id))
            try await scene.send()
            #expect(try await waiting() == nil, "nothing is owed any more")
        }
    }

    @Test(arguments: Engine.all)
    func `an announced letter that goes along in another stays on the board until that one is sent`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let commitments = house.commitments
            let due = Due(words: "voor de zomer", day: day("2027-06-30"), reason: "zo is het", told: day("2026-11-20"))
            let announced = try await commitments.begin(
                NewLetter("Aangekondigd", department: scene.letter.department, due: due),
                by: scene.esra)
            try await commitments.merge(
                announced.id, into: scene.letter.id, reason: "past erbij", version: announced.version, by: scene.esra)
            func card() async throws -> BoardItem? {
                try await commitments.board(for: scene.esra).board.later.first { $0.title == "Aangekondigd" }
            }

            #expect(try await card()?.waiting == .otherLetter(scene.letter.id))
            #expect(try await card()?.day == day("2027-06-30"))
            try await scene.answer()
            try await scene.write()
            try await scene.decide()
            try await scene.send()
            #expect(try await card() == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `reminders go to those of the department alone`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let due = Due(words: "", day: day("2026-11-20"), reason: "zo is het", told: day("2026-11-20"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)

            #expect(try await scene.commitments.board(for: scene.esra).reminders.map(\.item.title) == ["model"])
            #expect(try await scene.commitments.board(for: scene.thijs).reminders.map(\.item.title) == ["model"])
            #expect(try await scene.commitments.board(for: house.officer(.pieter)).reminders.isEmpty)
            #expect(try await scene.commitments.allReminders().count == 2)
        }
    }

    @Test(.law("RvO Tweede Kamer 8.23(2)"))
    func `a held motion that may have lapsed stands on the board until someone notes what the House decided`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            var new = CommitmentsHouse.promise("aangehouden")
            (new.facts.kind, new.facts.madeOn, new.movers) = (.motion, day("2026-03-12"), ["Bamenga"])
            let motion = try await commitments.register(new, by: esra)
            try await commitments.take(.held, on: day("2026-08-25"), of: motion.id, version: 1, by: esra)
            func late() async throws -> [BoardItem] { try await commitments.board(for: esra).board.late }
            #expect(try await late().map(\.waiting) == [.houseOnHeldMotion], "twelve weeks after 25 August is 17 November")
            #expect(try await commitments.board(for: esra).reminders.map(\.item.title) == ["aangehouden"])
            try await commitments.take(.lapsed, on: day("2026-11-17"), of: motion.id, version: 2, by: esra)
            #expect(try await late().isEmpty)
        }
    }
}
