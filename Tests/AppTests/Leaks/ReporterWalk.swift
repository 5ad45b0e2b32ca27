import Foundation
import TestSupport
import Testing

/// A reporter at the door, with a text of their own in every field that takes one.
struct ReporterWalk {
    let browser: Browser
    let markers: Markers

    /// Fills in a report by name, with files of many kinds, up to the check of the answers.
    func fillIn() async throws {
        try await browser.begin()
        try await noteSession("the reporter's first session")
        var report = TypedReport()
        report.search = "bzk \(markers.kept("search"))"
        report.story = "Hij zei: « \(markers.kept("story")) ». Naïef & <scherp>."
        report.words = "na de zomer \(markers.kept("when in words"))"
        report.urgency = "morgen \(markers.kept("urgency"))"
        report.mode = "confidential"
        report.name = "Ruža \(markers.kept("name"))"
        report.contact = "06 \(markers.kept("contact"))"
        report.files = files
        try await browser.fillIn(report)
    }

    private var files: [UploadedFile] {
        func file(_ kind: String, _ make: (_ showing: String, _ maker: String) -> [UInt8]) -> UploadedFile {
            let name = "brief é \(markers.kept("name of the \(kind)")).\(kind)"
            return UploadedFile(
                name: name, bytes: make(markers.kept("content of the \(kind)"), markers.kept("hidden data of the \(kind)")))
        }
        let text = UploadedFile(
            name: "gesprek \(markers.kept("name of the txt")).txt",
            bytes: Array(String(repeating: "\(markers.kept("content of the txt")) zei hij.\n", count: 12_000).utf8))
        return [
            text, file("jpg", SampleFiles.jpeg), file("png", SampleFiles.png), file("docx", SampleFiles.docx),
            file("pdf", SampleFiles.pdf),
        ]
    }

    /// Sends the report, and what a person does in the mailbox.
    func sendAndWrite() async throws -> String {
        let code = try await browser.sendReport()
        markers.note(code: code, as: "the first code")
        _ = try await fillMessage("bericht \(markers.kept("first message"))")
        let late = UploadedFile(
            name: "later \(markers.kept("name of the late file")).txt",
            bytes: Array(markers.kept("content of the late file").utf8))
        _ = try await browser.upload("/nl/mijn-melding/bestanden", [late])
        _ = try await browser.fill("/nl/mijn-melding/nieuwe-code", [:])
        let next = try await browser.shownCode()
        markers.note(code: next, as: "the second code")
        _ = try await browser.fill("/nl/melden/code", ["laatste": String(next.suffix(4))])
        return next
    }

    /// Leaves the mailbox locked with a half sentence, and comes back with the code in another browser.
    func comeBack(with code: String, in other: Browser) async throws {
        _ = try await fillMessage("half een zin \(markers.kept("unsent message"))", locking: true)
        _ = try await other.post("/nl/code", ["code": code.replacing(" ", with: "-")])
        try await ReporterWalk(browser: other, markers: markers).noteSession("the reporter's second session")
        let page = try await other.get("/nl/mijn-melding")
        #expect(page.status == 200)
        let own = try #require(page.text.firstMatch(of: /\/nl\/mijn-melding\/bestanden\/[a-z0-9]+/)).output
        let file = try await other.get(String(own))
        #expect(file.status == 200)
        _ = try await other.get("/nl/mijn-melding/verhaal")
    }

    /// Marks an officer as involved.
    func mark(_ officer: String) async throws {
        _ = try await browser.fill("/nl/mijn-melding/betrokken", ["betrokken": officer])
    }

    /// A draft that is put away with a code, and taken up again.
    func putAway() async throws {
        try await browser.begin()
        try await noteSession("the session of a draft")
        _ = try await browser.fill("/nl/melden/wie", ["wie": "someoneElse"])
        _ = try await browser.fill("/nl/melden/verhaal", ["verhaal": "later \(markers.kept("story of a draft"))"])
        let page = try await browser.fill("/nl/melden/later", [:], expecting: 200)
        let code = Browser.code(in: page)
        markers.note(code: code, as: "the code of a draft")
        _ = try await browser.post("/nl/code", ["code": code])
    }

    private func fillMessage(_ text: String, locking: Bool = false) async throws -> WebAnswer {
        let token = try await browser.get("/nl/mijn-melding").formToken
        let answer = try await browser.post(
            "/nl/mijn-melding/berichten", ["formulier": token, "vergrendel": locking ? "1" : "", "bericht": text])
        #expect(answer.status == 303)
        return answer
    }

    private func noteSession(_ name: String) async throws {
        markers.note(cookie: try #require(await browser.cookies["melding"]), as: name)
    }
}
