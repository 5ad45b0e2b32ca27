import Access
import App
import Commitments
import Kernel
import TestSupport
import Testing

/// What someone wrote in the register stands on the page also where it cannot be sent any more.
struct KeptTextTests {
    /// Esra of BZK with a promise that she keeps.
    private func keeping(_ body: (ServedDesk, Browser, RegisterOfficer, RegisterEntry) async throws -> Void) async throws {
        try await Engine.sqlite.withDoors { desk in
            for member in [CastMember.esra, .thijs] { try await desk.base.join(member) }
            let commitments = desk.registers.commitments
            let esra = try #require(try await commitments.registerOfficer(try await desk.base.officer(.esra)))
            let entry = try await commitments.register(CommitmentsHouse.promise("Escalatieladder"), by: esra)
            try await body(desk, try await desk.signedIn(.esra), esra, entry)
        }
    }

    private func link(_ page: WebAnswer, _ entry: RegisterEntry, _ browser: Browser) async throws -> WebAnswer {
        try await browser.post(
            "/nl/toezeggingen/\(entry.id)/verwijzingen",
            ["formulier": page.formToken, "versie": "1", "onderdeel": "", "bewijs": "Het verslag van maandag."])
    }

    @Test func `when the coordinator took the entry out meanwhile, with why and by whom`() async throws {
        try await keeping { desk, browser, _, entry in
            let page = try await browser.get("/nl/toezeggingen/\(entry.id)")
            let commitments = desk.registers.commitments
            let thijs = try #require(try await commitments.registerOfficer(try await desk.base.officer(.thijs)))
            try await commitments.remove(entry.id, reason: "Staat er <dubbel> in.", version: 1, by: thijs)

            let answer = try await link(page, entry, browser)

            #expect(answer.status == 410 && answer.text.contains("Het verslag van maandag."))
            #expect(String(decoding: answer.body, as: UTF8.self).contains("Thijs Molenaar: Staat er &lt;dubbel&gt; in."))
            let later = try await browser.get("/en/commitments/\(entry.id)")
            #expect(later.status == 410 && later.text.contains("was taken out of the register"))
            try await desk.base.join(.pieter)
            let elsewhere = try await desk.signedIn(.pieter).get("/nl/toezeggingen/\(entry.id)")
            #expect(elsewhere.status == 404 && !elsewhere.text.contains("dubbel"), "another department learns nothing")
        }
    }

    @Test func `when the session had ended, with the way back`() async throws {
        try await keeping { desk, browser, esra, entry in
            let page = try await browser.get("/nl/toezeggingen/\(entry.id)")
            _ = try await browser.post("/nl/afmelden", ["formulier": page.formToken])

            let answer = try await link(page, entry, browser)

            #expect(answer.status == 403 && answer.text.contains("Het verslag van maandag."))
            #expect(answer.text.contains("/nl/aanmelden?naar=%2Fnl%2Ftoezeggingen%2F\(entry.id)"))
            #expect(try await desk.registers.commitments.entry(entry.id, for: esra).links.isEmpty)
        }
    }

    @Test func `when the form is one of the session before`() async throws {
        try await keeping { desk, browser, _, entry in
            let page = try await browser.get("/nl/toezeggingen/\(entry.id)")
            let again = try await desk.signedIn(.esra)

            let answer = try await link(page, entry, again)

            #expect(answer.status == 403 && answer.text.contains("Het verslag van maandag."))
        }
    }

    @Test func `and not of a case, to whoever sits there then`() async throws {
        try await keeping { _, browser, _, _ in
            let page = try await browser.get("/nl/register")
            _ = try await browser.post("/nl/afmelden", ["formulier": page.formToken])

            let answer = try await browser.post(
                "/nl/zaken/abc/berichten", ["formulier": page.formToken, "bericht": "Dit gaat over een melding."])

            #expect(answer.status == 403)
            #expect(!answer.text.contains("Dit gaat over een melding."))
        }
    }
}
