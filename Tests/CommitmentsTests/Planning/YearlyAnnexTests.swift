import Access
import Commitments
import Documents
import Kernel
import TestSupport
import Testing

struct YearlyAnnexTests {
    private let bzk = Organisation.ID("bzk")!
    private let letter = try! Reference("Kamerstukken II 2024/25, 30 950, nr. 433")

    private func entry(
        _ title: String, _ kind: RegisterEntry.Kind = .commitment, made: String, standings: [StandingChange] = [],
        dues: [Due] = [], motion: Motion? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            id: Identifier(from: .system), number: title.count,
            facts: RegisterFacts(
                kind: kind, title: title, wording: title, verb: .inform, madeOn: day(made), setting: .debate,
                place: "Dertigledendebat", department: bzk),
            motion: motion, dues: dues, standings: [StandingChange(.open, on: day(made))] + standings)
    }

    private func annex(_ entries: [RegisterEntry], in year: Int = 2024, on iso: String = "2026-11-22") -> YearlyAnnex {
        YearlyAnnex(of: bzk, in: ParliamentaryYear(beginning: year), entries: entries, on: day(iso))
    }

    @Test(.law("Grondwet 65")) func `an annex holds what was owed at some time between two openings of the year`() {
        let settled = { StandingChange(.settled, on: day($0), letter: letter) }
        let entries = [
            entry("a", made: "2023-10-01", standings: [settled("2024-09-16")]),
            entry("bb", made: "2023-10-01", standings: [settled("2024-09-17")]), entry("ccc", made: "2025-09-15"),
            entry("dddd", made: "2025-09-16"), entry("eeeee", .writtenQuestions, made: "2025-01-01"),
        ]

        #expect(annex(entries).commitments.map(\.facts.title) == ["bb", "ccc"])
        #expect(annex(entries, on: "2025-01-01").commitments.map(\.facts.title) == ["bb"], "what comes later is not known yet")
    }

    @Test func `motions that the House did not adopt are not in it`() throws {
        let motion = Motion(movers: ["Chakor"], submittedOn: day("2024-10-01"))
        let adopted = try motion.taking(.adopted, on: day("2024-10-08"), today: day("2026-11-22"))
        let entries = [
            entry("a", .motion, made: "2024-10-01", motion: motion), entry("bb", .motion, made: "2024-10-01", motion: adopted),
        ]

        #expect(annex(entries).motions.map(\.facts.title) == ["bb"])
    }

    @Test func `each line says where it was said and where it stands`() {
        let due = Due(words: "voor de zomer", day: day("2027-06-20"), reason: "zo gelezen", told: day("2025-01-01"))
        let entries = [
            entry("a", made: "2024-10-01", standings: [StandingChange(.settled, on: day("2025-01-27"), letter: letter)]),
            entry("bb", made: "2024-10-02", dues: [due]), entry("ccc", made: "2024-10-03"),
        ]

        let tables = annex(entries).document(department: "Ministerie", on: day("2026-11-22")).tables

        #expect(
            tables.map(\.columns) == [
                ["Omschrijving", "Vindplaats", "Stand van zaken"], ["Omschrijving", "Vindplaats", "Stand van zaken"],
            ])
        #expect(
            tables[1].rows == [
                [
                    .text("a"), .text("Dertigledendebat, 1 oktober 2024"),
                    .text("Afgedaan. Zie de brief van 27 januari 2025 (\(letter.written()))."),
                ],
                [
                    .text("bb"), .text("Dertigledendebat, 2 oktober 2024"),
                    .text("Open. De Kamer hoort het vervolg uiterlijk 20 juni 2027 (‘voor de zomer’)."),
                ],
                [.text("ccc"), .text("Dertigledendebat, 3 oktober 2024"), .text("Open. Er is nog geen dag genoemd.")],
            ])
    }
}
