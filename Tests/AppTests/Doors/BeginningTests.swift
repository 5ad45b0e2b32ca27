import App
import TestSupport
import Testing

/// No more reports are begun in a minute than the host allows.
struct BeginningTests {
    @Test func `beyond the limit a page says to wait and offers to begin again, and whoever began goes on`() async throws {
        try await Engine.sqlite.withDatabase { database in
            try await ServedDesk.serve(database, options: ["beginningsperminute": "2"]) { desk in
                let people = [desk.reporter, desk.reporter]
                for person in people { try await person.begin() }
                let before = try await desk.rows(of: "reporter_session")
                let refused = try await desk.reporter.post("/nl/melden/begin", ["gesprek": "ja"])
                let spelled = try await withThrowingTaskGroup(of: Int.self) { group in
                    for path in ["//nl/melden/begin", "/nl//melden/begin", "/nl/melden/begin/", "/nl/melden/beg%69n"] {
                        group.addTask { try await desk.reporter.post(path, [:]).status }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let after = try await desk.rows(of: "reporter_session")
                for person in people { _ = try await person.fill("/nl/melden/wie", ["wie": "myself"]) }

                #expect(spelled.allSatisfy { $0 == 503 || $0 == 404 }, "\(spelled)")
                #expect(refused.status == 503 && refused.header("retry-after") == "5")
                #expect(refused.text.contains("Er zijn nu veel mensen tegelijk bezig."))
                #expect(refused.value(of: "gesprek") == "ja" && refused.text.contains("action=\"/nl/melden/begin\""))
                #expect(before == 2 && after == 2)
                #expect(desk.logs.all == [])
            }
        }
    }
}
