import App
import Database
import TestSupport
import Testing

/// A case goes on after it is closed where its reporter writes again; and what its pages tell of other cases.
struct ClosedCaseTests {
    /// The address of the one case in a list.
    private func path(in list: WebAnswer) throws -> String {
        String(try #require(list.text.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+/)).output)
    }

    private func report(_ desk: ServedDesk) async throws -> Browser {
        let reporter = desk.reporter
        try await reporter.begin()
        try await reporter.fillIn(TypedReport())
        _ = try await reporter.sendReport()
        return reporter
    }

    private func open(_ path: String, _ officer: Browser) async throws {
        let token = try await officer.get(path).formToken
        let answer = try await officer.post("\(path)/opening", ["formulier": token, "doel": "handling"])
        #expect(answer.status == 303)
    }

    @Test(arguments: Engine.all)
    func `a message to a closed case comes back to the worklist until it is answered`(engine: Engine) async throws {
        try await engine.withDoors { desk in
            let (reporter, vera) = (try await report(desk), try await desk.signedIn(.vera))
            let path = try path(in: try await vera.get("/nl/werklijst"))
            try await open(path, vera)
            _ = try await vera.fill("\(path)/terugkoppeling", ["bericht": "Wat we vinden."])
            _ = try await vera.fill("\(path)/afsluiting", ["uitkomst": "confirmed", "zeker": "ja"])
            let closed = [try await vera.get("/nl/werklijst"), try await vera.get("/nl/werklijst/wacht-op-ons")]
            let token = try await reporter.get("/nl/mijn-melding").formToken
            _ = try await reporter.post("/nl/mijn-melding/berichten", ["formulier": token, "bericht": "En nu?"])
            let turn = try await vera.get("/nl/werklijst/wacht-op-ons")
            let english = try await vera.get("/en/worklist/waiting-for-us")
            desk.base.clock.move(days: 10)
            let back = try await desk.signedIn(.vera)
            let late = try await back.get("/nl/werklijst/te-laat")
            try await open(path, back)
            let own = try await back.get(path).formToken
            _ = try await back.post("\(path)/berichten", ["formulier": own, "bericht": "Zo zit het."])
            let answered = [try await back.get("/nl/werklijst"), try await back.get("/nl/werklijst/te-laat")]
            let archive = try await back.get("/nl/werklijst/afgesloten")

            for list in closed + answered { #expect(!list.text.contains(path)) }
            for list in [turn, late] {
                #expect(list.text.contains(path) && list.text.contains("Afgesloten, maar de melder wacht op antwoord"))
                #expect(list.text.contains("Antwoord geven"))
            }
            #expect(english.text.contains("Closed, but the reporter waits for an answer"))
            #expect(archive.text.contains(path) && archive.text.contains("Bevestigd"))
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a case is closed after its outcome was shown once more, and then its forms are gone`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let (reporter, vera) = (try await report(desk), try await desk.signedIn(.vera))
            let path = try path(in: try await vera.get("/nl/werklijst"))
            try await open(path, vera)
            let early = try await vera.get("\(path)/afsluiting")
            _ = try await vera.fill("\(path)/terugkoppeling", ["bericht": "Wat we vinden."])
            let check = try await vera.fill("\(path)/afsluiting", ["uitkomst": "withdrawn", "redenen": "zo"], expecting: 200)
            let before = try await reporter.get("/nl/mijn-melding")
            _ = try await vera.fill("\(path)/afsluiting", ["uitkomst": "withdrawn", "redenen": "zo", "zeker": "ja"])
            let after = try await reporter.get("/nl/mijn-melding")
            let gone = [try await vera.get("\(path)/afsluiting"), try await vera.get("\(path)/terugkoppeling")]

            #expect(!early.text.contains("name=\"uitkomst\"") && early.text.contains("Geef eerst terugkoppeling"))
            #expect(check.text.contains("Klopt dit?") && check.value(of: "redenen") == "zo")
            #expect(!before.text.contains("Je melding is afgesloten.") && after.text.contains("Je melding is afgesloten."))
            #expect(gone.allSatisfy { $0.status == 303 && $0.header("location") == path })
        }
    }

    @Test func `the steps of a case are counted within it, so that they tell nothing of other cases`() async throws {
        try await Engine.sqlite.withDoors { desk in
            _ = try await report(desk)
            let vera = try await desk.signedIn(.vera)
            let path = try path(in: try await vera.get("/nl/werklijst"))
            for _ in 0..<2 { _ = try await report(desk) }
            try await open(path, vera)
            let token = try await vera.get(path).formToken
            _ = try await vera.post("\(path)/berichten", ["formulier": token, "bericht": "Dank je."])
            let page = try await vera.get("\(path)/verloop").text
            let numbers = try await desk.registers.database.read { db in
                try db.query("SELECT number FROM audit_entry").map { try $0.get("number", as: Int.self) }
            }
            let steps = page.matches(of: /<th scope="row">([^<]*)<\/th>/).map { String($0.output.1) }
            let cells = page.matches(of: /<td>([^<]*)<\/td>/).map { String($0.output.1) }

            #expect(steps == ["1", "2", "3"])
            #expect(numbers.count > 10 && cells.allSatisfy { Int($0) == nil })
        }
    }
}
