import Kernel
import TestSupport
import Testing

@testable import ReportingDesk

struct PlainTextTests {
    @Test(arguments: [
        ("Hij zei:\r\n\u{202e}gemeen\u{202c}\u{0}\u{7}", "Hij zei:\ngemeen"), ("  spaties  ", "spaties"),
        ("قال لي شيئا", "قال لي شيئا"),
        ("cafe\u{301}", "caf\u{e9}"), ("tab\tblijft", "tab\tblijft"), ("\u{feff}begin", "begin"),
        ("👩🏽‍💻 blijft heel", "👩🏽‍💻 blijft heel"),
    ])
    func `control characters and those that turn the direction are taken out, letters of every script stay`(
        typed: String, clean: String
    ) throws {
        #expect(try PlainText(typed: typed, longest: 100).text == clean)
    }

    @Test func `a text that is too long is refused with its length`() {
        #expect(throws: PlainTextRefusal.tooLong(count: 11, longest: 10)) { try PlainText(typed: "12345678901", longest: 10) }
    }
}

struct OrganisationSearchTests {
    @Test(arguments: [
        ("bzk", "bzk"), ("Binnenlandse", "bzk"), ("financien", "fin"), ("FINANCIËN", "fin"), ("rvb", "rvb"),
        ("agentschap telecom", "rdi"),
        ("interior", "bzk"), ("douane", "douane"),
    ])
    func `an organisation is found by a word of its name, now or before, in either language`(search: String, code: String)
        async throws
    {
        try await Engine.sqlite.withDesk { house in
            let found = try await house.desk.organisations(matching: search)

            #expect(found.first?.id.code == code)
        }
    }

    @Test(arguments: ["", "   ", "xyzzy", "<script>", "vro"])
    func `what is not there is not found`(search: String) async throws {
        try await Engine.sqlite.withDesk { house in
            let found = try await house.desk.organisations(matching: search)

            #expect(!found.contains { $0.id.code == "vro" || $0.kind == .government })
            if search != "vro" { #expect(found.isEmpty) }
        }
    }
}

struct CodeListTests {
    @Test(.law("Gw 1", "Awgb 1", "WGBh/cz", "WGBL", "BW 7:648", "BW 7:649"))
    func `every ground but the unknown rests on an act`() {
        #expect(DiscriminationGround.allCases.filter(\.bases.isEmpty) == [.unknown])
        #expect(DiscriminationGround.race.bases == [.gw, .awgb])
        #expect(DiscriminationGround.age.bases == [.wgbl])
    }

    @Test func `case numbers are random and hold no letters that are taken for one another`() {
        let numbers = (0..<1000).map { _ in CaseNumber(from: .system).text }

        #expect(Set(numbers).count > 990)
        #expect(numbers.allSatisfy { $0.count == 7 && !$0.contains { "01IOLU".contains($0) } })
    }
}
