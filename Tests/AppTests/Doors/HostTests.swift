import App
import TestSupport
import Testing

/// Each door under its own name.
struct HostTests {
    @Test func `a door answers pages under its own name alone, and machines under any`() async throws {
        try await Engine.sqlite.withDatabase { database in
            try await ServedDesk.serve(
                database, options: ["reporterhost": "melden.example.nl", "officerhost": "Bureau.example.nl"]
            ) {
                desk in
                for (browser, own, other) in [
                    (desk.reporter, "melden.example.nl", "bureau.example.nl"),
                    (desk.officer, "bureau.example.nl", "melden.example.nl"),
                ] {
                    let right = try await browser.get("/nl", headers: ["Host": own])
                    let port = try await browser.get("/en", headers: ["Host": "\(own.uppercased()):443"])
                    let wrong = try await browser.get("/nl", headers: ["Host": other])
                    for path in ["//nl", "/nl/", "/%6el"] {
                        let spelled = try await browser.get(path, headers: ["Host": other])
                        #expect(spelled.status == 421, "\(path)")
                    }
                    let live = try await browser.get("/livez", headers: ["Host": "10.0.0.7:8080"])

                    #expect(right.status != 421 && port.status != 421)
                    #expect(wrong.status == 421 && wrong.text.contains("Onder dit adres staat deze pagina niet."))
                    #expect(live.status == 200)
                }
            }
        }
    }
}
