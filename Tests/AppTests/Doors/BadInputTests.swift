import App
import Foundation
import Kernel
import Sealing
import TestSupport
import Testing

/// What a person may type wrong at the reporter's door: a sentence that says what to do, the right status, and nothing lost.
struct BadInputTests {
    @Test func `codes that do not exist, were replaced or belonged to a draft that is gone are answered alike`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            try await browser.fillIn(TypedReport())
            let replaced = try await browser.sendReport()
            _ = try await browser.fill("/nl/mijn-melding/nieuwe-code", [:])
            _ = try await browser.fill("/nl/melden/code", ["laatste": String(try await browser.shownCode().suffix(4))])
            let draft = desk.reporter
            try await draft.begin()
            let used = Browser.code(in: try await draft.fill("/nl/melden/later", [:], expecting: 200))
            _ = try await draft.post("/nl/code", ["code": used])
            let gone = Browser.code(in: try await draft.fill("/nl/melden/later", [:], expecting: 200))
            _ = try await draft.post("/nl/verlaten", [:])
            let made = MailboxCode(from: .system).text
            var pages: Set<String> = []
            for code in [replaced, used, gone, made] {
                let answer = try await desk.reporter.post("/nl/code", ["code": code])
                #expect(answer.status == 422 && answer.value(of: "code") == code)
                pages.insert(answer.text.replacing(code, with: ""))
            }
            let english = try await desk.reporter.post("/en/code", ["code": made])

