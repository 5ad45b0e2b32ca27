import Access
import App
import Database
import Foundation
import Kernel
import ReportingDesk
import TestSupport
import Testing

/// Requests that come from elsewhere: another site, another session, another ministry, or someone who is excluded.
struct ForeignRequestTests {
    static let otherSite = "Dit kwam van een andere site"
    static let notOurs = "Dit formulier is niet meer geldig"
    static let gone = "Je sessie is afgelopen"
    static let signedOut = "Je bent niet meer aangemeld"

    private func story(_ browser: Browser) async throws -> String {
        try await browser.get("/nl/melden/verhaal").text
    }

    @Test(arguments: [
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"], ["Origin": "null"],
        ["Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"],
    ])
    func `what another site sends is refused at both doors, and changes nothing`(headers: [String: String]) async throws {
        try await Engine.sqlite.withDoors { desk in
            let (reporter, vera) = (desk.reporter, try await desk.signedIn(.vera))
            try await reporter.begin()
            let token = try await reporter.get("/nl/melden/verhaal").formToken
            let officerToken = try await vera.get("/nl/account").formToken
            let story = try await reporter.post("/nl/melden/verhaal", ["formulier": token, "verhaal": "vals"], headers: headers)
            let signOut = try await vera.post("/nl/afmelden", ["formulier": officerToken], headers: headers)
            let still = try await vera.get("/nl/account")
            let draft = try await self.story(reporter)

            #expect([story, signOut].map(\.status) == [403, 403])
            #expect([story, signOut].allSatisfy { $0.text.contains(Self.otherSite) })
            #expect(still.status == 200 && !draft.contains("vals"))
            #expect(desk.logs.all == [])
        }
    }

    @Test func `what comes from this site is taken, by either header`() async throws {
        try await Engine.sqlite.withDoors { desk in
            for headers in [
                ["Sec-Fetch-Site": "same-origin"], ["Sec-Fetch-Site": "none"],
                ["Origin": "http://127.0.0.1:\(desk.reporterPort)"],
                [:],
            ] {
                let browser = desk.reporter
                try await browser.begin()
                let token = try await browser.get("/nl/melden/wie").formToken
                let answer = try await browser.post("/nl/melden/wie", ["formulier": token, "wie": "myself"], headers: headers)
                #expect(answer.status == 303 && answer.header("location") == "/nl/melden/organisatie")
            }
        }
    }

    @Test func `a form without its token, with a changed one or with that of another session is refused`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let (mine, other) = (desk.reporter, desk.reporter)
            try await mine.begin()
            try await other.begin()
            let token = try await mine.get("/nl/melden/verhaal").formToken
            let foreign = try await other.get("/nl/melden/verhaal").formToken
            for tampered in ["", String(token.dropLast()), token + "a", token.uppercased() + " ", foreign] {
                let answer = try await mine.post("/nl/melden/verhaal", ["formulier": tampered, "verhaal": "vals"])
                #expect(answer.status == 403 && answer.text.contains(Self.notOurs))
            }
            let english = try await mine.post("/en/report/story", ["verhaal": "vals"])
            let form = MultipartForm(fields: ["formulier": foreign], files: [UploadedFile(name: "a.txt", bytes: [65])])
            let upload = try await mine.send(
                "POST", "/nl/melden/bestanden", headers: ["Content-Type": form.contentType], body: form.body)
            let draft = try await story(mine)
            let chunks = try await desk.rows(of: "file_chunk")

