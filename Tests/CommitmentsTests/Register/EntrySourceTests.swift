import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// Where an entry comes from: the day in the words of its source, the key data of the Eerste Kamer, and what sources say otherwise.
struct EntrySourceTests {
    @Test(arguments: Engine.all)
    func `the words for the day, key data and a standing from the beginning are kept, and corrected like the rest`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            var new = CommitmentsHouse.promise("Afschrift")
            new.facts.madeWords = "12 september jl."
            await #expect(throws: RegisterRefusal.madeReasonMissing) { try await commitments.register(new, by: esra) }
            new.facts.madeReason = "De nota is van april 2025."
            new.facts.keyData = [.members: "Koole", .subjects: "racisme; Rijk"]
            await #expect(throws: RegisterRefusal.keyDataOfOtherHouse) { try await commitments.register(new, by: esra) }
            new.facts.house = .eersteKamer
            new.standing = StandingChange(.settled, on: day("2027-01-01"), facts: "Eerste Kamer: voldaan", byHouse: true)
            await #expect(throws: RegisterRefusal.standingRefused(.inTheFuture(day("2027-01-01")))) {
                try await commitments.register(new, by: esra)
            }
            new.standing = StandingChange(
                .settledInPart, on: day("2024-12-01"), facts: "Eerste Kamer: deels voldaan", byHouse: true)

            let id = try await commitments.register(new, by: esra).id

            var entry = try await commitments.entry(id, for: esra)
            #expect(entry.facts == new.facts && entry.standings.map(\.standing) == [.open, .settledInPart])
            #expect(entry.needsDayAfterPart, "the Eerste Kamer keeps a new day for the rest")
            #expect(try await commitments.list(.all, finding: RegisterSearch("koole"), for: esra).entries.count == 1)
            var corrected = NewEntry(entry.facts)
            corrected.facts.keyData = [.members: "Koole (PvdA)"]
            corrected.facts.madeReason = "De nota is van 14 april 2025."
            try await commitments.correct(
                corrected, of: id, version: 1, by: esra)
            let reading = SourceReading("Dag", "30 950, nr. 433", says: "25 september 2024")
            await #expect(throws: RegisterRefusal.sourceIncomplete) {
                try await commitments.addSource(SourceReading("Dag", "", says: "x"), to: id, version: 2, by: esra)
            }
            try await commitments.addSource(reading, to: id, version: 2, by: esra)
            let due = Due(words: "", day: day("2027-01-01"), reason: "zo is het", told: day("2026-11-20"))
            try await commitments.setDue(due, of: id, version: 3, by: esra)

            entry = try await commitments.entry(id, for: esra)
            #expect(entry.facts.keyData == [.members: "Koole (PvdA)"] && entry.facts.sources == [reading])
            #expect(!entry.needsDayAfterPart)
            try await commitments.removeSource(reading, from: id, version: 4, by: esra)
            let record = try await commitments.record(of: id, for: esra)
            #expect(record.corrections.map(\.field) == [.madeReason, .keyData, .sources, .sources])
            #expect(record.corrections[1].after == "Kamerleden: Koole (PvdA)")
            #expect(
                record.corrections[2].after == "Dag: 30 950, nr. 433, 25 september 2024" && record.corrections[2].before == "")
            #expect(record.corrections[3].before == record.corrections[2].after)
            let sven = try await house.officer(.sven)
            await #expect(throws: RegisterRefusal.notYours) {
                try await commitments.addSource(reading, to: id, version: 5, by: sven)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `one form with another standing does not give the first entry`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (commitments, esra) = (house.commitments, try await house.officer(.esra))
            let form = RegisterEntry.ID(from: .system)
            var new = CommitmentsHouse.promise("Afschrift")
            new.standing = StandingChange(.lapsed, on: day("2024-12-01"), facts: "ander kabinet")
            let id = try await commitments.register(new, from: form, by: esra).id
            #expect(try await commitments.register(new, from: form, by: esra).id == id, "one form twice")
            new.standing = nil
            let open = new
            await #expect(throws: RegisterRefusal.formUsed(byEntry: 1)) {
                try await commitments.register(open, from: form, by: esra)
            }
        }
    }
}
