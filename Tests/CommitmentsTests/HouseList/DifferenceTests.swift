import Access
import Commitments
import Kernel
import TestSupport
import Testing

struct DifferenceTests {
    /// An entry under a number of the House.
    private func register(
        _ number: String, due: Due? = nil, in house: CommitmentsHouse, by officer: RegisterOfficer
    ) async throws -> RegisterEntry {
        var new = CommitmentsHouse.promise(number, due: due)
        new.facts.houseNumber = try HouseNumber(number)
        return try await house.commitments.register(new, by: officer)
    }

    private func due(_ iso: String) -> Due { Due(words: "", day: day(iso), reason: "zo gelezen", told: day("2024-09-12")) }

    @Test(arguments: Engine.all)
    func `each way to differ is told once, and what is the same is not told`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let esra = try await house.officer(.esra)
            _ = try await register("TZ202409-1", in: house, by: esra)
            _ = try await register("TZ202409-2", in: house, by: esra)
            _ = try await register("TZ202409-3", due: due("2025-02-01"), in: house, by: esra)
            _ = try await register("TZ202409-4", in: house, by: esra)
            _ = try await register("TZ202409-5", in: house, by: esra)
            let page = ImportTests.page(
                [
                    (1, "TZ202409-1", "Openstaand"), (2, "TZ202409-2", "Voldaan"), (3, "TZ202409-3", "Openstaand"),
                    (4, "TZ202409-4", "In onderzoek"), (6, "TZ202409-6", "Openstaand"),
                ], due: "2025-01-31T00:00:00+01:00")
            _ = try await house.commitments.importHouseList(.bytes(page))
            _ = try await house.commitments.importHouseList(
                .bytes(ImportTests.page([(7, "TZ202409-7", "Openstaand")], ministry: "Defensie")))

            let list = try await house.commitments.differences(for: esra)