            #expect(english.status == 403 && english.text.contains("This form is no longer valid"))
            #expect(upload.status == 403 && !draft.contains("vals"))
            #expect(chunks == 0)
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a session that is over, made up or of the other door opens nothing`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let vera = try await desk.signedIn(.vera)
            let officer = try #require(await vera.cookies["bureau"])
            for value in [officer, String(repeating: "A", count: 43), "x", "", String(repeating: "é", count: 43)] {
                let browser = desk.reporter
                await browser.set(cookie: "melding", value)
                let page = try await browser.get("/nl/melden/verhaal")
                let english = try await browser.get("/en/report/story")
                let mailbox = try await browser.get("/nl/mijn-melding")
                let sent = try await browser.post("/nl/melden/controle", ["formulier": "x"])
                #expect(page.status == 403 && page.text.contains(Self.gone))
                #expect(english.status == 403 && english.text.contains("Your session has ended"))
                #expect(mailbox.status == 303 && sent.status == 403)
            }
            let reporter = desk.reporter
            try await reporter.begin()
            let stranger = desk.officer
            await stranger.set(cookie: "bureau", await reporter.cookies["melding"])
            let list = try await stranger.get("/en/worklist")
            let written = try await stranger.post("/nl/afmelden", ["formulier": "x"])

            #expect(list.status == 303 && list.header("location") == "/en/sign-in")
            #expect(written.status == 403 && written.text.contains(Self.signedOut))
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: Engine.all)
    func `a case of another ministry, and one from which an officer is excluded, are as if they were not there`(engine: Engine)
        async throws
    {
        try await engine.withDoors { desk in
            let reporter = desk.reporter
            try await reporter.begin()
            var report = TypedReport()
            report.involved = try await desk.base.officer(.omar).id.text
            report.files = [UploadedFile(name: "a.txt", bytes: Array("inhoud".utf8))]
            try await reporter.fillIn(report)
            _ = try await reporter.sendReport()
            let vera = try await desk.signedIn(.vera)
            let list = try await vera.get("/nl/werklijst").text
            let path = String(try #require(list.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+/)).output)
            let id = String(path.split(separator: "/").last!)
            let none = "/nl/zaken/\(Identifier<CaseFile>(from: .system).text)"
            for member in [CastMember.omar, .joris, .ruth] {
                let browser = try await desk.signedIn(member)
                let token = try await browser.get("/nl/account").formToken
                for (real, other) in [
                    (path, none), ("\(path)/verloop", "\(none)/verloop"), ("\(path)/betrokken", "\(none)/betrokken"),
                ] {
                    let (found, missing) = (try await browser.get(real), try await browser.get(other))
                    #expect(found.status == 404 && found.body == missing.body, "\(member.userName) \(real)")
                }
                for part in ["opening", "berichten", "identiteit", "afsluiting", "terugkoppeling", "betrokken"] {
                    let fields: KeyValuePairs = [
                        "formulier": token, "doel": part == "identiteit" ? "contact" : "handling", "bericht": "x",
                        "uitkomst": "confirmed",
                        "redenen": "x", "betrokken": try await desk.base.officer(.vera).id.text,
                    ]
                    let found = try await browser.post("\(path)/\(part)", fields)
                    let missing = try await browser.post("\(none)/\(part)", fields)
                    #expect(found.status == 404 && found.body == missing.body, "\(member.userName) \(part)")
                }
                let worklist = try await browser.get("/nl/werklijst").text
                let grant = try await browser.post(
                    "/nl/toegang/geven", ["formulier": token, "zaak": id, "lezer": try await desk.base.officer(member).id.text])
                #expect(!worklist.contains(id) && grant.status == 404)
            }
            let opened = try await vera.get(path)
            #expect(opened.status == 200)
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a file of someone else's report, or of a case that is not opened, does not come`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let (mine, other) = (desk.reporter, desk.reporter)
            var report = TypedReport()
            report.files = [UploadedFile(name: "a.txt", bytes: Array("inhoud".utf8))]
            for browser in [mine, other] {
                try await browser.begin()
                try await browser.fillIn(report)
                _ = try await browser.sendReport()
            }
            let page = try await mine.get("/nl/mijn-melding").text
            let path = String(try #require(page.firstMatch(of: /\/nl\/mijn-melding\/bestanden\/[a-z0-9]+/)).output)
            let (own, foreign, none) = (try await mine.get(path), try await other.get(path), try await desk.reporter.get(path))
            let vera = try await desk.signedIn(.vera)
            let list = try await vera.get("/nl/werklijst").text
            let caseFile = String(try #require(list.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+/)).output)
            let item = path.split(separator: "/").last!
            let unopened = try await vera.get("\(caseFile)/bestanden/\(item)")

            #expect([own, foreign, none].map(\.status) == [200, 404, 403])
            #expect(unopened.status == 303 && unopened.header("location") == caseFile)
            #expect(desk.logs.all == [])
        }
    }
}
