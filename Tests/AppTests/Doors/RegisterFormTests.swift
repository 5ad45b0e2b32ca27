import Access
import App
import Kernel
import TestSupport
import Testing

@testable import Commitments

struct RegisterFormTests {
    /// The form of a new entry, filled in by Esra of BZK.
    private func answer(
        _ changed: [String: String], _ body: (WebAnswer, Commitments, RegisterOfficer) async throws -> Void
    ) async throws {
        try await Engine.sqlite.withDoors { desk in
            try await desk.base.join(.esra)
            let commitments = desk.registers.commitments
            let esra = try #require(try await commitments.registerOfficer(try await desk.base.officer(.esra)))
            let browser = try await desk.signedIn(.esra)
            let page = try await browser.get("/nl/nieuwe-toezegging")
            func field(_ name: String, _ usual: String) -> String { changed[name] ?? usual }
            let answer = try await browser.post(
                "/nl/nieuwe-toezegging",
                [
                    "formulier": page.formToken, "soort": field("soort", "commitment"),
                    "waarover": field("waarover", "Escalatieladder"), "tekst": field("tekst", "De minister stuurt een brief."),
                    "plaats": field("plaats", "Debat"), "gezegd": field("gezegd", "12-9-2024"), "departement": "bzk",
                ])
            try await body(answer, commitments, esra)
        }
    }

    @Test func `everything that is missing is told at once`() async throws {
        try await answer(["waarover": "", "tekst": " ", "plaats": "", "gezegd": ""]) { answer, commitments, esra in
            #expect(answer.status == 422)
            for field in ["waarover", "tekst", "plaats", "gezegd"] {
                #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
            }
            let kept = try await commitments.entries(for: esra)
            #expect(kept.isEmpty)
        }
    }

    @Test func `a text that is too long comes back to be made shorter, with all that was filled in`() async throws {
        let long = String(repeating: "Escalatieladder ", count: 20)
        try await answer(["waarover": long]) { answer, commitments, esra in
            #expect(answer.status == 422 && answer.text.contains("Er passen 200 tekens in, en het zijn er 319."))
            #expect(answer.text.contains("<textarea") && answer.text.contains(long.dropLast()))
            #expect(answer.text.contains("name=\"tekst\" value=\"De minister stuurt een brief.\""))
            let kept = try await commitments.entries(for: esra)
            #expect(kept.isEmpty)
        }
    }

    @Test func `signs that turn a text around or that nobody sees are not kept`() async throws {
        try await answer(["waarover": "Brief\u{202E} 30\u{200F} 950\u{0000}"]) { answer, commitments, esra in
            #expect(answer.status == 303)
            let titles = try await commitments.entries(for: esra).map(\.facts.title)
            #expect(titles == ["Brief 30 950"])
        }
    }

    @Test func `what was typed for a day stays on the page when a colleague settled the promise first`() async throws {
        try await Engine.sqlite.withDoors { desk in
            try await desk.base.join(.esra)
            let commitments = desk.registers.commitments
            let esra = try #require(try await commitments.registerOfficer(try await desk.base.officer(.esra)))
            let entry = try await commitments.register(CommitmentsHouse.promise(), by: esra)
            let browser = try await desk.signedIn(.esra)
            let page = try await browser.get("/nl/toezeggingen/\(entry.id)")
            try await commitments.setStanding(
                StandingChange(
                    .settled, on: commitments.today, letter: try Reference("Kamerstukken II 2026/27, 30 950, nr. 500")),
                of: entry.id, version: 1, by: esra)

            let answer = try await browser.post(
                "/nl/toezeggingen/\(entry.id)/dag",
                ["formulier": page.formToken, "versie": "1", "dag": "1-2-2027", "reden": "Het onderzoek duurt langer."])

            #expect(answer.status == 409 && answer.text.contains("<li lang=\"nl\">Het onderzoek duurt langer.</li>"))
            #expect(answer.text.contains("id=\"dag\""), "the link of the summary leads there")
        }
    }
}
