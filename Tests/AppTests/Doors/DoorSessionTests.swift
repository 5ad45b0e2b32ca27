import App
import Foundation
import ReportingDesk
import TestSupport
import Testing

/// Sessions end, and lose nothing.
struct DoorSessionTests {
    @Test func `an officer who was away for half an hour, or is there for ten hours, signs in again`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let idle = try await desk.signedIn(.vera)
            let token = try await idle.get("/nl/account").formToken
            desk.base.clock.move(by: .seconds(30 * 60))
            let (page, english) = (try await idle.get("/nl/werklijst"), try await idle.get("/en/worklist"))
            let sent = try await idle.post("/nl/account/wachtzin", ["formulier": token])
            let busy = try await desk.signedIn(.omar)
            for _ in 0..<23 {
                desk.base.clock.move(by: .seconds(25 * 60))
                let still = try await busy.get("/nl/werklijst")
                #expect(still.status == 200)
            }
            desk.base.clock.move(by: .seconds(25 * 60))
            let over = try await busy.get("/nl/werklijst")

            #expect(page.status == 303 && page.header("location") == "/nl/aanmelden")
            #expect(english.status == 303 && english.header("location") == "/en/sign-in")
            #expect(sent.status == 403 && sent.text.contains("Je bent niet meer aangemeld"))
            #expect(over.status == 303 && over.header("location") == "/nl/aanmelden")
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a draft that was left alone is hidden after a quarter, and goes on where it was`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            _ = try await browser.fill("/nl/melden/verhaal", ["verhaal": "wat ik al schreef"])
            let token = try await browser.get("/nl/melden/verhaal").formToken
            desk.base.clock.move(by: .seconds(15 * 60 + 1))
            let hidden = try await browser.get("/nl/melden/verhaal")
            let late = try await browser.post(
                "/nl/melden/verhaal", ["formulier": token, "verhaal": "wat ik al schreef, en nog een zin"])
            let lock = try await browser.get("/nl/melden/slot")
            _ = try await browser.fill("/nl/melden/slot", [:])
            let again = try await browser.get("/nl/melden/verhaal")

            #expect(hidden.status == 303 && hidden.header("location") == "/nl/melden/slot")
            #expect(late.status == 303 && late.header("location") == "/nl/melden/slot")
            #expect(lock.status == 200 && !lock.text.contains("wat ik al schreef"))
            #expect(again.status == 200 && again.text.contains("wat ik al schreef, en nog een zin"))
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a mailbox that was left alone is locked, keeps the half message, and the code opens it`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            try await browser.fillIn(TypedReport())
            let code = try await browser.sendReport()
            let token = try await browser.get("/nl/mijn-melding").formToken
            desk.base.clock.move(by: .seconds(15 * 60 + 1))
            let sent = try await browser.post(
                "/nl/mijn-melding/berichten", ["formulier": token, "vergrendel": "", "bericht": "een half bericht"])
            let page = try await browser.get("/nl/mijn-melding")
            let lock = try await browser.get("/nl/mijn-melding/slot")
            let entered = try await browser.post("/nl/code", ["code": code])
            let open = try await browser.get("/nl/mijn-melding")

            #expect([sent, page].allSatisfy { $0.status == 303 && $0.header("location") == "/nl/mijn-melding/slot" })
            #expect(lock.status == 200 && !lock.text.contains("een half bericht"))
            #expect(entered.status == 303 && entered.header("location") == "/nl/mijn-melding")
            #expect(open.status == 200 && open.text.contains("een half bericht"))
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a draft whose week is over is gone, and the page says how to go on`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            desk.base.clock.move(days: 8)
            try await desk.registers.desk.sweep()
            let page = try await browser.get("/nl/melden/wie")

            #expect(page.status == 403 && page.text.contains("Begin opnieuw, of ga verder met je code via ‘Mijn melding’."))
        }
    }

    @Test(arguments: [
        ("/nl", "/en"), ("/nl/melden", "/en/report"), ("/nl/code", "/en/code"), ("/nl/beveiliging", "/en/security"),
        ("/nl/melden/wie", "/en/report/who"), ("/nl/melden/organisatie", "/en/report/organisation"),
        ("/nl/melden/lezers", "/en/report/readers"), ("/nl/melden/soort", "/en/report/kind"),
        ("/nl/melden/verhaal", "/en/report/story"), ("/nl/melden/wanneer", "/en/report/when"),
        ("/nl/melden/spoed", "/en/report/urgency"), ("/nl/melden/bestanden", "/en/report/files"),
        ("/nl/melden/naam", "/en/report/name"), ("/nl/melden/controle", "/en/report/check"),
    ])
    func `each page links to itself in the other language, and there is what was filled in`(dutch: String, english: String)
        async throws
    {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            var report = TypedReport()
            report.mode = "named"
            (report.story, report.words, report.urgency, report.name) = ("mijn verhaal", "in mei", "vandaag", "Ans")
            try await browser.fillIn(report)
            let (first, second) = (try await browser.get(dutch), try await browser.get(english))

            #expect(first.status == 200 && first.text.contains("<html lang=\"nl\""))
            #expect(first.text.contains("href=\"\(english)\" lang=\"en\" hreflang=\"en\""))
            #expect(second.status == 200 && second.text.contains("<html lang=\"en\""))
            #expect(second.text.contains("href=\"\(dutch)\" lang=\"nl\" hreflang=\"nl\""))
            for typed in ["mijn verhaal", "in mei", "vandaag", "Ans"] where first.text.contains(typed) {
                #expect(second.text.contains(typed))
            }
        }
    }
}