            #expect(pages.count == 1 && pages.first!.contains("Deze code opent geen melding."))
            #expect(english.status == 422 && english.text.contains("This code opens no report."))
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: [
        ("", "Je typte er 0.", "You typed 0."), ("1234 5678", "Je typte er 8.", "You typed 8."),
        ("1234 5678 9012 3456 7890 12345", "Je typte er 25.", "You typed 25."),
        ("mijn code", "Een code heeft alleen cijfers.", "A code has digits only."),
        ("1234 5678 9012 3456 7890 123x", "Een code heeft alleen cijfers.", "A code has digits only."),
        ("1234 5678 9012 3456 7890 1234", "Er zit een tikfout in de code.", "There is a typing mistake in the code."),
        ("<script>", "Een code heeft alleen cijfers.", "A code has digits only."),
    ])
    func `a code that is mistyped says what is wrong with it`(typed: String, dutch: String, english: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            for (path, sentence) in [("/nl/code", dutch), ("/en/code", english)] {
                let answer = try await desk.reporter.post(path, ["code": typed])
                #expect(answer.status == 422 && answer.text.contains(sentence))
                #expect(answer.text.contains("id=\"code\" name=\"code\" value=\"\(typed)\""))
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("<script>"))
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: [
        ("31", "2", "2026", "De dag 31-2-2026 bestaat niet.", "The day 31-2-2026 does not exist."),
        ("29", "2", "2025", "De dag 29-2-2025 bestaat niet.", "The day 29-2-2025 does not exist."),
        ("0", "1", "2026", "De dag 0-1-2026 bestaat niet.", "The day 0-1-2026 does not exist."),
        ("1", "13", "2026", "De dag 1-13-2026 bestaat niet.", "The day 1-13-2026 does not exist."),
        ("abc", "2", "2026", "Schrijf dag, maand en jaar in cijfers.", "Write day, month and year in digits."),
        ("1", "", "2026", "Vul een dag, een maand en een jaar in", "Fill in a day, a month and a year"),
        ("-1", "2", "2026", "Schrijf dag, maand en jaar in cijfers.", "Write day, month and year in digits."),
        ("1", "1", "99999999999999999999", "Schrijf het jaar met vier cijfers.", "Write the year in four digits."),
        ("1", "1", "0001", "De dag 1-1-0001 bestaat niet.", "The day 1-1-0001 does not exist."),
        ("23", "11", "2026", "Die dag moet nog komen.", "That day has yet to come."),
        ("1", "1", "9999", "Die dag moet nog komen.", "That day has yet to come."),
    ])
    func `a day that does not exist or has yet to come is named, and stays in the form`(
        day: String, month: String, year: String, dutch: String, english: String
    ) async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/wanneer").formToken
            for (path, sentence) in [("/nl/melden/wanneer", dutch), ("/en/report/when", english)] {
                let answer = try await browser.post(
                    path,
                    ["formulier": token, "patroon": "once", "dag": day, "maand": month, "jaar": year, "woorden": "in de lente"])
                #expect(answer.status == 422 && answer.text.contains(sentence))
                for (field, typed) in [("dag", day), ("maand", month), ("jaar", year), ("woorden", "in de lente")] {
                    #expect(answer.text.contains("id=\"\(field)\" name=\"\(field)\" value=\"\(typed)\""), "\(field)")
                }
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test func `the day of today and the leap day are taken`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            for (day, month, year) in [("22", "11", "2026"), ("29", "2", "2024"), (" 1 ", "01", "1990")] {
                _ = try await browser.fill("/nl/melden/wanneer", ["dag": day, "maand": month, "jaar": year])
            }
            let page = try await browser.get("/nl/melden/wanneer")

            #expect(page.text.contains("id=\"jaar\" name=\"jaar\" value=\"1990\""))
        }
    }

    @Test(arguments: ["", "geenbestaande", "../bzk", "BZK", "bzk ", String(repeating: "b", count: 10_000), "kgg"])
    func `an organisation that is not there is not taken, and what was searched for stays`(organisation: String) async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/organisatie").formToken
            for (path, sentence) in [
                ("/nl/melden/organisatie", "Kies een organisatie."), ("/en/report/organisation", "Choose an organisation."),
            ] {
                let answer = try await browser.post(
                    path, ["formulier": token, "zoek": "water", "organisatie": organisation])
                #expect(answer.status == 422 && answer.text.contains(sentence))
                #expect(answer.text.contains("id=\"zoek\" name=\"zoek\" value=\"water\""))
            }
            #expect(desk.logs.all == [])
        }
    }

    @Test(arguments: [
        ("/nl/melden/verhaal", "verhaal", 50_000), ("/nl/melden/wanneer", "woorden", 1_000),
        ("/nl/melden/spoed", "spoedtekst", 1_000),
        ("/nl/melden/naam", "naam", 200), ("/nl/melden/naam", "bereikbaar", 1_000), ("/nl/melden/organisatie", "zoek", 100),
    ])
    func `a text that is too long says by how much, and stays in the form`(path: String, field: String, longest: Int) async throws
    {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let text = String(repeating: "lang ", count: longest / 5) + "x"
            let token = try await browser.get(path).formToken
            let answer = try await browser.post(
                path, ["formulier": token, "spoed": "nee", "hoe": "named", "naam": field == "naam" ? text : "Ans", field: text])
            let enough = try await browser.post(
                path,
                [
                    "formulier": token, "spoed": "nee", "hoe": "named", field: String(text.dropLast()), "naam": "Ans",
                    "organisatie": "bzk",
                ])

            #expect(answer.status == 422)
            #expect(answer.text.contains("Je tekst heeft \(longest + 1) tekens. Dat mogen er \(longest) zijn."))
            #expect(answer.text.contains("of stuur die mee als bestand") == (field == "verhaal"))
            #expect(answer.text.contains(text))
            #expect(enough.status == 303)
            #expect(desk.logs.all == [])
        }
    }

    @Test func `ten megabytes in a field are refused, and what was written before is still there`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            _ = try await browser.fill("/nl/melden/verhaal", ["verhaal": "wat er al stond"])
            let token = try await browser.get("/nl/melden/verhaal").formToken
            let text = String(repeating: "tien megabyte ", count: 750_000)
            let dutch = try await browser.post("/nl/melden/verhaal", ["formulier": token, "verhaal": text])
            let english = try await browser.post("/en/report/story", ["formulier": token, "verhaal": text])
            let page = try await browser.get("/nl/melden/verhaal")

            #expect(dutch.status == 413 && dutch.text.contains("Dit is te groot"))
            #expect(dutch.text.contains("maak je tekst korter, of stuur die als bestand"))
            #expect(english.status == 413 && english.text.contains("This is too large"))
            #expect(page.text.contains("wat er al stond"))
            #expect(desk.logs.all == [])
        }
    }

    @Test func `control characters and those that turn the direction are taken out, letters of every script stay`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let unwanted = "\u{0}\u{1}\u{8}\u{1B}\u{7F}\u{85}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}\u{FEFF}\u{FFFE}"
            var report = TypedReport()
            report.mode = "named"
            report.story = "voor\(unwanted)na\r\nقالت إنه كان هناك עם ילד 👩‍👩‍👧 e\u{301}"
            (report.words, report.urgency) = ("a\(unwanted)b", "c\(unwanted)d")
            (report.name, report.contact) = ("e\(unwanted)f", "g\(unwanted)h")
            report.files = [UploadedFile(name: "foto\u{202E}gpj\(unwanted).txt", bytes: Array("x".utf8))]
            try await browser.fillIn(report)
            let check = try await browser.get("/nl/melden/controle")
            _ = try await browser.sendReport()
            let own = try await browser.get("/nl/mijn-melding/verhaal")
            let mailbox = try await browser.get("/nl/mijn-melding")

            for page in [check, own, mailbox] {
                let scalars = Set(page.text.unicodeScalars)
                #expect(unwanted.unicodeScalars.filter { scalars.contains($0) }.isEmpty)
            }
            for page in [check, own] {
                #expect(page.text.contains("voorna\nقالت إنه كان هناك עם ילד 👩‍👩‍👧 \u{E9}"))
                #expect(["ab", "cd", "ef", "gh"].allSatisfy { page.text.contains($0) })
            }
            #expect(check.text.contains("fotogpj.txt") && mailbox.text.contains("fotogpj.txt"))
            #expect(desk.logs.all == [])
        }
    }

    @Test func `what is missing is asked for in the language of the page, and what was chosen stays chosen`() async throws {
        try await Engine.sqlite.withDoors { desk in
            let browser = desk.reporter
            try await browser.begin()
            let token = try await browser.get("/nl/melden/wie").formToken
            for (path, sentence) in [
                ("/nl/melden/wie", "Kies of het jou is overkomen of iemand anders."),
                ("/en/report/who", "Choose whether it happened to you or to someone else."),
                ("/nl/melden/soort", "Kies er ten minste één."), ("/en/report/kind", "Choose at least one."),
                ("/nl/melden/verhaal", "Schrijf op wat er is gebeurd."), ("/en/report/story", "Write down what happened."),
                ("/nl/melden/spoed", "Kies ja of nee."), ("/en/report/urgency", "Choose yes or no."),
                ("/nl/melden/naam", "Kies of je anoniem, vertrouwelijk of met je naam meldt."),
                ("/en/report/name", "Choose whether you report anonymously, in confidence or by name."),
            ] {
                for fields: KeyValuePairs in [
                    ["formulier": token],
                    ["formulier": token, "wie": "x", "soort": "x", "spoed": "x", "hoe": "x", "verhaal": " \n "],
                ] {
                    let answer = try await browser.post(path, fields)
                    #expect(answer.status == 422 && answer.text.contains(sentence), "\(path)")
                }
            }
            let nameless = try await browser.post("/nl/melden/naam", ["formulier": token, "hoe": "named", "bereikbaar": "06 12"])
            #expect(nameless.status == 422 && nameless.text.contains("Vul je naam in, of kies ‘Anoniem’."))
            #expect(nameless.text.contains("value=\"06 12\"") && nameless.text.contains("value=\"named\" checked"))
            #expect(desk.logs.all == [])
        }
    }
}
