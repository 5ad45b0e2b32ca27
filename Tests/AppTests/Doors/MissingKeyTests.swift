import Access
import App
import Database
import Kernel
import TestSupport
import Testing

/// A reader to whom the key was not handed yet reads so, and not that there is nothing.
struct MissingKeyTests {
    private func confidentialCase(_ desk: ServedDesk) async throws -> String {
        let reporter = desk.reporter
        try await reporter.begin()
        var report = TypedReport()
        (report.mode, report.name) = ("confidential", "Sanne de Boer")
        try await reporter.fillIn(report)
        _ = try await reporter.sendReport()
        let list = try await desk.signedIn(.vera).get("/nl/werklijst").text
        return String(try #require(list.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+/)).output)
    }

    @Test(.law("Wbk 1a(3)"))
    func `who becomes a coordinator after a report has no key to the name yet`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let path = try await confidentialCase(desk)
            let (lotte, access) = (try await desk.base.officer(.lotte), desk.base.access)
            _ = try await access.appoint(
                lotte, as: .integrityCoordinator, at: Organisation.ID("bzk")!, in: Period(from: desk.base.clock.today))
            let waiting = try await access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await access.confirm(waiting[0].appointment.id, by: desk.base.keyRing(of: .vera))
            let browser = try await desk.signedIn(.lotte)
            let token = try await browser.get("/nl/account").formToken
            _ = try await browser.post("\(path)/opening", ["formulier": token, "doel": "handling"])
            let dutch = try await browser.post("\(path)/identiteit", ["formulier": token, "doel": "contact"])
            let english = try await browser.post(
                path.replacing("/nl/zaken", with: "/en/cases") + "/identity", ["formulier": token, "doel": "contact"])

            #expect(dutch.status == 403)
            #expect(dutch.text.contains("Je hebt nog geen sleutel voor de naam van deze melder."))
            #expect(english.status == 403 && english.text.contains("You do not have a key to the name of this reporter yet."))
            for page in [dutch, english] {
                #expect(["anoniem", "anonymous", "Sanne"].allSatisfy { !page.text.contains($0) })
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a case whose key an officer lacks says so, before and after it was opened`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let path = try await confidentialCase(desk)
            let lotte = try await desk.signedIn(.lotte)
            let token = try await lotte.get("/nl/account").formToken
            _ = try await lotte.post("\(path)/opening", ["formulier": token, "doel": "handling"])
            let read = try await lotte.get(path)
            // The epoch of who reports, of which a report handler has no key.
            try await desk.registers.database.write { db in
                try db.execute(
                    """
                    UPDATE sealed_item SET epoch = (SELECT id FROM compartment_epoch WHERE compartment = 'identity')
                    WHERE compartment = 'content'
                    """)
            }
            let later = try await desk.signedIn(.lotte)
            let other = try await later.get("/nl/account").formToken
            let pages = [
                try await lotte.get(path), try await lotte.get("\(path)/verloop"),
                try await later.post("\(path)/opening", ["formulier": other, "doel": "handling"]),
            ]

            #expect(read.status == 200 && read.text.contains("belachelijk"))
            for page in pages {
                #expect(page.status == 403 && page.text.contains("Je hebt nog geen sleutel voor deze zaak."))
                #expect(!page.text.contains("belachelijk"))
            }
            #expect(desk.logs.all == [])
        }
    }
}
