import App
import Foundation
import Kernel
import TestSupport
import Testing
import Web

/// Attempts to be sent elsewhere, to add headers, to reach other files, and to have a browser run what someone sent.
struct InjectionTests {
    static let evil = ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:evil.example"]

    private func isOurs(_ location: String) -> Bool {
        location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\") && !location.contains("evil")
    }

    @Test func `no answer sends a browser to another site, whatever the request asks for`() async throws {
        try await Engine.sqlite.withDoors { desk in
            for address in Self.evil {
                let encoded = Browser.encoded(address)
                for path in ["/nl/melden", "/nl/code", "/nl", "/", "/nl/mijn-melding", "/en/report/check"] {
                    for query in ["?next=\(encoded)", "?terug=\(encoded)", "?return=\(encoded)", "?url=\(encoded)"] {
                        let answer = try await desk.reporter.get(
                            path + query, headers: ["Host": "evil.example", "X-Forwarded-Host": "evil.example"])
                        #expect(answer.header("location").map(isOurs) ?? true, "\(path)\(query)")
                    }
                }
                for path in ["/nl/melden/begin", "/nl/code", "/nl/verlaten"] {
                    let answer = try await desk.reporter.post(
                        path, ["next": address, "terug": address, "code": "1"], headers: ["Referer": address])
                    #expect(answer.header("location").map(isOurs) ?? true, "\(path)")
                }
                let list = try await desk.officer.get("/nl/werklijst?na=\(encoded)")
                #expect(list.header("location").map(isOurs) ?? true)
            }
        }
    }

    @Test func `a name of a file adds no header and breaks out of none`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let names = [
                "a\r\nX-Evil: 1\r\n\r\n<script>.txt", "a\"; filename=\"evil.html.txt", "a%0d%0aX-Evil: 1.txt",
                "ünï\u{2028}evil.txt",
                "a\u{0}b.txt", "a;b=c.txt", String(repeating: "\"", count: 300) + ".txt",
            ]
            let browser = desk.reporter
            try await browser.begin()
            var report = TypedReport()
            report.files = names.map { UploadedFile(name: $0, bytes: Array("inhoud".utf8)) }
            try await browser.fillIn(report)
            _ = try await browser.sendReport()
            let page = try await browser.get("/nl/mijn-melding").text
            let links = page.matches(of: /\/nl\/mijn-melding\/bestanden\/[a-z0-9]+/).map { String($0.output) }
            #expect(!links.isEmpty)
            for link in Set(links) {
                let answer = try await browser.get(link)
                let disposition = try #require(answer.headers(named: "content-disposition").first)
                #expect(answer.status == 200 && answer.header("x-evil") == nil)
                #expect(answer.headers(named: "content-disposition").count == 1)
                #expect(disposition.hasPrefix("attachment; filename=\"") && !disposition.contains { $0.isNewline })
                #expect(disposition.count { $0 == "\"" } == 2, "\(disposition)")
                #expect(answer.header("content-type") == "application/octet-stream")
            }
        }
    }

    @Test func `a path leads to no file but our own assets`() async throws {
        try await Engine.sqlite.withDoors { desk in
            for path in [
                "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc%2fpasswd",
                "/..%5c..%5cetc/passwd",
                "//etc/passwd", "/nl/../../etc/passwd", "/assets/....//....//etc/passwd", "/assets/%00/etc/passwd",
                "/./etc/passwd",
                "/.git/config", "/Package.swift", "/meldloket.sqlite", "/nl/%2e%2e/%2e%2e/meldloket.secrets.json",
            ] {
                for browser in [desk.reporter, desk.officer] {
                    let answer = try await browser.get(path)
                    #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
                    #expect(!answer.text.contains("root:") && answer.header("content-security-policy") != nil)
                }
            }
        }
    }

    @Test func `what looks like a page is refused or comes as a download that shows nothing`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let page = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
            let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
            let browser = desk.reporter
            try await browser.begin()
            for (name, content) in [
                ("a.html", page), ("a.jpg", page), ("a.svg", svg), ("a.png", svg), ("a.pdf", page), ("a.txt", page),
            ] {
                _ = try await browser.upload(
                    "/nl/melden/bestanden", [UploadedFile(name: name, bytes: Array(content.utf8))], expecting: 422)
            }
            _ = try await browser.upload(
                "/nl/melden/bestanden", [UploadedFile(name: "a.txt", bytes: Array("x <script>alert(1)</script>".utf8))])
            try await browser.fillIn(TypedReport())
            _ = try await browser.sendReport()
            let mailbox = try await browser.get("/nl/mijn-melding").text
            let link = String(try #require(mailbox.firstMatch(of: /\/nl\/mijn-melding\/bestanden\/[a-z0-9]+/)).output)
            let file = try await browser.get(link)

            #expect(
                file.header("content-type") == "application/octet-stream" && file.header("x-content-type-options") == "nosniff")
            #expect(file.header("content-security-policy")?.contains("sandbox") == true)
            #expect(file.header("content-disposition")?.hasPrefix("attachment") == true)
        }
    }

    @Test func `a request for a part of a file gets the whole, and no more`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            var report = TypedReport()
            report.files = [UploadedFile(name: "a.txt", bytes: Array("inhoud van het bestand".utf8))]
            try await browser.fillIn(report)
            _ = try await browser.sendReport()
            let mailbox = try await browser.get("/nl/mijn-melding").text
            let link = String(try #require(mailbox.firstMatch(of: /\/nl\/mijn-melding\/bestanden\/[a-z0-9]+/)).output)
            for range in ["bytes=0-3", "bytes=-1", "bytes=5-", "bytes=0-99999999999999999999", "bytes=9-2,0-1", "lines=1-2"] {
                let answer = try await browser.get(link, headers: ["Range": range])
                #expect(answer.status == 200 && answer.body == Array("inhoud van het bestand".utf8), "\(range)")
            }
        }
    }
}
