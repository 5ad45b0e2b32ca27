import Access
import App
import Commitments
import Kernel
import TestSupport
import Testing

struct LetterFormTests {
    /// Esra of BZK with a promise and a letter that she writes.
    private func writing(
        _ body: (ServedDesk, Browser, RegisterOfficer, RegisterEntry, Letter) async throws -> Void
    ) async throws {
        try await Engine.sqlite.withDoors { desk in
            try await desk.base.join(.esra)
            let commitments = desk.registers.commitments
            let esra = try #require(try await commitments.registerOfficer(try await desk.base.officer(.esra)))
            let entry = try await commitments.register(CommitmentsHouse.promise("Escalatieladder"), by: esra)
            let letter = try await commitments.begin(NewLetter("Aanpak", department: Organisation.ID("bzk")!), by: esra)
            try await body(desk, try await desk.signedIn(.esra), esra, entry, letter)
        }
    }

    @Test func `a letter whose form comes twice is begun once`() async throws {
        try await writing { desk, browser, esra, _, _ in
            let page = try await browser.get("/nl/brieven")
            let id = try #require(page.text.firstMatch(of: /name="nieuw" value="([a-z0-9]{26})"/)?.output.1)
            for _ in 1...2 {
                let answer = try await browser.post(
                    "/nl/brieven",
                    [
                        "formulier": page.formToken, "nieuw": String(id), "onderwerp": "Voortgang", "kamer": "tk",
                        "departement": "bzk",
                    ])
                #expect(answer.status == 303 && answer.header("location")?.hasSuffix(id) == true)
            }
            #expect(try await desk.registers.commitments.letters(for: esra).map(\.subject) == ["Voortgang", "Aanpak"])
        }
    }

    @Test func `a day of a postponement is not passed over where something else was chosen`() async throws {
        try await writing { desk, browser, esra, entry, letter in
            let page = try await browser.get("/nl/brieven/\(letter.id)")
            let answer = try await browser.post(
                "/nl/brieven/\(letter.id)/antwoorden",
                [
                    "formulier": page.formToken, "versie": "1", "regel": entry.id.text, "wat": "settles", "later": "1-3-2027",
                    "uitleg": "Het onderzoek duurt langer.",
                ])

            #expect(answer.status == 422 && answer.text.contains("Je koos niet voor uitstel"))
            #expect(answer.text.contains("value=\"Het onderzoek duurt langer.\""))
            #expect(try await desk.registers.commitments.letter(letter.id, for: esra).answers.isEmpty)
        }
    }

    @Test func `a beginning that does not exist is refused, with the heading still there`() async throws {
        try await writing { desk, browser, esra, _, letter in
            let page = try await browser.get("/nl/brieven/\(letter.id)")
            let answer = try await browser.post(
                "/nl/brieven/\(letter.id)/onderdelen",
                ["formulier": page.formToken, "kop": "Uitkomsten", "standaard": "bestaat-niet"])

            #expect(answer.status == 422 && answer.text.contains("Dit begin kennen we niet."))
            #expect(answer.text.contains("value=\"Uitkomsten\""))
            #expect(try await desk.registers.commitments.letter(letter.id, for: esra).parts.isEmpty)
        }
    }

