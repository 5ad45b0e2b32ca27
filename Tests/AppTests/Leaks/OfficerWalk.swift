import Access
import Foundation
import Kernel
import TestSupport
import Testing

/// Officers at their door, with a text of their own in every field that takes one.
struct OfficerWalk {
    let desk: ServedDesk
    let markers: Markers

    /// Kim joins: enrols at the door with a passphrase that stands nowhere, and is confirmed by Vera.
    func joinKim(confirmedBy vera: Browser) async throws -> Kim {
        let officer = try await desk.base.access.addOfficer(UserName("kim")!, name: "Kim de Boer")
        let appointment = try await desk.base.access.appoint(
            officer, as: .integrityCoordinator, at: Organisation.ID("bzk")!, in: Period(from: desk.base.clock.today))
        let invitation = try await desk.base.access.invite(officer).text
        markers.note(bytes: Array(invitation.utf8), as: "the invitation")
        let browser = desk.officer
        let page = try await browser.post("/nl/inschrijven", ["naam": "kim", "uitnodiging": invitation])
        let shown = try #require(page.value(of: "geheim"))
        let secret = Array(try #require(Data(base64Encoded: shown)))
        markers.note(bytes: secret, as: "the second factor")
        let kim = Kim(officer: officer, factor: TimeCode(secret: secret), passphrase: "zin met \(markers.secret("a passphrase"))")
        let answer = try await browser.post(
            "/nl/inschrijven/wachtzin",
            [
                "naam": "kim", "uitnodiging": invitation, "geheim": Data(secret).base64EncodedString(),
                "wachtzin": kim.passphrase,
                "nogmaals": kim.passphrase, "code": kim.digits(desk),
            ])
        #expect(answer.status == 303)
        _ = try await vera.fill("/nl/sleutelhouders", ["aanstelling": appointment.id.text])
        return kim
    }

    /// Signs Kim in, first with a wrong passphrase, and gives her another.
    func signIn(_ kim: Kim) async throws -> Browser {
        let browser = desk.officer
        desk.base.clock.move(by: .seconds(30))
        let wrong = try await browser.post(
            "/nl/aanmelden",
            ["naam": "kim", "wachtzin": "fout \(markers.secret("a wrong passphrase"))", "code": kim.digits(desk)])
        let right = try await browser.post(
            "/nl/aanmelden", ["naam": "kim", "wachtzin": kim.passphrase, "code": kim.digits(desk)])
        #expect(wrong.status == 422 && right.status == 303)
        try await noteSession(browser, "Kim's session")
        let next = "nieuwe zin \(markers.secret("a new passphrase"))"
        let page = try await browser.get("/nl/account")
        let changed = try await browser.post(
            "/nl/account/wachtzin",
            ["formulier": page.formToken, "huidig": kim.passphrase, "wachtzin": next, "nogmaals": next])
        #expect(changed.status == 303)
        return browser
    }

    func noteSession(_ browser: Browser, _ name: String) async throws {
        markers.note(cookie: try #require(await browser.cookies["bureau"]), as: name)
    }

    /// Opens the first case of the list, reads everything, and writes.
    ///
    /// - Returns: the address of the case.
    func openAndWrite(_ browser: Browser) async throws -> String {
        let list = try await browser.get("/nl/werklijst")
        let address = String(try #require(list.text.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+/)).output)
        try await open(address, browser)
        let page = try await browser.get(address)
        for match in page.text.matches(of: /\/nl\/zaken\/[a-z0-9]+\/bestanden\/[a-z0-9]+/) {
            let file = try await browser.get(String(match.output))
            #expect(file.status == 200)
        }
        let identity = try await browser.post("\(address)/identiteit", ["formulier": page.formToken, "doel": "contact"])
        #expect(identity.status == 200 && identity.text.contains("Ruža"))
        let written = try await browser.post(
            "\(address)/berichten", ["formulier": page.formToken, "bericht": "antwoord \(markers.kept("message of an officer"))"])
        #expect(written.status == 303)
        _ = try await browser.get("\(address)/verloop")
        return address
    }

    func open(_ address: String, _ browser: Browser) async throws {
        let page = try await browser.get(address)
        let opened = try await browser.post("\(address)/opening", ["formulier": page.formToken, "doel": "handling"])
        #expect(opened.status == 303)
    }

    /// Hands the case on to Kim.
    func grant(_ browser: Browser, to kim: Kim, _ address: String) async throws {
        let id = String(address.split(separator: "/").last!)
        let token = try await browser.get("/nl/toegang").formToken
        let granted = try await browser.post("/nl/toegang/geven", ["formulier": token, "zaak": id, "lezer": kim.officer.id.text])
        #expect(granted.status == 303)
    }

    /// Kim gives feedback and closes the case.
    func close(_ address: String, _ browser: Browser) async throws {
        try await open(address, browser)
        _ = try await browser.fill("\(address)/terugkoppeling", ["bericht": "wij vonden \(markers.kept("feedback"))"])
        _ = try await browser.fill(
            "\(address)/afsluiting",
            ["uitkomst": "confirmed", "redenen": "omdat \(markers.kept("reasons for closing"))", "zeker": "ja"])
    }
}

/// An officer whom only the walk knows.
struct Kim {
    let officer: Officer
    let factor: TimeCode
    let passphrase: String

    func digits(_ desk: ServedDesk) -> String { factor.digits(step: TimeCode.step(at: desk.base.clock.now)) }
}
