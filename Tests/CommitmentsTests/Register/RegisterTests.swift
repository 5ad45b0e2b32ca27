import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

struct RegisterTests {
    private func due(_ iso: String, words: String = "") -> Due {
        Due(words: words, day: day(iso), reason: "zo gelezen", told: day("2025-01-27"))
    }

    @Test(arguments: Engine.all)
    func `what was put into the register is read again as it was`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let esra = try await house.officer(.esra)
            var new = CommitmentsHouse.promise(due: due("2025-01-31", words: "eind januari 2025"))
            new.facts.kind = .motion
            new.movers = ["Rajkowski", "Van Baarle"]
            new.facts.paper = try Reference("Handelingen II 2024/25, nr. 3, item 9, p. 1-4")
            new.facts.houseNumber = try HouseNumber("2024Z13822")
            new.facts.involved = [Organisation.ID("ienw")!, Organisation.ID("jenv")!]
            new.facts.sources = [
                SourceReading("Dag", "433", says: "25 september"), SourceReading("Dag", "451", says: "12 september"),
            ]

            let kept = try await house.commitments.register(new, by: esra)
            let read = try await house.commitments.entry(kept.id, for: esra)

            #expect(read == kept)
            #expect(read.facts == new.facts)
            #expect(read.motion?.movers == ["Rajkowski", "Van Baarle"])
            #expect(read.owner == esra.officer.id)
            #expect(read.number == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `every change is kept with those before it and has its entry in the audit`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let letter = try Reference("Kamerstukken II 2024/25, 30 950, nr. 433")
            let entry = try await register.register(CommitmentsHouse.promise(), by: esra)
            try await register.setDue(due("2025-01-31", words: "eind januari"), of: entry.id, version: 1, by: esra)
            try await register.setDue(due("2025-06-20"), isPostponement: true, of: entry.id, version: 2, by: esra)
            try await register.link(.instrument(.survey), to: entry.id, version: 3, by: esra)
            try await register.setStanding(
                StandingChange(.settled, on: day("2025-04-14"), facts: "verstuurd", letter: letter), of: entry.id, version: 4,
                by: esra)

