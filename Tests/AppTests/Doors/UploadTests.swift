import App
import TestSupport
import Testing

/// Files that are refused, or do not arrive as a whole.
struct UploadTests {
    private func large(_ count: Int) -> UploadedFile {
        UploadedFile(name: "groot.txt", bytes: Array(String(repeating: "regel na regel\n", count: count / 15).utf8))
    }

    private func kept(_ desk: ServedDesk) async throws -> [Int] {
        [try await desk.rows(of: "file_chunk"), try await desk.rows(of: "pending_upload")]
    }

    @Test(arguments: Engine.all)
    func `an upload whose connection breaks leaves nothing half stored, and the draft as it was`(engine: Engine) async throws {
        try await engine.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            _ = try await browser.upload("/nl/melden/bestanden", [UploadedFile(name: "eerste.txt", bytes: Array("heel".utf8))])
            let before = try await kept(desk)
            let token = try await browser.get("/nl/melden/bestanden").formToken
            let form = MultipartForm(fields: ["formulier": token], files: [large(3_000_000)])
            let request =
                await browser.head(
                    "POST", "/nl/melden/bestanden", headers: ["Content-Type": form.contentType], length: form.body.count)
                + form.body
            for part in [3, 10, 50, 99] {
                let connection = try DoorConnection(port: desk.reporterPort)
                try await connection.send(Array(request.prefix(request.count * part / 100)))
                if part == 50 { try await waitUntil { try await desk.rows(of: "file_chunk") > before[0] } }
                connection.breakOff()
                try await waitUntil { try await kept(desk) == before }
            }
            let page = try await browser.get("/nl/melden/bestanden")

            #expect(page.text.contains("eerste.txt") && !page.text.contains("groot.txt"))
            #expect(!desk.logs.all.joined().contains("groot"))
        }
    }

    @Test(arguments: Engine.all)
    func `an upload that ends before its last delimiter is refused as a whole`(engine: Engine) async throws {
        try await engine.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/bestanden").formToken
            let form = MultipartForm(fields: ["formulier": token], files: [large(1_200_000)])
            for cut in [1, 10, 100, 600_000] {
                let answer = try await browser.send(
                    "POST", "/nl/melden/bestanden", headers: ["Content-Type": form.contentType],
                    body: Array(form.body.dropLast(4 + cut)))
                let left = try await kept(desk)

                #expect(answer.status == 400 && left == [0, 0], "\(cut)")
            }
            let page = try await browser.get("/nl/melden/bestanden")
            #expect(!page.text.contains("groot.txt"))
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: Engine.all)
    func `a form of two files that breaks off in the second keeps neither`(engine: Engine) async throws {
        try await engine.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/bestanden").formToken
            let first = UploadedFile(name: "eerste.txt", bytes: Array("heel".utf8))
            let form = MultipartForm(fields: ["formulier": token], files: [first, large(1_200_000)])
            let answer = try await browser.send(
                "POST", "/nl/melden/bestanden", headers: ["Content-Type": form.contentType],
                body: Array(form.body.dropLast(100_000)))
            let (left, page) = (try await kept(desk), try await browser.get("/nl/melden/bestanden"))

            #expect(answer.status == 400 && !page.text.contains("eerste.txt"))
            #expect(left == [0, 0])
        }
    }

    @Test func `a kind that cannot be cleaned is refused with its name and the reason, and the others are kept`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let program = UploadedFile(name: "programma.exe", bytes: Array("MZ".utf8) + [UInt8](repeating: 0, count: 400_000))
            let letter = UploadedFile(name: "brief.txt", bytes: Array("heel".utf8))
            let answer = try await browser.upload("/nl/melden/bestanden", [letter, program], expecting: 422)
            let english = try await browser.upload("/en/report/files", [program], expecting: 422)
            let left = try await kept(desk)

            #expect(answer.text.contains("programma.exe: Dit is een programma. Dat nemen we niet aan."))
            #expect(english.text.contains("programma.exe: This is a program. We do not take those."))
            #expect(answer.text.contains("<bdi>brief.txt</bdi>"))
            #expect(left == [2, 2])
            #expect(desk.logs.all == [])
        }
    }

    @Test func `an eleventh file is refused, and ten stay`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let files = (1...11).map { UploadedFile(name: "brief \($0).txt", bytes: Array("heel \($0)".utf8)) }
            let answer = try await browser.upload("/nl/melden/bestanden", files, expecting: 422)
            let left = try await kept(desk)

            #expect(answer.text.contains("brief 11.txt: Je kunt ten hoogste 10 bestanden meesturen."))
            #expect(answer.text.contains("<bdi>brief 10.txt</bdi>"))
            #expect(left == [20, 20])
        }
    }

    @Test func `an empty choice is answered with what to do`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            for files in [[], [UploadedFile(name: "", bytes: [])], [UploadedFile(name: "leeg.txt", bytes: [])]] {
                let answer = try await browser.upload("/nl/melden/bestanden", files, expecting: 422)
                #expect(answer.text.contains("Kies eerst een bestand dat niet leeg is."))
            }
            let left = try await kept(desk)
            #expect(left == [0, 0])
        }
    }

    @Test func `a name with a path, quotes or nothing but signs keeps its last part and does no harm`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            for (name, shown) in [
                ("../../etc/passwd.txt", "passwd.txt"), ("C:\\Users\\Ans\\plan.txt", "plan.txt"), ("<b>vet</b>.txt", "b>.txt"),
                (String(repeating: "n", count: 500) + ".txt", String(repeating: "n", count: 196) + ".txt"),
            ] {
                _ = try await browser.upload("/nl/melden/bestanden", [UploadedFile(name: name, bytes: Array("x".utf8))])
                let page = try await browser.get("/nl/melden/bestanden")
                #expect(page.text.contains("<bdi>\(shown)</bdi>"), "\(name)")
                #expect(!String(decoding: page.body, as: UTF8.self).contains("<b>"))
            }
        }
    }

    /// Waits for something that happens on the server's side.
    private func waitUntil(_ isTrue: () async throws -> Bool) async throws {
        for _ in 0..<200 {
            if try await isTrue() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("it did not happen in ten seconds")
    }
}
