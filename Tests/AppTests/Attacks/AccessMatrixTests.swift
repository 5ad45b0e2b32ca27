import Access
import App
import Commitments
import Documents
import Kernel
import Logging
import ReportingDesk
import TestSupport
import Testing
import Web

/// Every address of the officers' door, for everyone who might ask for it, on cases that are theirs, others' and closed to
/// them. The addresses come from the route table: a new one that nobody sorted fails.
struct AccessMatrixTests {
    enum Actor: CaseIterable, Sendable {
        case stranger, reporter, administrator, recoveryOfficer, elsewhere, excluded, unopened, opened

        var member: CastMember? {
            switch self {
            case .stranger, .reporter: nil
            case .administrator: .anna
            case .recoveryOfficer: .ruth
            case .elsewhere: .joris
            case .excluded: .omar
            case .unopened: .lotte
            case .opened: .vera
            }
        }
    }

    /// What is open to whoever comes, and what to every officer who signed in.
    static let open: Set = [
        "/", "/livez", "/readyz", "/robots.txt", "/favicon.ico", "/.well-known/security.txt", "/.well-known/meldloket-keys.json",
        "/nl", "/en", "/nl/aanmelden", "/en/sign-in", "/nl/inschrijven", "/en/enrol", "/nl/inschrijven/wachtzin",
        "/en/enrol/passphrase", "/nl/demo", "/en/demo",
    ]
    static let signedIn: Set = [
        "/nl/afmelden", "/en/sign-out", "/nl/werklijst", "/en/worklist", "/nl/werklijst/{lijst}", "/en/worklist/{lijst}",
        "/nl/account", "/en/account", "/nl/account/sessies", "/en/account/sessions", "/nl/account/wachtzin",
        "/en/account/passphrase",
    ]
    /// What takes keys, or the role of an administrator.
    static let byRole: Set = [
        "/nl/toegang", "/en/access", "/nl/toegang/geven", "/en/access/grant", "/nl/toegang/herstellen", "/en/access/recover",
        "/nl/sleutelhouders", "/en/keyholders", "/nl/bezetting", "/en/staffing",
    ]

    /// What only those have who keep what departments owe Parliament.
    private static func isOfRegister(_ pattern: String) -> Bool {
        pattern.contains("/register") || pattern.contains("/nieuwe-toezegging") || pattern.contains("/new-commitment")
            || pattern.contains("/lijst-van-de-kamer") || pattern.contains("/list-of-the-house")
            || pattern.contains("/planning") || pattern.contains("/bord") || pattern.contains("/board")
            || pattern.contains("/brieven") || pattern.contains("/letters")
            || pattern == "/nl/afstemming"
            || pattern == "/en/alignment" || pattern.hasPrefix("/nl/toezeggingen/") || pattern.hasPrefix("/en/commitments/")
    }

    private static func isOfCase(_ pattern: String) -> Bool {
        pattern.hasPrefix("/nl/zaken/{id}") || pattern.hasPrefix("/en/cases/{id}")
    }

    private func routes(_ desk: ServedDesk) -> [RouteEntry] {
        let failures = FailureLog(logger: Logger(label: "matrix"), isHeld: true)
        let settings = DoorSettings(isSecure: false, securityContact: "", failures: failures)
        return OfficerDoor(
            desk: desk.registers.desk, commitments: desk.registers.commitments, printer: .missing,
            frame: SiteFrame(neutralPage: "https://neutral.example/", isDemo: false), settings: settings, demo: nil
        ).routes.filter { !$0.pattern.hasPrefix("/assets/") }
    }