    @Test func `an earlier text stands in the field again, and who overtook oneself is told so`() async throws {
        try await writing { desk, browser, esra, _, letter in
            let commitments = desk.registers.commitments
            var part = try await commitments.addPart("Uitkomsten", text: "Eerst zo.", about: [], to: letter.id, by: esra)
            part.text = "Dan zo."
            try await commitments.save(part, of: letter.id, by: esra)
            let address = "/nl/brieven/\(letter.id)/onderdelen/\(part.id)"

            let restored = try await browser.get("\(address)?versie=1")
            #expect(
                restored.text.contains("In het veld staat de tekst van versie 1.")
                    && restored.text.contains("Eerst zo.</textarea>"))
            #expect(restored.text.contains("name=\"versie\" value=\"2\""), "it is saved over the text of now")

            let overtaken = try await browser.post(
                address, ["formulier": restored.formToken, "versie": "1", "kop": "Uitkomsten", "deeltekst": "Nog anders."])
            #expect(overtaken.status == 409 && overtaken.text.contains("Je hebt dit onderdeel intussen zelf bewaard"))
        }
    }

    @Test func `who records what the minister decides sees what waits for it`() async throws {
        try await writing { desk, browser, esra, entry, letter in
            let commitments = desk.registers.commitments
            try await desk.base.join(.ingrid)
            let office = try await desk.signedIn(.ingrid)
            let before = try await office.get("/nl/brieven")
            #expect(!before.text.contains("Dit wacht op de minister"))
            try await commitments.setAnswers([LetterAnswer(entry.id, .settles)], of: letter.id, version: 1, by: esra)
            try await commitments.addPart("Uitkomsten", text: "Hierbij.", about: [entry.id], to: letter.id, by: esra)

            for path in ["/nl/brieven", "/nl/bord"] {
                let waiting = try await office.get(path)
                #expect(waiting.text.contains("Dit wacht op de minister"), "\(path)")
                let written = try await browser.get(path)
                #expect(!written.text.contains("Dit wacht op de minister"), "\(path)")
            }
        }
    }

    @Test func `whoever follows a link to the register comes there after signing in, and nowhere else`() async throws {
        try await writing { desk, _, _, entry, letter in
            let stranger = desk.officer
            for (asked, goesTo) in [
                ("/nl/brieven/\(letter.id)", "/nl/aanmelden?naar=%2Fnl%2Fbrieven%2F\(letter.id)"),
                ("/en/commitments/\(entry.id)", "/en/sign-in?naar=%2Fen%2Fcommitments%2F\(entry.id)"),
                ("/nl/zaken/\(entry.id)", "/nl/aanmelden"), ("/nl/werklijst", "/nl/aanmelden"),
            ] {
                let answer = try await stranger.get(asked)
                #expect(answer.status == 303 && answer.header("location") == goesTo, "\(asked)")
            }
            for address in [
                "https://example.org", "//example.org/nl/brieven", "/nl/brieven/../zaken", "/nl/zaken/x", "/nl/brieven\r\nX: y",
            ] {
                let answer = try await stranger.post(
                    "/nl/aanmelden", ["naam": "x", "wachtzin": "x", "code": "1", "naar": address])
                #expect(answer.status == 422 && !answer.text.contains("name=\"naar\""), "\(address)")
            }
            let wrong = try await stranger.post(
                "/nl/aanmelden", ["naam": "x", "wachtzin": "x", "code": "1", "naar": "/nl/brieven/\(letter.id)"])
            #expect(wrong.text.contains("name=\"naar\" value=\"/nl/brieven/\(letter.id)\""))
        }
    }

    @Test func `a text that was typed for a part that a colleague took out is not lost, and puts it back`() async throws {
        try await writing { desk, browser, esra, _, letter in
            let commitments = desk.registers.commitments
            let part = try await commitments.addPart("Uitkomsten", text: "Eerst zo.", about: [], to: letter.id, by: esra)
            let address = "/nl/brieven/\(letter.id)/onderdelen/\(part.id)"
            let page = try await browser.get(address)
            try await commitments.remove(part.id, seen: 1, from: letter.id, by: esra)
            let out = try await browser.post(
                address, ["formulier": page.formToken, "versie": "1", "kop": "Uitkomsten", "deeltekst": "Mijn lange tekst."])
            #expect(out.status == 409 && out.text.contains("Dit onderdeel is uit de brief gehaald."))
            #expect(out.text.contains("Mijn lange tekst.</textarea>") && out.text.contains("name=\"terug\""))
            let nameless = try await browser.post(
                address, ["formulier": page.formToken, "versie": "1", "kop": "", "deeltekst": "Mijn lange tekst.", "terug": "1"])
            #expect(nameless.status == 422 && nameless.text.contains("name=\"terug\""))
            #expect(try await commitments.letter(letter.id, for: esra).parts.isEmpty, "nothing is half done")
            let back = try await browser.post(
                address,
                ["formulier": page.formToken, "versie": "1", "kop": "Uitkomsten", "deeltekst": "Mijn lange tekst.", "terug": "1"])

            #expect(back.status == 303)
            #expect(try await commitments.letter(letter.id, for: esra).parts.map(\.text) == ["Mijn lange tekst."])
        }
    }

    @Test func `of two who correct an entry at once each keeps what the other did not touch`() async throws {
        try await writing { desk, browser, esra, entry, _ in
            let commitments = desk.registers.commitments
            let address = "/nl/toezeggingen/\(entry.id)/verbetering"
            let page = try await browser.get(address)
            var facts = entry.facts
            (facts.wording, facts.place) = ("De woorden van Thijs.", "Het debat van Thijs")
            try await commitments.correct(NewEntry(facts), of: entry.id, version: 1, by: esra)
            func was(_ name: String) -> String {
                page.text.matches(of: /name="was-([a-z]+)" value="([^"]*)"/).first { $0.output.1 == name }.map {
                    String($0.output.2)
                } ?? ""
            }

            let answer = try await browser.post(
                address,
                [
                    "formulier": page.formToken, "versie": "1", "waarover": "De titel van Esra", "was-waarover": was("waarover"),
                    "tekst": was("tekst"), "was-tekst": was("tekst"), "werkwoord": was("werkwoord"),
                    "was-werkwoord": was("werkwoord"), "waar": was("waar"), "was-waar": was("waar"),
                    "plaats": "Het debat van Esra", "was-plaats": was("plaats"), "gezegd": was("gezegd"),
                    "was-gezegd": was("gezegd"), "dossier": was("dossier"), "was-dossier": was("dossier"),
                ])

            #expect(answer.status == 409 && answer.text.contains("De woorden van Thijs.</textarea>"))
            #expect(answer.text.contains("value=\"De titel van Esra\"") && answer.text.contains("value=\"Het debat van Esra\""))
            #expect(answer.text.contains("Een collega maakte hiervan: ‘Het debat van Thijs’."))
            #expect(try await commitments.entry(entry.id, for: esra).facts.title == "Escalatieladder")
        }
    }
}
