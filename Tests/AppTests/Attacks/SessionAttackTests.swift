import Access
import App
import Kernel
import TestSupport
import Testing

/// Sessions that someone else chose, kept or wants to end.
struct SessionAttackTests {
    @Test func `a session that was chosen beforehand is not taken over, at either door`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let chosen = String(repeating: "A", count: 43)
            let reporter = desk.reporter
            await reporter.set(cookie: "melding", chosen)
            try await reporter.begin()
            let begun = try #require(await reporter.cookies["melding"])
            let officer = desk.officer
            await officer.set(cookie: "bureau", chosen)
            try await officer.signIn(.vera, in: desk.base)
            let signedIn = try #require(await officer.cookies["bureau"])

            #expect(begun != chosen && signedIn != chosen)
        }
    }

    @Test func `signing in and entering a code make a session that nobody knew before`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let victim = desk.reporter
            try await victim.begin()
            try await victim.fillIn(TypedReport())
            let code = try await victim.sendReport()
            let attacker = desk.reporter
            try await attacker.begin()
            let planted = try #require(await attacker.cookies["melding"])
            let lured = desk.reporter
            await lured.set(cookie: "melding", planted)
            _ = try await lured.post("/nl/code", ["code": code])
            let fresh = try #require(await lured.cookies["melding"])
            let seen = try await attacker.get("/nl/mijn-melding")

            #expect(fresh != planted)
            #expect(seen.status != 200 && !seen.text.contains("Je melding van"))
        }
    }

    @Test func `a wrong or empty code ends no session`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            _ = try await browser.fill("/nl/melden/verhaal", ["verhaal": "half af", "later": "ja"])
            for code in ["", "1", "0000 0000 0000 0000 0000 0000"] { _ = try await browser.post("/nl/code", ["code": code]) }
            let page = try await browser.get("/nl/melden/verhaal")

            #expect(page.status == 200 && page.text.contains("half af"))
        }
    }

    @Test func `an option, an organisation or a reader that was not offered is not taken`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            for (path, fields) in [
                ("/nl/melden/wie", ("wie", "administrator")), ("/nl/melden/soort", ("soort", "root")),
                ("/nl/melden/spoed", ("spoed", "misschien")), ("/nl/melden/naam", ("hoe", "beheerder")),
                ("/nl/melden/organisatie", ("organisatie", "../bzk")),
            ] {
                let answer = try await browser.fill(path, [fields.0: fields.1], expecting: 422)
                #expect(answer.text.contains("class=\"errors\""), "\(path)")
            }
            try await browser.fillIn(TypedReport())
            let stranger = try await desk.base.officer(.joris).id.text
            let token = try await browser.get("/nl/melden/lezers").formToken
            _ = try await browser.post("/nl/melden/lezers", ["formulier": token, "betrokken": stranger, "verder": "ja"])
            _ = try await browser.post("/nl/melden/lezers", ["formulier": token, "betrokken": "x", "verder": "ja"])
            try await browser.fillIn(TypedReport())
            _ = try await browser.sendReport()
            let vera = try await desk.signedIn(.vera)
            let list = try await vera.get("/nl/werklijst").text

            #expect(list.contains("/nl/zaken/"), "the report went where it would have gone")
        }
    }

    @Test func `fields that no form has are passed over`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let answer = try await browser.fill(
                "/nl/melden/wie",
                ["wie": "myself", "isLocked": "true", "caseID": "x", "__proto__": "x", "mode": "named", "sawReaders": "1"])
            let readers = try await browser.get("/nl/melden/controle")

            #expect(answer.header("location") == "/nl/melden/organisatie")
            #expect(readers.status == 303, "what was not asked is still open")
        }
    }
}
