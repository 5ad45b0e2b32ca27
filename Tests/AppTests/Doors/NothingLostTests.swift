import App
import TestSupport
import Testing

/// What was typed or chosen on a page stays, whichever way someone goes on from it.
struct NothingLostTests {
    private func begun(_ desk: ServedDesk) async throws -> Browser {
        let browser = desk.reporter
        try await browser.begin()
        return browser
    }

    private func withMailbox(_ desk: ServedDesk) async throws -> Browser {
        let browser = try await begun(desk)
        try await browser.fillIn(TypedReport())
        _ = try await browser.sendReport()
        return browser
    }

    @Test(arguments: [("terug", "/nl/melden/soort"), ("later", "/nl/melden/later")])
    func `a story stays for who goes back or on later, also one that is too long`(way: String, target: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await begun(desk)
            for story in ["Half af.", String(repeating: "lang ", count: 20_000)] {
                let answer = try await browser.fill("/nl/melden/verhaal", ["verhaal": story, way: "ja"])
                let page = try await browser.get("/nl/melden/verhaal")

                #expect(answer.header("location") == target)
                #expect(page.text.contains(story.prefix(60)))
            }
        }
    }

    @Test func `a chosen file is taken along by whichever button`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await begun(desk)
            for (number, (button, target)) in [
                ("toevoegen", "/nl/melden/bestanden"), ("terug", "/nl/melden/spoed"), ("later", "/nl/melden/later"),
            ].enumerated() {
                let token = try await browser.get("/nl/melden/bestanden").formToken
                let file = UploadedFile(name: "brief \(number).txt", bytes: Array("heel".utf8))
                let form = MultipartForm(fields: ["formulier": token, button: "ja"], files: [file])
                let answer = try await browser.send(
                    "POST", "/nl/melden/bestanden", headers: ["Content-Type": form.contentType], body: form.body)
                let page = try await browser.get("/nl/melden/bestanden")

                #expect(answer.header("location") == target)
                #expect(page.text.contains("<bdi>brief \(number).txt</bdi>"))
            }
        }
    }

    @Test func `the page of files goes on with a file, without one, and not where one was refused`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await begun(desk)
            let program = UploadedFile(name: "p.exe", bytes: Array("MZ".utf8) + [UInt8](repeating: 0, count: 9000))
            for (files, status) in [([program], 422), ([UploadedFile(name: "", bytes: [])], 303)] {
                let token = try await browser.get("/nl/melden/bestanden").formToken
                let form = MultipartForm(fields: ["formulier": token], files: files)
                let answer = try await browser.send(
                    "POST", "/nl/melden/bestanden", headers: ["Content-Type": form.contentType], body: form.body)

                #expect(answer.status == status)
                #expect(status == 303 || answer.text.contains("Vraag 8 van 9"))
            }
        }
    }

    @Test func `a half message stays for who first adds a file`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await withMailbox(desk)
            let token = try await browser.get("/nl/mijn-melding").formToken
            let answer = try await browser.post(
                "/nl/mijn-melding/berichten", ["formulier": token, "bericht": "half af", "bestand": "ja"])
            let page = try await browser.get("/nl/mijn-melding")

            #expect(answer.header("location") == "/nl/mijn-melding/bestanden")
            #expect(page.text.contains("half af") && page.text.contains("Er zijn nog geen berichten."))
        }
    }

    @Test func `an old code works until the new one was typed back`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await begun(desk)
            try await browser.fillIn(TypedReport())
            let old = try await browser.sendReport()
            _ = try await browser.fill("/nl/mijn-melding/nieuwe-code", [:])
            let page = try await browser.get("/nl/melden/code")
            let new = try await browser.shownCode()
            _ = try await browser.post("/nl/verlaten", [:])
            let entered = [
                try await desk.reporter.post("/nl/code", ["code": old]), try await desk.reporter.post("/nl/code", ["code": new]),
            ]

            #expect(page.text.contains("Je nieuwe code") && !page.text.contains("Je melding is ontvangen"))
            #expect(entered.allSatisfy { $0.status == 303 })
        }
    }

    @Test func `a ground that is ticked says that it is about discrimination`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await begun(desk)
            _ = try await browser.fill("/nl/melden/soort", ["soort": "bullying", "grond": "race"])
            let page = try await browser.get("/nl/melden/soort")
            let ticked = page.text.matches(of: /value="([a-z-]+)"[^>]* checked/).map { String($0.output.1) }

            #expect(Set(ticked) == ["discrimination", "bullying", "race"])
        }
    }

    @Test(arguments: ["", "zzzz"])
    func `a search that finds nothing shows the ministries`(search: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = try await begun(desk)
            _ = try await browser.fill("/nl/melden/organisatie", ["zoek": "logius", "zoeken": "ja"])
            let found = try await browser.get("/nl/melden/organisatie")
            _ = try await browser.fill("/nl/melden/organisatie", ["zoek": search, "zoeken": "ja"])
            let page = try await browser.get("/nl/melden/organisatie")

            #expect(!found.text.contains("value=\"bzk\"") && page.text.contains("value=\"bzk\""))
            #expect(page.text.contains("We vinden geen organisatie") == !search.isEmpty)
        }
    }
}
