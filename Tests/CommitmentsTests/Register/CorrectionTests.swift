import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// What was put into the register wrongly.
struct CorrectionTests {
    private func corrected(_ entry: RegisterEntry, _ change: (inout RegisterFacts) -> Void) -> NewEntry {
        var facts = entry.facts
        change(&facts)
        return NewEntry(facts, movers: entry.motion?.movers ?? [])
    }

    @Test(arguments: Engine.all)
    func `a correction keeps what stood there, and who changed it`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, entry) = (house.commitments, scene.entries[0])
            let number = try HouseNumber("TZ202409-110")
            await #expect(throws: RegisterRefusal.nothingCorrected) {
                try await commitments.correct(corrected(entry) { _ in }, of: entry.id, version: 1, by: scene.esra)
            }

            try await commitments.correct(
                corrected(entry) {
                    $0.title = "Het model"
                    $0.houseNumber = number
                    $0.involved = [Organisation.ID("ienw")!]
                    $0.madeOn = day("2024-09-11")
                    $0.house = .eersteKamer
                }, of: entry.id, version: 1, by: scene.thijs)

            let now = try await commitments.entry(entry.id, for: scene.esra)
            #expect(now.facts.title == "Het model" && now.facts.houseNumber == number && now.version == 2)
            #expect(now.facts.house == .tweedeKamer, "the House stays")
            #expect(now.facts.involved == [Organisation.ID("ienw")!] && now.standings[0].day == day("2024-09-11"))
            let record = try await commitments.record(of: entry.id, for: scene.esra)
            #expect(record.corrections.map(\.field) == [.title, .madeOn, .houseNumber, .involved])
            #expect(record.corrections.map(\.before) == ["model", "2024-09-12", "", ""])
            #expect(record.corrections.map(\.after) == ["Het model", "2024-09-11", "TZ202409-110", "ienw"])
            #expect(record.corrections.allSatisfy { $0.officer == scene.thijs.officer.id && $0.version == 2 })
        }
    }

    @Test func `a correction has to fit like something new`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let (entry, other) = (scene.entries[0], scene.entries[1])
            func refused(_ refusal: RegisterRefusal, _ change: (inout RegisterFacts) -> Void) async {
                let new = corrected(entry, change)
                await #expect(throws: refusal) {
                    try await house.commitments.correct(new, of: entry.id, version: 1, by: scene.esra)
                }
            }
            await refused(.titleMissing) { $0.title = "" }
            await refused(.madeInTheFuture(day("2026-11-23"))) { $0.madeOn = day("2026-11-23") }
            await refused(.dayRefused(.beforeItWasSaid(day("2025-02-01")))) { $0.madeOn = day("2025-02-01") }
            await refused(.paperOfOtherHouse(.tweedeKamer)) { $0.paper = try! Reference("Kamerstukken I 2022/23, 35 741, G") }
            await refused(.numberOfOtherHouse) { $0.houseNumber = try! HouseNumber("T03545") }
            var numbered = corrected(other) { _ in }
            numbered.facts.houseNumber = try HouseNumber("TZ202409-110")
            try await house.commitments.correct(numbered, of: other.id, version: 1, by: scene.esra)
            await refused(.numberTaken(by: "loket")) { $0.houseNumber = try! HouseNumber("TZ202409-110") }
            await #expect(throws: RegisterRefusal.changedMeanwhile) {
                try await house.commitments.correct(numbered, of: other.id, version: 1, by: scene.esra)
            }
            let sven = try await house.officer(.sven)
            await #expect(throws: RegisterRefusal.notYours) {
                try await house.commitments.correct(numbered, of: other.id, version: 2, by: sven)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what comes to say the same as another entry is asked about, and what it said already is not`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            var new = CommitmentsHouse.promise("Het loket")
            try await commitments.register(new, by: esra)
            (new.facts.title, new.facts.wording) = ("Het model", "Er komt een model.")
            let entry = try await commitments.register(new, by: esra)
            func correct(_ version: Int, mayResemble: Bool = false, _ change: (inout RegisterFacts) -> Void) async throws {
                let entry = try await commitments.entry(entry.id, for: esra)
                try await commitments.correct(
                    corrected(entry, change), of: entry.id, version: version, mayResemble: mayResemble, by: esra)
            }
            await #expect(throws: RegisterRefusal.looksLike(entry: 1, "Het loket")) {
                try await correct(1) { $0.title = "het LOKET." }
            }
            try await correct(1, mayResemble: true) { $0.title = "het LOKET." }
            try await correct(2) { $0.place = "Een ander debat" }
            try await correct(3) { $0.title = "Het model" }
            #expect(try await commitments.entry(entry.id, for: esra).version == 4)
        }
    }

    @Test(.law("RvO Tweede Kamer 12.2(1)"), arguments: Engine.all)
    func `what happened on the day that was wrong moves with it, and so does a term that runs from it`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let esra = try await house.officer(.esra)
            let (commitments, wrong, right) = (house.commitments, day("2026-09-12"), day("2026-09-14"))
            var questions = CommitmentsHouse.promise("vragen")
            (questions.facts.kind, questions.facts.madeOn, questions.facts.setting) = (.writtenQuestions, wrong, .writing)
            var motion = CommitmentsHouse.promise(
                "motie", due: Due(words: "eind 2026", day: day("2026-12-31"), reason: "zo gelezen", told: wrong))
            (motion.facts.kind, motion.facts.madeOn, motion.movers) = (.motion, wrong, ["Bamenga"])
            let entries = [try await commitments.register(questions, by: esra), try await commitments.register(motion, by: esra)]
            #expect(entries[0].due?.day == day("2026-10-03"), "three weeks")

            for entry in entries {
                try await commitments.correct(corrected(entry) { $0.madeOn = right }, of: entry.id, version: 1, by: esra)
            }

            let asked = try await commitments.entry(entries[0].id, for: esra)
            #expect(asked.due?.day == day("2026-10-05") && asked.due?.told == right)
            let moved = try await commitments.entry(entries[1].id, for: esra)
            #expect(moved.due?.day == day("2026-12-31") && moved.due?.told == right)
            #expect(moved.motion?.events.map(\.day) == [right] && moved.standings.map(\.day) == [right])
            try await commitments.take(.adopted, on: day("2026-09-20"), of: moved.id, version: 2, by: esra)
            await #expect(throws: RegisterRefusal.dayRefused(.beforeItWasSaid(day("2026-09-21")))) {
                try await commitments.correct(
                    corrected(moved) { $0.madeOn = day("2026-09-21") }, of: moved.id, version: 3, by: esra)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what does not belong there is taken out by who coordinates, and is nowhere any more`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, entry) = (house.commitments, scene.entries[0])
            await #expect(throws: RegisterRefusal.notYours) {
                try await commitments.remove(entry.id, reason: "dubbel", version: 1, by: scene.esra)
            }
            await #expect(throws: RegisterRefusal.reasonMissing) {
                try await commitments.remove(entry.id, reason: "", version: 1, by: scene.thijs)
            }
            try await scene.answer()
            await #expect(throws: RegisterRefusal.answered(byLetter: scene.letter.number)) {
                try await commitments.remove(entry.id, reason: "dubbel", version: 1, by: scene.thijs)
            }
            try await commitments.setAnswers([], of: scene.letter.id, version: scene.present().version, by: scene.esra)

            try await commitments.remove(entry.id, reason: "dubbel", version: 1, by: scene.thijs)

            await #expect(throws: RegisterRefusal.notFound) { try await commitments.entry(entry.id, for: scene.esra) }
            let list = try await commitments.list(.all, for: scene.esra)
            #expect(list.entries.map(\.facts.title).sorted() == ["ladder", "loket"])
            let planning = try await commitments.planning(of: scene.letter.department, to: .tweedeKamer, for: scene.thijs)
            #expect(planning.overview.rows.count == 2)
        }
    }

    @Test(arguments: Engine.all)
    func `one form that comes twice makes one entry, and one letter`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, thijs) = (try await house.officer(.esra), try await house.officer(.thijs))
            let (commitments, form) = (house.commitments, RegisterEntry.ID(from: .system))
            let first = try await commitments.register(CommitmentsHouse.promise("model"), from: form, by: esra)
            let second = try await commitments.register(CommitmentsHouse.promise("model"), from: form, by: esra)
            #expect(first == second)
            #expect(try await commitments.list(.all, for: esra).entries.count == 1)
            await #expect(throws: RegisterRefusal.notYours) {
                try await commitments.register(CommitmentsHouse.promise("model"), from: form, by: thijs)
            }

            let (letter, new) = (Letter.ID(from: .system), NewLetter("Aanpak", department: Organisation.ID("bzk")!))
            #expect(try await commitments.begin(new, from: letter, by: esra) == commitments.begin(new, from: letter, by: esra))
            await #expect(throws: RegisterRefusal.formUsed(byEntry: 1)) {
                try await commitments.register(CommitmentsHouse.promise("loket"), from: form, by: esra)
            }
            await #expect(throws: LetterRefusal.formUsed(byLetter: 1)) {
                try await commitments.begin(
                    NewLetter("Iets anders", department: Organisation.ID("bzk")!), from: letter, by: esra)
            }
            #expect(try await commitments.letters(for: esra).count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `a part of the product and evidence are linked at once, and taken away again`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (house.commitments, scene.entries[0].id)
            let links = [FulfilmentLink.instrument(.survey), .evidence("rapport"), .evidence("brief")]
            try await commitments.link(links, to: id, version: 1, by: scene.esra)
            await #expect(throws: RegisterRefusal.linkedAlready) {
                try await commitments.link(.evidence("rapport"), to: id, version: 2, by: scene.esra)
            }

            try await commitments.unlink(.evidence("rapport"), from: id, version: 2, by: scene.esra)

            #expect(try await commitments.entry(id, for: scene.esra).links == [links[0], links[2]])
            await #expect(throws: RegisterRefusal.notFound) {
                try await commitments.unlink(.evidence("rapport"), from: id, version: 3, by: scene.esra)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what happened on one day is known in the order in which it was recorded`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id, today) = (house.commitments, scene.entries[0].id, day("2026-11-22"))
            try await commitments.setStanding(
                StandingChange(.settled, on: today, letter: LetterScene.paper), of: id, version: 1, by: scene.esra)
            try await commitments.setStanding(
                StandingChange(.open, on: today, facts: "Toch niet."), of: id, version: 2, by: scene.esra)
            try await commitments.setDue(
                Due(words: "", day: day("2027-02-01"), reason: "zo is het", told: today), of: id, version: 3, by: scene.esra)

            let record = try await commitments.record(of: id, for: scene.esra)

            #expect(record.standings == [1, 2, 3] && record.dues == [1, 4])
        }
    }

    @Test func `a search finds words, numbers and movers, whatever their capitals and accents`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let esra = try await house.officer(.esra)
            var motion = CommitmentsHouse.promise("Coördinatie van de ladder")
            motion.facts.kind = .motion
            motion.movers = ["Chakor"]
            var numbered = CommitmentsHouse.promise("Het loket")
            numbered.facts.houseNumber = try HouseNumber("TZ202409-110")
            for entry in [motion, numbered] { try await house.commitments.register(entry, by: esra) }
            func found(_ text: String, _ kind: RegisterEntry.Kind? = nil, _ of: House? = nil) async throws -> [String] {
                try await house.commitments.list(.all, finding: RegisterSearch(text, kind: kind, house: of), for: esra)
                    .entries.map(\.facts.title)
            }

            #expect(try await found("coordinatie LADDER") == ["Coördinatie van de ladder"])
            #expect(try await found("chakor") == ["Coördinatie van de ladder"])
            #expect(try await found("tz202409-110") == ["Het loket"])
            #expect(try await found("ladder loket").isEmpty)
            #expect(try await found("toezegging 2") == ["Het loket"])
            #expect(try await found("30950").count == 2)
            #expect(try await found("", .motion) == ["Coördinatie van de ladder"])
            #expect(try await found("", nil, .eersteKamer).isEmpty)
            #expect(try await house.commitments.list(.all, finding: RegisterSearch("loket"), for: esra).counts[.owed] == 1)
        }
    }
}