            #expect(list.compared == 5)
            let told = list.differences.map { "\($0.item?.number ?? $0.entry!.facts.houseNumber!.text) \($0.kind)" }
            #expect(
                told == [
                    "TZ202409-1 day", "TZ202409-2 standing", "TZ202409-3 day", "TZ202409-4 standing", "TZ202409-6 onlyThere",
                    "TZ202409-5 onlyHere",
                ])
        }
    }

    @Test(arguments: Engine.all)
    func `a file of which nothing can be read, or that holds other things, is not the House's list`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let esra = try await house.officer(.esra)
            _ = try await register("TZ202409-5", in: house, by: esra)
            let person = #"{"value":[{"Id":"00000000-0000-4000-8000-000000000001","Voornamen":"A.","Achternaam":"B."}]}"#
            for text in ["geen lijst", "<feed", person] {
                _ = try await house.commitments.importHouseList(.bytes(Array(text.utf8)))

                let list = try await house.commitments.differences(for: esra)
                #expect(list.imported == nil && list.differences.isEmpty, "\(text)")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what stands here alone can stay with a reason, and what has no number is counted`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let esra = try await house.officer(.esra)
            let own = try await register("TZ202409-5", in: house, by: esra)
            try await house.commitments.register(CommitmentsHouse.promise("zonder nummer"), by: esra)
            _ = try await house.commitments.importHouseList(.bytes(ImportTests.page([(1, "TZ202409-1", "Openstaand")])))
            await #expect(throws: RegisterRefusal.targetMissing) {
                try await house.commitments.explain(own.id, reason: "", by: esra)
            }

            try await house.commitments.explain(own.id, reason: "De Kamer heeft deze nog niet ingevoerd.", by: esra)

            let list = try await house.commitments.differences(for: esra)
            #expect(list.differences.map(\.kind) == [.onlyThere, .onlyHere] && list.unnumbered.count == 1)
            #expect(list.differences[1].explanation?.reason == "De Kamer heeft deze nog niet ingevoerd.")
            #expect(list.differences[1].explanation?.officer == esra.officer.id)
            let pieter = try await house.officer(.pieter)
            await #expect(throws: RegisterRefusal.notFound) {
                try await house.commitments.explain(own.id, reason: "x", by: pieter)
            }
            await #expect(throws: RegisterRefusal.notFound) {
                try await house.commitments.takeBackExplanation("x", of: own.id, by: pieter)
            }

            await #expect(throws: RegisterRefusal.changedMeanwhile, "another explanation than was seen") {
                try await house.commitments.takeBackExplanation("x", of: own.id, by: esra)
            }
            try await house.commitments.takeBackExplanation(
                "De Kamer heeft deze nog niet ingevoerd.", of: own.id, by: esra)

            #expect(try await house.commitments.differences(for: esra).differences.allSatisfy { $0.explanation == nil })
        }
    }

    @Test(arguments: Engine.all) func `one click takes over, and the difference is gone`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let entry = try await self.register("TZ202409-2", in: house, by: esra)
            let page = ImportTests.page([(2, "TZ202409-2", "Voldaan"), (6, "TZ202409-6", "Deels Voldaan")])
            _ = try await register.importHouseList(.bytes(page))
            for difference in try await register.differences(for: esra).differences {
                try await register.takeOver(difference.item!.id, by: esra)
            }

            #expect(try await register.differences(for: esra).differences == [])
            let settled = try await register.entry(entry.id, for: esra)
            #expect(settled.standing == .settled && settled.standings.last?.byHouse == true)
            let all = try await register.list(.all, for: esra).entries
            let taken = try #require(all.first { $0.facts.houseNumber?.text == "TZ202409-6" })
            #expect(taken.standing == .settledInPart && taken.facts.wording == "De minister stuurt een brief over 6.")
            #expect(taken.facts.madeOn == day("2024-09-26") && taken.facts.place == "Tweede Kamer")
        }
    }

    @Test(arguments: [
        ("2024-10-01T00:00:00+02:00", "2024-10-01"), ("2024-09-01T00:00:00+02:00", "2026-11-22"),
        ("2027-01-01T00:00:00+01:00", "2026-11-22"),
    ])
    func `what the House has as settled is so since its day, where that can be`(due: String, since: String) async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let entry = try await self.register("TZ202409-2", in: house, by: esra)
            let page = ImportTests.page([(2, "TZ202409-2", "Voldaan"), (6, "TZ202409-6", "Voldaan")], due: due)
            _ = try await register.importHouseList(.bytes(page))
            for difference in try await register.differences(for: esra).differences {
                try await register.takeOver(difference.item!.id, by: esra)
            }
            let all = try await register.list(.all, for: esra).entries
            #expect(all.first { $0.facts.houseNumber?.text == "TZ202409-6" }?.standings.last?.day == day(since))
            #expect(all.allSatisfy { $0.dues.isEmpty }, "a day of settling is no day on which it is due")
            let known = try await register.entry(entry.id, for: esra).standings.last
            #expect(known?.standing == .settled && known?.day == day(since))
        }
    }

    @Test func `what the House keeps without a number that can be read, or we without its number, is not taken over`()
        async throws
    {
        try await Engine.sqlite.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let page = ImportTests.page([(2, "TZ2026", "Openstaand"), (3, "TZ202409-3", "Openstaand")])
            _ = try await register.importHouseList(.bytes(page))
            let items = try await register.differences(for: esra).differences.compactMap(\.item)
            let (nameless, named) = (items.first { $0.number == "TZ2026" }!, items.first { $0.number != "TZ2026" }!)
            await #expect(throws: RegisterRefusal.numberUnreadable) { try await register.takeOver(nameless.id, by: esra) }
            var ours = CommitmentsHouse.promise("Met de hand")
            (ours.facts.wording, ours.facts.madeOn) = (named.text, named.madeOn!)
            try await register.register(ours, by: esra)
            await #expect(throws: RegisterRefusal.looksLike(entry: 1, "Met de hand")) {
                try await register.takeOver(named.id, by: esra)
            }
            #expect(try await register.list(.all, for: esra).entries.count == 1)
        }
    }

    @Test func `since when the two say what they say is told for each, by the House’s own day where it gives one`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await self.register("TZ202409-2", in: house, by: esra)
            let rows = [(id: 2, number: "TZ202409-2", status: "Voldaan"), (id: 3, number: "TZ202409-3", status: "Openstaand")]
            _ = try await register.importHouseList(.bytes(ImportTests.page(rows, updated: "2025-06-30T23:30:00Z")))
            let told = try await register.differences(for: esra).differences
            #expect(told.map(\.kind) == [.standing, .onlyThere])
            #expect(told.map(\.there) == [day("2025-07-01"), day("2025-07-01")], "in Amsterdam it was the day after")
            #expect(told.map(\.here) == [day("2024-09-12"), nil])

            _ = try await register.importHouseList(.bytes(ImportTests.page(rows, updated: "2026-01-01T00:00:00Z")))
            let again = try await register.differences(for: esra).differences
            #expect(again.map(\.there) == told.map(\.there), "told again with the same content, it says so since then")

            _ = try await register.importHouseList(.bytes(ImportTests.page(rows, removed: [2])))
            let gone = try await register.differences(for: esra).differences.first
            #expect(gone?.kind == .removedThere && gone?.there == house.base.clock.today, "when it was gone is not told")
        }
    }

    @Test(arguments: Engine.all)
    func `what the House keeps without a number is recognised by its words and its day`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await register.importHouseList(.bytes(ImportTests.page([(2, "", "Openstaand"), (3, "TZ2026", "Voldaan")])))
            for number in [3, 2] {
                var ours = CommitmentsHouse.promise("Met de hand \(number)")
                ours.facts.wording = "De minister stuurt een brief over \(number)"
                ours.facts.madeOn = day(number == 2 ? "2024-09-26" : "2024-09-25")
                try await register.register(ours, by: esra)
            }
            let list = try await register.differences(for: esra)
            #expect(list.differences.map(\.kind) == [.onlyThere], "of another day")
            #expect(list.differences.map(\.item?.number) == ["TZ2026"] && list.unnumbered.count == 1)

            let other = try #require(try await register.list(.all, for: esra).entries.first { $0.number == 1 })
            var facts = other.facts
            facts.madeOn = day("2024-09-26")
            try await register.correct(NewEntry(facts), of: other.id, version: 1, by: esra)
            let differing = try await register.differences(for: esra)
            #expect(differing.differences.map(\.kind) == [.standing] && differing.unnumbered.isEmpty)
            try await register.takeOver(differing.differences[0].item!.id, by: esra)
            #expect(try await register.differences(for: esra).differences == [])
            #expect(try await register.entry(other.id, for: esra).standing == .settled)
        }
    }

    @Test(arguments: Engine.all)
    func `an explained difference stays explained until the House or we change something`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let entry = try await self.register("TZ202409-2", in: house, by: esra)
            func rows(_ status: String) -> HouseFile { .bytes(ImportTests.page([(2, "TZ202409-2", status)])) }
            _ = try await register.importHouseList(rows("Voldaan"))
            let item = try #require(try await register.differences(for: esra).differences.first?.item)
            try await register.explain(item.id, reason: "Er volgt nog een brief.", by: esra)
            let explained = try await register.differences(for: esra).differences.map(\.explanation?.reason)
            try await register.takeBackExplanation("Er volgt nog een brief.", of: item.id, by: esra)
            #expect(try await register.differences(for: esra).differences.map(\.explanation) == [nil])
            try await register.explain(item.id, reason: "Er volgt nog een brief.", by: esra)
            _ = try await register.importHouseList(rows("Vervallen"))
            let again = try await register.differences(for: esra).differences.map(\.explanation)
            try await register.explain(item.id, reason: "Ook dat klopt niet.", by: esra)
            try await register.setDue(due("2025-06-20"), of: entry.id, version: 1, by: esra)
            let moved = try await register.differences(for: esra).differences.map(\.explanation)

            #expect(explained == ["Er volgt nog een brief."])
            #expect(again == [nil] && moved == [nil])
        }
    }

    @Test func `what the source took away and we still owe is a difference, until it lapses here`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            let entry = try await self.register("TZ202409-2", in: house, by: esra)
            let rows = [(id: 2, number: "TZ202409-2", status: "Openstaand")]
            _ = try await register.importHouseList(.bytes(ImportTests.page(rows)))
            _ = try await register.importHouseList(.bytes(ImportTests.page(rows, removed: [2])))

            let difference = try #require(try await register.differences(for: esra).differences.first)
            #expect(difference.kind == .removedThere && difference.item?.number == "TZ202409-2")
            try await register.takeOver(difference.item!.id, by: esra)
            #expect(try await register.entry(entry.id, for: esra).standing == .lapsed)
            #expect(try await register.differences(for: esra).differences == [])
        }
    }

    @Test func `only those of the department see its differences, and only keepers act on them`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (pieter, ingrid) = (try await house.officer(.pieter), try await house.officer(.ingrid))
            _ = try await house.commitments.importHouseList(
                .bytes(ImportTests.page([(2, "TZ202409-2", "Openstaand")])))
            let item = try #require(try await house.commitments.differences(for: ingrid).differences.first?.item)

            #expect(try await house.commitments.differences(for: pieter).differences == [])
            await #expect(throws: RegisterRefusal.notFound) { try await house.commitments.takeOver(item.id, by: pieter) }
            await #expect(throws: RegisterRefusal.notYours) { try await house.commitments.takeOver(item.id, by: ingrid) }
            await #expect(throws: RegisterRefusal.notYours) {
                try await house.commitments.explain(item.id, reason: "x", by: ingrid)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a row without its ministry is ours by the function or by our number, and a number is one entry`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await self.register("TZ202409-1", in: house, by: esra)
            await #expect(throws: RegisterRefusal.numberTaken(by: "TZ202409-1")) {
                _ = try await self.register("TZ202409-1", in: house, by: esra)
            }
            let rows = [
                ("1", "TZ202409-1", ""), ("2", "TZ202409-2", "Minister van Binnenlandse Zaken en Koninkrijksrelaties"),
                ("3", "TZ202409-3", "Minister van Landbouw"),
            ]
            let text = rows.map {
                "{\"Id\": \"\($0.0)\", \"Nummer\": \"\($0.1)\", \"Status\": \"Openstaand\", \"Functie\": \"\($0.2)\", \"Tekst\": \"x\"}"
            }
            _ = try await register.importHouseList(.bytes(Array("[\(text.joined(separator: ","))]".utf8)))

            let list = try await register.differences(for: esra)

            #expect(list.differences.map { $0.item?.number } == ["TZ202409-2"] && list.compared == 2)
        }
    }
}