    /// A case about Omar, with a file, that Vera opened; and the browsers of everyone.
    private func scene(_ desk: ServedDesk) async throws -> (id: String, item: String, browsers: [Actor: Browser]) {
        let reporter = desk.reporter
        try await reporter.begin()
        var report = TypedReport()
        report.involved = try await desk.base.officer(.omar).id.text
        report.files = [UploadedFile(name: "a.txt", bytes: Array("inhoud".utf8))]
        try await reporter.fillIn(report)
        _ = try await reporter.sendReport()
        var browsers: [Actor: Browser] = [.stranger: desk.officer]
        for actor in Actor.allCases { if let member = actor.member { browsers[actor] = try await desk.signedIn(member) } }
        let impostor = desk.officer
        await impostor.set(cookie: "bureau", await reporter.cookies["melding"])
        browsers[.reporter] = impostor
        let vera = browsers[.opened]!
        let path = String(try #require(try await vera.get("/nl/werklijst").text.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+/)).output)
        let token = try await vera.get(path).formToken
        _ = try await vera.post("\(path)/opening", ["formulier": token, "doel": "handling"])
        let page = try await vera.get(path).text
        let file = String(try #require(page.firstMatch(of: /\/nl\/zaken\/[a-z0-9]+\/bestanden\/([a-z0-9]+)/)).output.1)
        return (String(path.split(separator: "/").last!), file, browsers)
    }

    private func path(_ pattern: String, _ id: String, _ item: String) -> String {
        pattern.replacing("{id}", with: id).replacing("{bestand}", with: item).replacing("{lijst}", with: "open").replacing(
            "{deel}", with: "open")
    }

    private func ask(_ browser: Browser, _ route: RouteEntry, _ path: String) async throws -> WebAnswer {
        guard route.method == "POST" else { return try await browser.get(path) }
        let account = try await browser.get("/nl/account")
        let token = account.status == 200 ? account.formToken : "x"
        return try await browser.post(
            path,
            [
                "formulier": token, "doel": path.hasSuffix("identiteit") || path.hasSuffix("identity") ? "contact" : "handling",
                "bericht": "van de matrix", "uitkomst": "confirmed", "redenen": "x", "zeker": "ja",
            ])
    }

    /// Everything that a case is made of, by the number of its rows.
    private func rows(_ desk: ServedDesk) async throws -> [Int] {
        var counts: [Int] = []
        for table in [
            "case_message", "case_document", "case_attachment", "key_wrap", "compartment_epoch", "sealed_item", "subject_reader",
        ] {
            counts.append(try await desk.rows(of: table))
        }
        return counts
    }

    @Test func `every address of the officers' door is sorted`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let sorted = Self.open.union(Self.signedIn).union(Self.byRole)
            let all = Set(routes(desk).map(\.pattern))

            #expect(all.filter { !Self.isOfCase($0) && !Self.isOfRegister($0) && !sorted.contains($0) } == [])
            #expect(all.count(where: Self.isOfRegister) >= 18)
            #expect(sorted.subtracting(all).subtracting(["/nl/demo", "/en/demo", "/favicon.ico"]) == [])
            #expect(all.count { Self.isOfCase($0) } >= 18)
        }
    }

