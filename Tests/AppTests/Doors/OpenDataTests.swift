import Access
import Commitments
import Foundation
import Kernel
import TestSupport
import Testing

@testable import App

struct OpenDataTests {
    private func withOpenData(_ body: @escaping @Sendable (ServedDesk, Browser) async throws -> Void) async throws {
        try await Engine.sqlite.withDatabase { database in
            try await ServedDesk.serve(database, options: ["opendata": "127.0.0.1:0"]) { desk in
                try await body(desk, try #require(desk.open))
            }
        }
    }

    /// A letter that settles a promise, sent, and an overview with another.
    private func tell(_ desk: ServedDesk) async throws {
        for member in [CastMember.esra, .thijs, .ingrid] { try await desk.base.appointWithoutKeys(member) }
        let commitments = desk.registers.commitments
        func officer(_ member: CastMember) async throws -> RegisterOfficer {
            try #require(try await commitments.registerOfficer(try await desk.base.officer(member)))
        }
        let (esra, bzk) = (try await officer(.esra), Organisation.ID("bzk")!)
        let promise = try await commitments.register(CommitmentsHouse.promise("Het model"), by: esra)
        try await commitments.register(CommitmentsHouse.promise("Het loket"), by: esra)
        let letter = try await commitments.begin(NewLetter("Aanpak", department: bzk), by: esra)
        try await commitments.setAnswers([LetterAnswer(promise.id, .settles)], of: letter.id, version: 1, by: esra)
        try await commitments.addPart("Model", text: "concepttekst", about: [promise.id], to: letter.id, by: esra)
        try await commitments.decide(
            MinistersDecision(.agreed, on: commitments.today),
            seen: try await commitments.file(of: letter.id, for: esra).fingerprint.text, on: letter.id,
            by: try await officer(.ingrid))
        try await commitments.send(
            letter.id, as: try Reference("Kamerstukken II 2026/27, 30 950, nr. 500"), on: commitments.today, version: 2, by: esra)
        let thijs = try await officer(.thijs)
        let overview = try await commitments.planning(of: bzk, to: .tweedeKamer, for: thijs)
        try await commitments.send(
            PlanningFingerprint(overview), of: bzk, to: .tweedeKamer, on: commitments.today, by: thijs)
    }

    @Test func `what was sent is there at once, and its drafts, rounds and officials are not`() async throws {
        try await withOpenData { desk, browser in
            let empty = try await browser.get("/api/v1/toezeggingen")
            #expect(empty.status == 200 && empty.text == #"{"toezeggingen":[]}"#)
            try await tell(desk)

            var all = ""
            for path in [
                "toezeggingen", "toezeggingen/1", "toezeggingen/2", "brieven", "brieven/1", "planningsoverzichten/bzk-tk",
            ] {
                let answer = try await browser.get("/api/v1/\(path)")
                #expect(answer.status == 200 && answer.header("content-type") == "application/json", "\(path)")
                all += answer.text
            }

            #expect(all.contains(#""stand":"afgedaan""#) && all.contains("kst-30950-500"))
            for secret in ["concepttekst", "Demir", "Molenaar", "van Es", "Model\""] {
                #expect(!all.contains(secret), "\(secret)")
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: [
        ("GET", "/api/v1/toezeggingen/1", 404), ("GET", "/api/v1/toezeggingen/x", 400), ("GET", "/api/v1/toezeggingen/", 404),
        ("GET", "/api/v1//toezeggingen", 404), ("GET", "/", 404), ("POST", "/api/v1/brieven", 405),
        ("DELETE", "/api/v1/brieven/1", 405), ("GET", "/api/v1/planningsoverzichten/BZK", 400),
        ("GET", "/api/v1/planningsoverzichten/bzk-tk", 404), ("GET", "/nl", 404), ("GET", "/metrics", 404),
    ])
    func `what is not there is told as problem details`(method: String, path: String, status: Int) async throws {
        try await withOpenData { _, browser in
            let answer = try await browser.send(method, path, body: [])

            #expect(answer.status == status)
            #expect(answer.header("content-type") == "application/problem+json")
            #expect(answer.header("api-version") == "1.0.0" && answer.header("x-content-type-options") == "nosniff")
            #expect(answer.header("access-control-allow-origin") == nil && answer.header("set-cookie") == nil)
            let body = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
            #expect(body?["status"] as? Int == status && body?["title"] is String && body?["detail"] is String)
        }
    }

    @Test func `the description is open to every site, with the contact of the host`() async throws {
        try await Engine.sqlite.withDatabase { database in
            let options = ["opendata": "127.0.0.1:0", "opendatamail": "data@ministerie.example"]
            try await ServedDesk.serve(database, options: options) { desk in
                let answer = try await #require(desk.open).get("/api/v1/openapi.json")

                #expect(answer.status == 200 && answer.header("access-control-allow-origin") == "*")
                #expect(answer.text.contains("data@ministerie.example") && !answer.text.contains("opendata@example.nl"))
            }
        }
    }
}