            let read = try await register.entry(entry.id, for: esra)
            #expect(read.dues.map(\.day) == [day("2025-01-31"), day("2025-06-20")])
            #expect(read.standings.map(\.standing) == [.open, .settled])
            #expect(read.standings.last?.letter == letter)
            #expect(read.links == [.instrument(.survey)])
            #expect(read.version == 5)
            let actions = try await house.base.database.read { db in
                try db.query("SELECT action FROM audit_entry WHERE action LIKE 'register.%' ORDER BY number").map {
                    try $0.get("action", as: String.self)
                }
            }
            #expect(
                actions == [
                    "register.entry-registered", "register.due-set", "register.due-set", "register.entry-linked",
                    "register.standing-set",
                ])
        }
    }

    @Test(arguments: Engine.all)
    func `of two who change an entry at once the second is told, and nothing is lost`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, thijs) = (try await house.officer(.esra), try await house.officer(.thijs))
            let entry = try await house.commitments.register(CommitmentsHouse.promise(), by: esra)
            try await house.commitments.setDue(due("2025-01-31"), of: entry.id, version: 1, by: esra)

            await #expect(throws: RegisterRefusal.changedMeanwhile) {
                try await house.commitments.setDue(due("2025-03-31"), of: entry.id, version: 1, by: thijs)
            }
            let read = try await house.commitments.entry(entry.id, for: esra)
            #expect(read.dues.map(\.day) == [day("2025-01-31")])
        }
    }

    @Test(arguments: Engine.all)
    func `a refused change leaves nothing behind`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let esra = try await house.officer(.esra)
            let entry = try await house.commitments.register(CommitmentsHouse.promise(due: due("2025-01-31")), by: esra)

            await #expect(throws: DueRefusal.doesNotMove(day("2025-01-31"))) {
                try await house.commitments.setDue(due("2025-01-31"), of: entry.id, version: 1, by: esra)
            }
            let read = try await house.commitments.entry(entry.id, for: esra)
            #expect(read == entry)
        }
    }

    @Test(arguments: Engine.all)
    func `a policy officer changes their own, a coordinator all of the department, others nothing`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let (esra, sven) = (try await house.officer(.esra), try await house.officer(.sven))
            let (thijs, ingrid, pieter) = (
                try await house.officer(.thijs), try await house.officer(.ingrid), try await house.officer(.pieter)
            )
            let register = house.commitments
            let entry = try await register.register(CommitmentsHouse.promise(), by: esra)

            for other in [sven, ingrid] {
                #expect(try await register.entry(entry.id, for: other) == entry)
                await #expect(throws: RegisterRefusal.notYours) {
                    try await register.setDue(due("2025-01-31"), of: entry.id, version: 1, by: other)
                }
            }
            await #expect(throws: RegisterRefusal.notFound) { try await register.entry(entry.id, for: pieter) }
            await #expect(throws: RegisterRefusal.notFound) {
                try await register.setDue(due("2025-01-31"), of: entry.id, version: 1, by: pieter)
            }
            await #expect(throws: RegisterRefusal.departmentNotYours) {
                try await register.register(CommitmentsHouse.promise(department: "ienw"), by: esra)
            }
            await #expect(throws: RegisterRefusal.departmentNotYours) {
                try await register.register(CommitmentsHouse.promise(), by: ingrid)
            }
            try await register.setDue(due("2025-01-31"), of: entry.id, version: 1, by: thijs)
            try await register.assign(entry.id, to: sven.officer.id, version: 2, by: thijs)
            try await register.setDue(due("2025-02-28"), of: entry.id, version: 3, by: sven)
            await #expect(throws: RegisterRefusal.notYours) {
                try await register.setDue(due("2025-03-28"), of: entry.id, version: 4, by: esra)
            }
            await #expect(throws: RegisterRefusal.noOwner) {
                try await register.assign(entry.id, to: pieter.officer.id, version: 4, by: thijs)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a list shows the own departments alone, what is due first on top, and every counter is true`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let (esra, sven, pieter) = (
                try await house.officer(.esra), try await house.officer(.sven), try await house.officer(.pieter)
            )
            let register = house.commitments
            try await register.register(CommitmentsHouse.promise("zonder dag"), by: sven)
            try await register.register(CommitmentsHouse.promise("te laat", due: due("2026-11-21")), by: esra)
            try await register.register(CommitmentsHouse.promise("deze maand", due: due("2026-11-30")), by: esra)
            try await register.register(CommitmentsHouse.promise("later", due: due("2027-01-15")), by: sven)
            try await register.register(CommitmentsHouse.promise("elders", department: "ienw"), by: pieter)

            let list = try await register.list(.owed, for: esra)

            #expect(list.entries.map(\.facts.title) == ["te laat", "deze maand", "later", "zonder dag"])
            #expect(
                list.counts == [.owed: 4, .overdue: 1, .thisMonth: 2, .withoutDay: 1, .withoutOwner: 0, .own: 2, .all: 4])
            #expect(try await register.list(.overdue, for: esra).entries.map(\.facts.title) == ["te laat"])
        }
    }

    @Test(arguments: Engine.all) func `someone without a role in the register gets no way to it`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            try await house.base.appointWithoutKeys(.anna)

            #expect(try await house.commitments.registerOfficer(try await house.base.officer(.anna)) == nil)
        }
    }

    @Test(.law("RvO Tweede Kamer 12.2(1)", "RvO Tweede Kamer 12.2(2)"))
    func `written questions are due after three weeks, and listed after more than six`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let esra = try await house.officer(.esra)
            var new = CommitmentsHouse.promise()
            (new.facts.kind, new.facts.setting, new.facts.madeOn) = (.writtenQuestions, .writing, day("2024-12-04"))

            let entry = try await house.commitments.register(new, by: esra)

            #expect(entry.due?.day == day("2024-12-25"))
            let later = Due(words: "", day: day("2027-03-01"), reason: "meer tijd nodig", told: day("2026-11-20"))
            try await house.commitments.setDue(later, of: entry.id, version: 1, by: esra)
            let moved = try await house.commitments.entry(entry.id, for: esra)
            #expect(moved.listedFrom == day("2025-01-16"), "more than six weeks, whatever the minister told")
            let settled = StandingChange(.settled, on: day("2026-11-20"), letter: LetterScene.paper)
            #expect(try moved.changed(by: settled, on: day("2026-11-22")).listedFrom == nil)
        }
    }

    @Test func `what is missing from a new entry is named`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let esra = try await house.officer(.esra)
            func refused(_ refusal: RegisterRefusal, _ change: (inout NewEntry) -> Void) async {
                var new = CommitmentsHouse.promise()
                change(&new)
                let changed = new
                await #expect(throws: refusal) { try await house.commitments.register(changed, by: esra) }
            }

            await refused(.titleMissing) { $0.facts.title = "" }
            await refused(.wordingMissing) { $0.facts.wording = "" }
            await refused(.placeMissing) { $0.facts.place = "" }
            await refused(.madeInTheFuture(day("2026-11-23"))) { $0.facts.madeOn = day("2026-11-23") }
            await refused(.noDepartment) { $0.facts.involved = [Organisation.ID("nergens")!] }
            await refused(.departmentAmongInvolved) { $0.facts.involved = [Organisation.ID("bzk")!] }
            await refused(.moversMissing) { $0.facts.kind = .motion }
            await refused(.moversOfNoMotion) { $0.movers = ["Bamenga"] }
        }
    }

    @Test func `a slip of the pen in a day, a paper or a number is refused`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let esra = try await house.officer(.esra)
            func refused(_ refusal: RegisterRefusal, _ change: (inout RegisterFacts) throws -> Void) async throws {
                var new = CommitmentsHouse.promise()
                try change(&new.facts)
                let changed = new
                await #expect(throws: refusal) { try await house.commitments.register(changed, by: esra) }
            }

            try await refused(.madeTooLongAgo(day("1924-09-12"))) { $0.madeOn = day("1924-09-12") }
            try await refused(.paperOfYearToCome(ParliamentaryYear(beginning: 2042))) {
                $0.paper = try Reference("Kamerstukken II 2042/43, 30 950, nr. 433")
            }
            try await refused(.numberOfYearToCome(2042)) { $0.houseNumber = try HouseNumber("TZ204209-110") }
            try await refused(.numberOfOtherKind) { $0.houseNumber = try HouseNumber("2024Z13822") }
            try await refused(.numberOfOtherKind) { facts in
                (facts.kind, facts.setting) = (.writtenQuestions, .writing)
                facts.houseNumber = try HouseNumber("TZ202409-110")
            }
            var motion = CommitmentsHouse.promise()
            (motion.facts.kind, motion.movers, motion.facts.houseNumber) = (.motion, ["Chakor"], try HouseNumber("2024Z13822"))
            #expect(try await house.commitments.register(motion, by: esra).facts.houseNumber?.text == "2024Z13822")
        }
    }

    @Test(arguments: Engine.all)
    func `what says the same of the same day is put in twice only by who says that it is another`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            var new = CommitmentsHouse.promise("Twee brieven")
            try await commitments.register(new, mayResemble: false, by: esra)
            new.facts.wording = "Er komen twee brieven."
            for title in ["Twee brieven", "twee  BRIEVEN."] {
                new.facts.title = title
                let again = new
                await #expect(throws: RegisterRefusal.looksLike(entry: 1, "Twee brieven")) {
                    try await commitments.register(again, mayResemble: false, by: esra)
                }
            }
            try await commitments.register(new, by: esra)
            new.facts.madeOn = day("2024-09-13")
            try await commitments.register(new, mayResemble: false, by: esra)
            #expect(try await commitments.list(.all, for: esra).entries.count == 3)
        }
    }
}