    @Test func `an address of a case answers whoever may not read it as if there were no such case, and does nothing`()
        async throws
    {
        try await Engine.sqlite.withDoors { desk in
            let (id, item, browsers) = try await scene(desk)
            let none = Identifier<CaseFile>(from: .system).text
            let before = try await rows(desk)
            for route in routes(desk) where Self.isOfCase(route.pattern) {
                for actor in [Actor.administrator, .recoveryOfficer, .elsewhere, .excluded] {
                    let real = try await ask(browsers[actor]!, route, path(route.pattern, id, item))
                    let other = try await ask(browsers[actor]!, route, path(route.pattern, none, item))
                    #expect(real.status == other.status && real.body == other.body, "\(actor) \(route.method) \(route.pattern)")
                    #expect([403, 404].contains(real.status), "\(actor) \(route.method) \(route.pattern): \(real.status)")
                }
                for actor in [Actor.stranger, .reporter] {
                    let answer = try await ask(browsers[actor]!, route, path(route.pattern, id, item))
                    let isSentAway =
                        answer.status == 303 && answer.header("location")?.hasPrefix("/nl/aanmelden") == true
                        || answer.status == 303 && answer.header("location")?.hasPrefix("/en/sign-in") == true
                    #expect(
                        route.method == "GET" ? isSentAway : answer.status == 403, "\(actor) \(route.method) \(route.pattern)")
                }
            }
            let after = try await rows(desk)
            #expect(before == after)
            #expect(desk.logs.all == [])
        }
    }

    @Test func `a case that a reader did not open shows and takes nothing but the purpose`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let (id, item, browsers) = try await scene(desk)
            let before = try await rows(desk)
            for route in routes(desk)
            where Self.isOfCase(route.pattern) && !["/nl/zaken/{id}/opening", "/en/cases/{id}/opening"].contains(route.pattern) {
                let answer = try await ask(browsers[.unopened]!, route, path(route.pattern, id, item))
                #expect(!answer.text.contains("Elke maandag"), "\(route.method) \(route.pattern)")
                #expect([200, 303, 403, 404, 422].contains(answer.status), "\(route.method) \(route.pattern): \(answer.status)")
                if answer.status == 200 { #expect(answer.text.contains("name=\"doel\""), "\(route.method) \(route.pattern)") }
            }
            let after = try await rows(desk)
            #expect(before == after)
        }
    }

    @Test func `whoever opened a case gets every page of it`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let (id, item, browsers) = try await scene(desk)
            for route in routes(desk) where Self.isOfCase(route.pattern) && route.method == "GET" {
                let answer = try await ask(browsers[.opened]!, route, path(route.pattern, id, item))
                #expect(answer.status == 200, "\(route.pattern): \(answer.status)")
            }
        }
    }

    @Test func `the register of commitments is there for those who keep it, and an entry for its own department`()
        async throws
    {
        try await Engine.sqlite.withDoors { desk in
            var (_, _, browsers) = try await scene(desk)
            for member in [CastMember.esra, .pieter, .ellen] { try await desk.base.join(member) }
            let (esra, pieter) = (try await desk.signedIn(.esra), try await desk.signedIn(.pieter))
            let ellen = try await desk.signedIn(.ellen)
            let commitments = desk.registers.commitments
            let keeper = try #require(try await commitments.registerOfficer(try await desk.base.officer(.esra)))
            let entry = try await commitments.register(CommitmentsHouse.promise(), by: keeper)
            let letter = try await commitments.begin(
                NewLetter("Aanpak van racisme", department: Organisation.ID("bzk")!), by: keeper)
            let part = try await commitments.addPart("Uitkomsten", text: "geheim", about: [], to: letter.id, by: keeper)
            let none = Identifier<RegisterEntry>(from: .system).text
            browsers[.elsewhere] = browsers[.opened]
            for route in routes(desk) where Self.isOfRegister(route.pattern) {
                let isOfLetter = route.pattern.contains("/brieven/") || route.pattern.contains("/letters/")
                let isOfPartner = route.pattern == "/nl/afstemming" || route.pattern == "/en/alignment"
                let isOfNote = route.pattern.contains("/beslisnota") || route.pattern.contains("/decision-note")
                let pattern = route.pattern.replacing("{deel}", with: !isOfLetter ? "open" : isOfNote ? "core" : part.id.text)
                    .replacing("{kamer}", with: route.pattern.hasPrefix("/nl") ? "tweede-kamer" : "house-of-representatives")
                    .replacing("{bestand}", with: isOfLetter ? "brief.odt" : "planningsoverzicht.odt")
                let path = path(pattern, isOfLetter ? letter.id.text : entry.id.text, "")
                let partner = try await ask(ellen, route, path)
                #expect(
                    partner.status == (!isOfPartner ? 404 : route.method == "GET" ? 200 : 404)
                        && !partner.text.contains("geheim"),
                    "\(route.method) \(route.pattern): \(partner.status)")
                for actor in [Actor.administrator, .recoveryOfficer, .elsewhere] {
                    let answer = try await ask(browsers[actor]!, route, path)
                    #expect(answer.status == 404, "\(actor) \(route.method) \(route.pattern): \(answer.status)")
                }
                let stranger = try await ask(browsers[.stranger]!, route, path)
                #expect(stranger.status == (route.method == "GET" ? 303 : 403), "\(route.method) \(route.pattern)")
                guard route.pattern.contains("{id}") else { continue }
                let other = try await ask(pieter, route, path)
                let unknown = try await ask(pieter, route, self.path(pattern, none, ""))
                #expect(other.status == 404 && other.body == unknown.body, "\(route.method) \(route.pattern)")
                let own = try await ask(esra, route, path)
                // The first part stays the first part.
                let isPlace = route.pattern.hasSuffix("/plaats") || route.pattern.hasSuffix("/place")
                #expect(
                    isPlace ? own.status == 303 : [200, 409, 422].contains(own.status),
                    "\(route.method) \(route.pattern): \(own.status)")
            }
            let kept = try await commitments.entry(entry.id, for: keeper)
            #expect(kept == entry)
            let written = try await commitments.letter(letter.id, for: keeper)
            #expect(written.parts == [part])
            for path in ["/nl/werklijst", "/nl/toegang", "/nl/sleutelhouders"] {
                let answer = try await esra.get(path)
                #expect(!answer.text.contains("/nl/zaken/"), "\(path)")
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test func `what needs a session, keys or a role is closed to whoever lacks it`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let (id, item, browsers) = try await scene(desk)
            for route in routes(desk) where Self.signedIn.contains(route.pattern) || Self.byRole.contains(route.pattern) {
                for actor in [Actor.stranger, .reporter] {
                    let answer = try await ask(browsers[actor]!, route, path(route.pattern, id, item))
                    #expect(
                        route.method == "GET" ? answer.status == 303 : answer.status == 403,
                        "\(actor) \(route.method) \(route.pattern)")
                }
                guard Self.byRole.contains(route.pattern) else { continue }
                let before = try await rows(desk)
                for actor in [Actor.administrator, .recoveryOfficer, .elsewhere, .excluded] {
                    let answer = try await ask(browsers[actor]!, route, path(route.pattern, id, item))
                    #expect(answer.status < 500 && !answer.text.contains(id), "\(actor) \(route.method) \(route.pattern)")
                }
                let after = try await rows(desk)
                #expect(before == after, "\(route.method) \(route.pattern)")
            }
        }
    }
}
