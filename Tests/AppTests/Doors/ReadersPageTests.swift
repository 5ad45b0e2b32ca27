import Access
import App
import Kernel
import TestSupport
import Testing

/// The question who would read a report.
struct ReadersPageTests {
    @Test func `without an organisation the question of it comes first`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let (dutch, english) = (try await browser.get("/nl/melden/lezers"), try await browser.get("/en/report/readers"))

            #expect(dutch.status == 303 && dutch.header("location") == "/nl/melden/organisatie")
            #expect(english.status == 303 && english.header("location") == "/en/report/organisation")
        }
    }

    @Test func `where nobody is left to read, the form keeps what was ticked, and nobody is asked for a story`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            _ = try await browser.fill("/nl/melden/wie", ["wie": "myself"])
            _ = try await browser.fill("/nl/melden/organisatie", ["zoek": "", "organisatie": "bzk"])
            var ids: [String] = []
            for member in [CastMember.vera, .omar, .lotte, .joris] { ids.append(try await desk.base.officer(member).id.text) }
            let marks: KeyValuePairs = [
                "betrokken": ids[0], "betrokken": ids[1], "betrokken": ids[2], "betrokken": ids[3], "directeur": "ja",
            ]
            let first = try await browser.fill("/nl/melden/lezers", marks)
            let page = try await browser.get("/nl/melden/lezers")
            let again = try await browser.fill("/nl/melden/lezers", marks)
            let cleared = try await browser.fill("/nl/melden/lezers", [:])
            let after = try await browser.fill("/nl/melden/lezers", [:])

            #expect([first, again, cleared].allSatisfy { $0.header("location") == "/nl/melden/lezers" })
            #expect(page.text.contains("Er zijn nu geen twee mensen die je melding kunnen lezen"))
            #expect(page.text.contains("name=\"directeur\" value=\"ja\" checked"))
            #expect(ids.allSatisfy { page.text.contains("name=\"betrokken\" value=\"\($0)\" checked") })
            #expect(after.header("location") == "/nl/melden/soort")
            #expect(desk.logs.all == [])
        }
    }
}
