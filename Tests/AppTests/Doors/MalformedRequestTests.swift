import App
import TestSupport
import Testing

/// Requests that no form of ours makes.
struct MalformedRequestTests {
    static let form = "application/x-www-form-urlencoded"

    private func refused(_ type: String?, _ body: String, at path: String = "/nl/melden/verhaal") async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            _ = try await browser.fill("/nl/melden/verhaal", ["verhaal": "wat er al stond"])
            let token = try await browser.get("/nl/melden/verhaal").formToken
            let headers = type.map { ["Content-Type": $0] } ?? [:]
            let body = Array(body.replacing("TOKEN", with: token).utf8)
            let answer = try await browser.send("POST", path, headers: headers, body: body)
            let page = try await browser.get("/nl/melden/verhaal")
            let chunks = try await desk.rows(of: "file_chunk")

            #expect(answer.status == 400 && answer.text.contains("We begrijpen dit niet"))
            #expect(page.text.contains("wat er al stond") && chunks == 0)
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: [nil, "", "text/plain", "application/json", "multipart/form-data; boundary=x"])
    func `a form of another type is refused`(type: String?) async throws {
        try await refused(type, "formulier=TOKEN&verhaal=vals")
    }

    @Test(arguments: [
        "formulier=TOKEN&verhaal=%", "formulier=TOKEN&verhaal=%zz", "formulier=TOKEN&%f=1", "formulier=TOKEN&verhaal=%ff%fe",
    ])
    func `a form with broken percent signs or broken text is refused`(body: String) async throws {
        try await refused(Self.form, body)
    }

    @Test func `a form with more fields than any of ours is refused`() async throws {
        try await refused(Self.form, "formulier=TOKEN&verhaal=vals" + String(repeating: "&x=1", count: 300))
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other",
    ])
    func `files without a boundary, or with another, are refused`(type: String) async throws {
        let part = "--x\r\nContent-Disposition: form-data; name=\"formulier\"\r\n\r\nTOKEN\r\n"
        let file = "--x\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"a.txt\"\r\n\r\nvals\r\n--x--\r\n"
        try await refused(type, part + file, at: "/nl/melden/bestanden")
    }

    @Test func `of a field that comes twice the first counts, also for the token`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/verhaal").formToken
            let twice = try await browser.post(
                "/nl/melden/verhaal", ["formulier": token, "verhaal": "eerste", "verhaal": "tweede"])
            let page = try await browser.get("/nl/melden/verhaal")
            let wrongFirst = try await browser.post(
                "/nl/melden/verhaal", ["formulier": "x", "formulier": token, "verhaal": "derde"])

            #expect(twice.status == 303 && page.text.contains("eerste") && !page.text.contains("tweede"))
            #expect(wrongFirst.status == 403)
        }
    }

    @Test func `a file before the token of the form is refused, and nothing of it is kept`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/bestanden").formToken
            let file = MultipartForm(
                fields: [:], files: [UploadedFile(name: "a.txt", bytes: [UInt8](repeating: 65, count: 600_000))])
            let end = Array("--\(MultipartForm.boundary)--\r\n".utf8)
            let after = Array(
                "--\(MultipartForm.boundary)\r\nContent-Disposition: form-data; name=\"formulier\"\r\n\r\n\(token)\r\n".utf8)
            let answer = try await browser.send(
                "POST", "/nl/melden/bestanden", headers: ["Content-Type": file.contentType],
                body: Array(file.body.dropLast(end.count)) + after + end)
            let chunks = try await desk.rows(of: "file_chunk")

            #expect(answer.status == 403 && chunks == 0)
            #expect(desk.logs.all == [])
        }
    }
}
