import App
import Documents
import Foundation
import TestSupport
import Testing
import Web

/// The headers of every answer of both doors.
struct SecurityHeadersTests {
    /// The list of the two doors, as it was decided before the first page was made.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    static let always = [
        "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin", "origin-agent-cluster": "?1", "x-robots-tag": "noindex, nofollow",
    ]
    static let barred = ["camera=()", "microphone=()", "geolocation=()", "display-capture=()", "usb=()"]

    private func check(_ answer: WebAnswer, _ request: String, cache: String = "no-store", policy: String = policy) {
        #expect(answer.headers(named: "content-security-policy") == [policy], "\(request)")
        #expect(answer.headers(named: "cache-control") == [cache], "\(request)")
        for (name, value) in Self.always { #expect(answer.headers(named: name) == [value], "\(request): \(name)") }
        let permissions = answer.header("permissions-policy") ?? ""
        for feature in Self.barred { #expect(permissions.contains(feature), "\(request): \(feature)") }
        #expect(answer.header("server") == nil, "\(request)")
    }

    private func routes(_ desk: ServedDesk) -> [RouteEntry] {
        let frame = SiteFrame(neutralPage: "https://neutral.example/", isDemo: false)
        let failures = FailureLog(logger: desk.logs.logger, isHeld: false)
        let settings = DoorSettings(isSecure: false, securityContact: "mailto:x@example.org", failures: failures)
        return ReporterDoor(desk: desk.registers.desk, frame: frame, settings: settings).routes
            + OfficerDoor(
                desk: desk.registers.desk, commitments: desk.registers.commitments, printer: .missing, frame: frame,
                settings: settings, demo: nil
            ).routes
    }

    private func address(_ pattern: String) -> String {
        pattern.replacing(/\{[a-z]+\}/, with: "0123456789abcdefghjkmnpqrs")
    }

    @Test func `every route of both doors answers with them, with and without a session, in every method`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let routes = routes(desk)
            let vera = try await desk.signedIn(.vera)
            let reporter = desk.reporter
            try await reporter.begin()
            for route in routes where !route.pattern.hasPrefix("/assets/") && route.pattern != "/favicon.ico" {
                let strangers = route.door == "reporter" ? desk.reporter : desk.officer
                let path = address(route.pattern)
                for browser in [strangers, route.door == "reporter" ? reporter : vera] {
                    for method in Set([route.method, "GET", "HEAD", "POST", "PUT", "OPTIONS"]) {
                        let answer = try await browser.send(method, path, headers: ["Sec-Fetch-Site": "same-origin"], body: [])
                        check(answer, "\(method) \(path): \(answer.status)")
                    }
                }
            }

            #expect(routes.count > 120)
        }
    }

    @Test func `assets may be kept, since their address holds a hash of their content`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let assets = Set(routes(desk).map(\.pattern).filter { $0.hasPrefix("/assets/") })
            for path in assets {
                for browser in [desk.reporter, desk.officer] {
                    let answer = try await browser.get(path)
                    #expect(answer.status == 200)
                    check(answer, path, cache: "public, max-age=31536000, immutable")
                }
            }

            #expect(assets.count == 3)
        }
    }

    @Test func `a download may show and run nothing`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            var report = TypedReport()
            report.files = [UploadedFile(name: "a.txt", bytes: Array("<script>alert(1)</script>".utf8))]
            try await browser.fillIn(report)
            _ = try await browser.sendReport()
            let page = try await browser.get("/nl/mijn-melding")
            let path = try #require(page.text.firstMatch(of: /\/nl\/mijn-melding\/bestanden\/[a-z0-9]+/)).output
            let file = try await browser.get(String(path))

            check(
                file, "download",
                policy: "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
            #expect(file.body == Array("<script>alert(1)</script>".utf8))
            #expect(file.header("content-type") == "application/octet-stream")
            #expect(file.header("content-disposition")?.hasPrefix("attachment;") == true)
        }
    }

    @Test func `every refusal has them: not found, not allowed, too large, malformed, another site, no session`() async throws {
        try await Engine.sqlite.withDoors { desk in
            for (browser, form) in [(desk.reporter, "/nl/code"), (desk.officer, "/nl/aanmelden")] {
                let type = ["Content-Type": "application/x-www-form-urlencoded"]
                let answers = [
                    (404, try await browser.get("/nl/bestaat-niet")), (404, try await browser.send("PUT", form, body: [])),
                    (413, try await browser.send("POST", form, headers: type, body: [UInt8](repeating: 0x61, count: 600_000))),
                    (400, try await browser.send("POST", form, headers: type, body: Array("a=%zz".utf8))),
                    (400, try await browser.send("POST", form, headers: ["Content-Type": "text/html"], body: [])),
                    (403, try await browser.post(form, [:], headers: ["Sec-Fetch-Site": "cross-site"])),
                ]
                for (status, answer) in answers {
                    #expect(answer.status == status)
                    check(answer, "\(status)")
                }
            }
            let gone = try await desk.reporter.get("/nl/melden/verhaal")
            #expect(gone.status == 403)
            check(gone, "no session")
        }
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "GET /nl HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n",
        "POST /nl/code HTTP/1.1\r\nHost: x\r\nContent-Length: -4\r\n\r\nabcd",
        "GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /nl HTTP/1.1\r\nHost: x\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n",
    ])
    func `what is no request at all is refused with them too`(request: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            for port in [desk.reporterPort, desk.officerPort] {
                let answer = try WebAnswer(wire: try await DoorConnection(port: port).exchange(Array(request.utf8)))
                #expect(answer.status == 400)
                check(answer, String(request.prefix(30)))
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test func `cookies are for this host alone, out of reach of scripts, and behind TLS never in the clear`() async throws {
        for isBehindTLS in [true, false] {
            try await Engine.sqlite.withDoors(isBehindTLS: isBehindTLS) { desk in
                let (reporter, officer) = (desk.reporter, desk.officer)
                let begun = try await reporter.post("/nl/melden/begin", [:])
                let start = try await reporter.get("/nl")
                try await officer.signIn(.vera, in: desk.base)
                let left = try await reporter.post("/nl/verlaten", [:])
                let prefix = isBehindTLS ? "__Host-" : ""

                let kept = Set(await officer.cookies.keys)
                #expect(kept == ["\(prefix)bureau", "\(prefix)toestel"])
                #expect(left.header("set-cookie")?.hasPrefix("\(prefix)melding=;") == true)
                #expect(left.header("clear-site-data") == "\"cache\", \"cookies\", \"storage\"")
                let cookie = try #require(begun.header("set-cookie"))
                let parts = cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
                #expect(parts[0].hasPrefix("\(prefix)melding="))
                #expect(Set(["Path=/", "HttpOnly", "SameSite=Strict"]).isSubset(of: parts))
                #expect(parts.contains("Secure") == isBehindTLS)
                #expect(!parts.contains { $0.hasPrefix("Max-Age") || $0.hasPrefix("Expires") || $0.hasPrefix("Domain") })
                #expect(
                    start.header("strict-transport-security") == (isBehindTLS ? "max-age=31536000; includeSubDomains" : nil))
            }
        }
    }

    @Test func `reading sets no cookie`() async throws {
        try await Engine.sqlite.withDoors { desk in
            for path in ["/nl", "/en", "/nl/melden", "/nl/code", "/nl/keuzehulp", "/nl/privacy", "/en/security"] {
                let answer = try await desk.reporter.get(path)
                #expect(answer.status == 200 && answer.header("set-cookie") == nil, "\(path)")
            }
        }
    }
}
