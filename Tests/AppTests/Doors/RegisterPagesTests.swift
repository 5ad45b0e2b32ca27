import Access
import App
import Commitments
import Kernel
import TestSupport
import Testing

struct RegisterPagesTests {
    /// Walks from page to page by the link at its end.
    ///
    /// - Returns: what the links of the pages name, and the size of the largest page.
    private func walk(
        _ browser: Browser, from address: String, _ link: Regex<(Substring, Substring)>
    ) async throws -> (found: Set<String>, largest: Int) {
        var (found, largest, next): (Set<String>, Int, String?) = ([], 0, address)
        while let path = next {
            let answer = try await browser.get(path)
            #expect(answer.status == 200, "\(path)")
            largest = max(largest, answer.body.count)
            found.formUnion(answer.text.matches(of: link).map { String($0.output.1) })
            next = answer.text.firstMatch(of: /href="(\/nl\/[^"]+[?&]vanaf=[^"]+)"/).map { String($0.output.1) }
        }
        return (found, largest)
    }

    @Test func `whoever changes language keeps the search, and where they go after signing in`() async throws {
        try await Engine.sqlite.withDoors { desk in
            try await desk.base.join(.esra)
            let browser = try await desk.signedIn(.esra)
            let found = try await browser.get("/nl/register?zoek=loket&soort=motion")
            #expect(found.text.contains("href=\"/en/register?zoek=loket&soort=motion\""))

            let signIn = try await desk.officer.get("/nl/aanmelden?naar=%2Fnl%2Fregister")
            #expect(signIn.text.contains("href=\"/en/sign-in?naar=%2Fnl%2Fregister\""))
            let motion = try await desk.officer.get("/nl/nieuwe-toezegging/motie/1a2b-3c")
            #expect(motion.header("location") == "/nl/aanmelden?naar=%2Fnl%2Fnieuwe%2Dtoezegging%2Fmotie%2F1a2b%2D3c")
        }
    }

    @Test func `long lists of the register come in pages of at most 60 kB, and nothing is left out`() async throws {
        try await Engine.sqlite.withDoors { desk in
            try await desk.base.join(.esra)
            let commitments = desk.registers.commitments
            let esra = try #require(try await commitments.registerOfficer(try await desk.base.officer(.esra)))
            for number in 0..<130 {
                var new = CommitmentsHouse.promise("Toezegging nummer \(number) over de aanpak van racisme bij de Rijksoverheid")
                new.facts.wording = String(repeating: "De minister stuurt de Kamer een brief. ", count: 20)
                try await commitments.register(new, by: esra)
            }
            let rows = (1000..<1110).map { number in
                "{\"Id\": \"\(number)\", \"Nummer\": \"TZ202409-\(number)\", \"Status\": \"Openstaand\", \"Ministerie\": \"Binnenlandse Zaken en Koninkrijksrelaties\", \"Tekst\": \"\(String(repeating: "De minister stuurt een brief. ", count: 20))\"}"
            }
            _ = try await commitments.importHouseList(.bytes(Array("[\(rows.joined(separator: ","))]".utf8)))
            let browser = try await desk.signedIn(.esra)

            let register = try await walk(browser, from: "/nl/register", /\/nl\/toezeggingen\/([a-z0-9]{26})"/)
            let differences = try await walk(
                browser, from: "/nl/lijst-van-de-kamer", /\/nl\/lijst-van-de-kamer\/(\d+)\/overnemen"/)

            let planning = try await walk(browser, from: "/nl/planning", /\/nl\/toezeggingen\/([a-z0-9]{26})"/)
            let board = try await browser.get("/nl/bord")
            #expect(board.body.count < 60_000 && board.text.contains("Bekijk alle 130 onder ‘Zonder dag’"))
            let column = try await walk(browser, from: "/nl/bord?kolom=zonder-dag", /\/nl\/toezeggingen\/([a-z0-9]{26})"/)

            #expect(register.found.count == 130 && differences.found.count == 110)
            #expect(planning.found.count == 130, "\(planning.found.count) in the overview")
            #expect(column.found.count == 130, "\(column.found.count) on the board")
            for list in [register, differences, planning, column] { #expect(list.largest < 60_000, "\(list.largest) bytes") }
        }
    }
}
