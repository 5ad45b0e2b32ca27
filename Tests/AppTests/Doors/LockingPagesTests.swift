import App
import TestSupport
import Testing

/// Every page that shows something of a report locks, or goes away, after a quarter of an hour alone.
struct LockingPagesTests {
    private static let lock = "action=\"/nl/mijn-melding/berichten\" data-lock-after=\"900\""

    @Test(arguments: ["verhaal", "betrokken", "bestanden", "nieuwe-code"])
    func `a page of the mailbox locks, and the half message stays`(page: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            try await browser.fillIn(TypedReport())
            let code = try await browser.sendReport()
            let token = try await browser.get("/nl/mijn-melding").formToken
            _ = try await browser.post(
                "/nl/mijn-melding/berichten", ["formulier": token, "vergrendel": "1", "bericht": "half af"])
            _ = try await browser.post("/nl/code", ["code": code])
            let shown = try await browser.get("/nl/mijn-melding/\(page)")
            let locked = try await browser.post("/nl/mijn-melding/berichten", ["formulier": token, "vergrendel": "1"])
            let after = try await browser.get("/nl/mijn-melding/\(page)")
            _ = try await browser.post("/nl/code", ["code": code])
            let mailbox = try await browser.get("/nl/mijn-melding")

            #expect(shown.status == 200 && shown.text.contains(Self.lock))
            #expect(shown.text.contains("name=\"vergrendel\""))
            #expect([locked, after].allSatisfy { $0.status == 303 && $0.header("location") == "/nl/mijn-melding/slot" })
            #expect(mailbox.text.contains("half af"))
        }
    }

    @Test func `the page of the code goes to the start, and the code is found again until it was typed back`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            try await browser.fillIn(TypedReport())
            try await browser.sendChecked()
            let (page, card) = (try await browser.get("/nl/melden/code"), try await browser.get("/en/report/code/card"))
            let again = try await browser.get("/nl/code")
            let code = try await browser.shownCode()
            _ = try await browser.fill("/nl/melden/code", ["laatste": String(code.suffix(4))])
            let entry = try await browser.get("/nl/code")

            #expect(page.text.contains("data-leave-after=\"900\" data-leave-to=\"/nl\""))
            #expect(page.text.contains("De code blijft bewaard tot je de laatste vier cijfers hebt overgetypt."))
            #expect(card.text.contains("data-leave-after=\"900\" data-leave-to=\"/en\""))
            #expect(again.status == 303 && again.header("location") == "/nl/melden/code")
            #expect(entry.status == 200 && entry.text.contains("name=\"code\""))
        }
    }
}
