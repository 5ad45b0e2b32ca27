import App
import Database
import Dispatch
import TestSupport
import Testing

/// *Leave this page*: whoever leaves is gone at once.
struct LeavingTests {
    @Test func `leaving ends the session at once, and goes to the page that the host chose`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            try await browser.fillIn(TypedReport())
            _ = try await browser.sendReport()
            let cookie = await browser.cookies["melding"]
            let left = try await browser.post("/nl/verlaten", [:])
            let thief = desk.reporter
            await thief.set(cookie: "melding", cookie)
            let page = try await thief.get("/nl/mijn-melding")
            let sessions = try await desk.rows(of: "reporter_session")

            #expect(left.status == 200 && left.header("refresh") == "0; url=https://neutral.example/")
            #expect(page.status == 303 && page.header("location") == "/nl/code")
            #expect(sessions == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `leaving does not wait for a database that is busy, and the session ends when it is free`(engine: Engine) async throws {
        try await engine.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let (isHeld, release) = (AsyncStream.makeStream(of: Void.self), DispatchSemaphore(value: 0))
            async let holding: Void = desk.registers.database.write { db in
                if engine == .postgres { try db.script("LOCK TABLE reporter_session IN ACCESS EXCLUSIVE MODE") }
                isHeld.continuation.finish()
                release.wait()
            }
            defer { release.signal() }
            for await _ in isHeld.stream {}
            let clock = ContinuousClock()
            let start = clock.now
            let left = try await browser.post("/nl/verlaten", [:])
            let took = clock.now - start
            release.signal()
            try await holding
            var sessions = try await desk.rows(of: "reporter_session")
            while sessions > 0, clock.now - start < .seconds(10) {
                try await Task.sleep(for: .milliseconds(20))
                sessions = try await desk.rows(of: "reporter_session")
            }

            #expect(took < .seconds(2))
            #expect(left.status == 200 && left.header("refresh") == "0; url=https://neutral.example/")
            #expect(left.header("clear-site-data") == "\"cache\", \"cookies\", \"storage\"")
            #expect(left.header("set-cookie")?.contains("Max-Age=0") == true)
            #expect(sessions == 0)
            #expect(desk.logs.all == [])
        }
    }

    @Test func `leaving with a database that is away is logged without content, and answered all the same`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            try await desk.registers.database.write { try $0.script("ALTER TABLE reporter_session RENAME TO elsewhere") }
            let left = try await browser.post("/en/leave", [:])

            #expect(left.status == 200 && left.header("refresh") == "0; url=https://neutral.example/")
            #expect(left.header("clear-site-data") != nil && left.header("set-cookie")?.contains("Max-Age=0") == true)
            #expect(desk.logs.all.count == 1 && desk.logs.all[0].hasSuffix(" leaving.failed [\"kind\": database.other]"))
        }
    }
}
