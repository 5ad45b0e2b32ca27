import App
import Database
import Foundation
import TestSupport
import Testing

/// Everything that is refused or breaks, with a text in it: errors and logs are the places where such texts end up.
struct WrongWalk {
    let desk: ServedDesk
    let markers: Markers

    func walk() async throws {
        try await unknownAddresses()
        try await wrongCodes()
        try await malformedForms()
        try await refusedFiles()
        try await unknownOfficers()
        try await brokenRow()
    }

    private func unknownAddresses() async throws {
        let headers = [
            "User-Agent": markers.secret("a browser's name"),
            "Referer": "https://x.example/\(markers.secret("where one came from"))",
            "X-Forwarded-For": markers.secret("an address"), "Accept-Language": markers.secret("a language"),
        ]
        for browser in [desk.reporter, desk.officer] {
            await browser.set(cookie: "melding", markers.secret("a cookie"))
            await browser.set(cookie: "bureau", markers.secret("an officer's cookie"))
            let unknown = try await browser.get("/nl/\(markers.secret("an address of a page"))", headers: headers)
            let query = try await browser.get("/nl?zoek=\(markers.secret("a query"))", headers: headers)
            #expect(unknown.status == 404 && [200, 303].contains(query.status))
        }
        let list = try await desk.officer.get(
            "/nl/werklijst/\(markers.secret("a list"))?na=\(markers.secret("a place in a list"))")
        #expect(list.status == 404 || list.status == 303)
    }

    private func wrongCodes() async throws {
        let words = try await desk.reporter.post("/nl/code", ["code": "code \(markers.secret("words for a code"))"])
        let random = (0..<24).map { _ in String(Int.random(in: 0...9)) }.joined()
        markers.note(code: random, as: "digits for a code")
        let digits = try await desk.reporter.post("/nl/code?\(markers.secret("a query of a code"))=1", ["code": random])
        #expect(words.status == 422 && digits.status == 422)
    }

    private func malformedForms() async throws {
        let browser = desk.reporter
        try await browser.begin()
        let token = try await browser.get("/nl/melden/verhaal").formToken
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        let broken = "formulier=\(token)&verhaal=\(markers.secret("a broken form"))%zz"
        let malformed = try await browser.send("POST", "/nl/melden/verhaal", headers: type, body: Array(broken.utf8))
        let other = try await browser.send(
            "POST", "/nl/melden/verhaal", headers: ["Content-Type": "text/plain"],
            body: Array(markers.secret("another type of form").utf8))
        let tampered = try await browser.post(
            "/nl/melden/verhaal", ["formulier": markers.secret("a token"), "verhaal": markers.secret("a tampered form")])
        let foreign = try await browser.post(
            "/nl/melden/verhaal", ["formulier": token, "verhaal": markers.secret("a form of another site")],
            headers: ["Sec-Fetch-Site": "cross-site"])
        let long = "\(markers.secret("a text that is too long")) " + String(repeating: "ei ", count: 60_000)
        let tooLong = try await browser.post("/nl/melden/verhaal", ["formulier": token, "verhaal": long])
        let huge = long + String(repeating: "ei ", count: 200_000)
        let tooLarge = try await browser.post("/nl/melden/verhaal", ["formulier": token, "verhaal": huge])
        let day = try await browser.post(
            "/nl/melden/wanneer",
            [
                "formulier": token, "dag": markers.secret("a day"), "maand": "2", "jaar": "2026",
                "woorden": markers.secret("words at a day"),
            ])

        #expect([malformed, other, tampered, foreign].map(\.status) == [400, 400, 403, 403])
        #expect([tooLong, tooLarge, day].map(\.status) == [422, 413, 422])
    }

    private func refusedFiles() async throws {
        let browser = desk.reporter
        try await browser.begin()
        let program = UploadedFile(
            name: "\(markers.secret("name of a program")).exe",
            bytes: Array("MZ\(markers.secret("content of a program"))".utf8) + [UInt8](repeating: 0, count: 300_000))
        _ = try await browser.upload("/nl/melden/bestanden", [program], expecting: 422)
        let damaged = UploadedFile(
            name: "\(markers.secret("name of a damaged file")).pdf",
            bytes: Array("%PDF-1.4\n\(markers.secret("content of a damaged file"))".utf8))
        _ = try await browser.upload("/nl/melden/bestanden", [damaged], expecting: 422)
        let token = try await browser.get("/nl/melden/bestanden").formToken
        let cut = MultipartForm(
            fields: ["formulier": token],
            files: [
                UploadedFile(
                    name: "\(markers.secret("name of a cut file")).txt",
                    bytes: Array(String(repeating: "\(markers.secret("content of a cut file")) ", count: 50_000).utf8))
            ])
        let answer = try await browser.send(
            "POST", "/nl/melden/bestanden", headers: ["Content-Type": cut.contentType], body: Array(cut.body.dropLast(100)))
        #expect(answer.status == 400)
    }

    private func unknownOfficers() async throws {
        let signIn = try await desk.officer.post(
            "/nl/aanmelden",
            [
                "naam": markers.secret("a user name").lowercased(), "wachtzin": markers.secret("someone's passphrase"),
                "code": "123456",
            ])
        let invited = try await desk.officer.post(
            "/nl/inschrijven",
            ["naam": markers.secret("an invited name").lowercased(), "uitnodiging": markers.secret("a wrong invitation")])
        #expect(signIn.status == 422 && invited.status == 422)
    }

    /// A row that cannot be read breaks a request: the one thing that is logged.
    private func brokenRow() async throws {
        let browser = desk.reporter
        try await browser.begin()
        _ = try await browser.get("/nl/melden/verhaal")
        try await desk.registers.database.write { db in
            try db.execute("UPDATE reporter_session SET state = $1", [1, 1, 2, 3] as [UInt8])
        }
        let before = desk.logs.all.count
        let page = try await browser.get("/nl/melden/verhaal?\(markers.secret("a query of a broken page"))=1")
        #expect(page.status == 500)
        #expect(desk.logs.all.count == before + 1 && desk.logs.all.last?.contains("request.failed") == true)
    }
}
