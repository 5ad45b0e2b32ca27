import Access
import App
import Kernel
import TestSupport
import Testing

/// What is sent with a session that ended is answered with how to go on, and is no failure of the program.
struct EndedSessionTests {
    private static let draft = [
        "wie", "organisatie", "lezers", "soort", "verhaal", "wanneer", "spoed", "bestanden", "bestanden/verwijderen", "naam",
        "controle", "later", "slot",
    ].map { "/nl/melden/\($0)" }
    private static let mailbox = ["/nl/mijn-melding/berichten", "/nl/mijn-melding/betrokken", "/nl/mijn-melding/nieuwe-code"]

    @Test(arguments: draft + mailbox + ["/nl/melden/code"])
    func `a form of a session that ended says so`(path: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let (token, cookie) = (try await browser.get("/nl/melden/wie").formToken, await browser.cookies["melding"])
            _ = try await browser.post("/nl/verlaten", [:])
            await browser.set(cookie: "melding", cookie)
            let answer = try await browser.post(
                path,
                [
                    "formulier": token, "wie": "myself", "organisatie": "bzk", "soort": "bullying", "verhaal": "x",
                    "spoed": "nee",
                    "hoe": "anonymous", "bericht": "x", "laatste": "1234", "bestand": "x",
                    "betrokken": try await desk.base.officer(.vera).id.text,
                ])
            let locking = try await browser.post(path, ["formulier": token, "vergrendel": "1"])
            let file = UploadedFile(name: "a.txt", bytes: [65])
            let form = MultipartForm(fields: ["formulier": token], files: [file])
            let upload = try await browser.send(
                "POST", "/nl/mijn-melding/bestanden", headers: ["Content-Type": form.contentType], body: form.body)

            for answer in [answer, locking, upload] {
                #expect(answer.status == 403 && answer.text.contains("Je sessie is afgelopen"))
                #expect(answer.text.contains("Begin opnieuw, of ga verder met je code via ‘Mijn melding’."))
            }
            #expect(desk.logs.all == [])
        }
    }
}
