import Commitments
import Database
import Kernel
import Markup
import TestSupport
import Testing

/// The overview as a picture.
struct PlanningPictureTests {
    private let bzk = Organisation.ID("bzk")!

    private func overview(due days: [Day], on today: String) -> PlanningOverview {
        let entries = days.enumerated().map { index, due in
            RegisterEntry(
                id: Identifier(from: .system), number: index, facts: CommitmentsHouse.promise("\(index)").facts,
                dues: [Due(words: "", day: due, reason: "zo is het", told: day("2026-11-20"))],
                standings: [StandingChange(.open, on: day("2026-11-20"))])
        }
        return PlanningOverview(of: bzk, to: .tweedeKamer, entries: entries, letters: [], on: day(today))
    }

    @Test func `a picture is drawn of what has a day, with where it stood before`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)
            let first = try await scene.commitments.planning(of: bzk, to: .tweedeKamer, for: scene.esra)
            try await scene.commitments.send(
                PlanningFingerprint(first), of: bzk, to: .tweedeKamer, on: day("2026-11-20"), by: scene.thijs)
            let due = Due(words: "", day: day("2027-01-30"), reason: "zo is het", told: day("2026-11-20"))
            try await scene.commitments.setDue(due, of: scene.entries[0].id, version: 1, by: scene.esra)
            try await scene.commitments.register(CommitmentsHouse.promise("zonder dag"), by: scene.esra)
            let comparison = try await scene.commitments.planning(of: bzk, to: .tweedeKamer, for: scene.esra)

            let chart = try #require(PlanningPicture(comparison.overview, movements: comparison.movements)?.chart)

            #expect(chart.lines.map(\.name) == ["ladder", "loket", "model"])
            #expect(chart.lines.map(\.before) == [nil, nil, chart.lines[0].at])
            #expect(chart.lines[2].at - chart.lines[0].at == 30)
            #expect(chart.ticks.map(\.name) == ["nov 2026", "dec 2026", "jan 2027"])
        }
    }

    @Test func `a picture that has no room for all says how many it leaves out`() throws {
        let overview = overview(due: (0..<30).map { day("2027-01-01") + $0 }, on: "2027-01-03")

        let (dutch, english) = (try #require(PlanningPicture(overview)), try #require(PlanningPicture(overview, in: .en)))

        #expect(dutch.chart.lines.count == 24)
        #expect(dutch.chart.description.hasPrefix("De eerste 24 onderwerpen op een tijdlijn"))
        #expect(dutch.chart.description.contains("In de tabel staan er nog 6 met een dag."))
        #expect(dutch.chart.description.contains("Te laat: 2, met"))
        #expect(english.chart.description.contains("The table has 6 more with a day."))
    }

    @Test func `one day far ahead does not squeeze the others, and stands at the end with its day`() throws {
        let days = (0..<9).map { day("2027-01-01") + $0 * 10 } + [day("2041-06-30")]
        let chart = try #require(PlanningPicture(overview(due: days, on: "2027-01-03"))).chart

        #expect(chart.length <= 366 + 31 + 15)
        #expect(chart.lines.filter { $0.at > chart.length }.map(\.dayName) == ["jun 2041"])
        let drawn = chart.node(id: "t").text
        #expect(drawn.contains(">jun 2041</text>"))
        let late = try #require(PlanningPicture(overview(due: (0..<9).map { day("2024-01-01") + $0 }, on: "2027-01-03"))).chart
        #expect(late.today <= late.length, "today stands on the axis")
        let near = try #require(PlanningPicture(overview(due: Array(days.dropLast()), on: "2027-01-03"))).chart
        #expect(near.lines.allSatisfy { $0.at <= near.length })
    }
}
