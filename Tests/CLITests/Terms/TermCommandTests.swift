import ArgumentParser
import Kernel
import TestSupport
import Testing

@testable import CLI

struct TermCommandTests {
    @Test(.law("Awb 9:11(1)", "Atw 1(1)"))
    func `the answer gives both ends and the day off between them`() throws {
        let report = TermReport(
            answer: try TermAnswer(TermQuestion(from: "2026-02-16", length: "10w", regime: .atw)), language: .nl)

        #expect(report.csv == "from,length,regime,nominal,legal\n2026-02-16,10w,atw,2026-04-27,2026-04-28")
        #expect(report.text.contains("maandag 27 april 2026 is Koningsdag (Atw 3)."))
    }

    @Test func `the JSON names the rule, its article and the legal end under the other reading`() throws {
        let rule = try #require(TermRules.named("wbk-acknowledgement"))

        let json = TermReport(answer: try TermAnswer(TermQuestion(from: "2026-11-21", rule: rule, postpone: nil)), language: .en)
            .json

        #expect(json.contains(#""article" : "Wbk 2(2)(h)""#))
        #expect(json.contains(#""legal" : "2026-11-30""#))
        #expect(json.contains(#""legalUnderOtherReading" : "2026-11-28""#))
    }

    @Test func `a year without a known decree is warned of in words`() throws {
        let report = TermReport(
            answer: try TermAnswer(TermQuestion(from: "2028-12-28", length: "7d", regime: .atw)), language: .nl)

        #expect(
            report.warnings == [
                "Let op: de gelijkgestelde dagen van 2029 zijn nog niet bekend. Het wettelijke einde kan later vallen."
            ])
    }

    @Test(arguments: [
        (["--from", "2026-02-30", "--length", "7d"], "'2026-02-30' is no day."),
        (["--from", "2026-02-16", "--length", "7"], "'7' is no length."),
        (["--from", "2026-02-16", "--length", "9999y"], "The term ends after the year 9999."),
        (["--from", "2026-02-16T10:00", "--length", "48h"], "has no zone."),
        (["--from", "2026-02-16", "--rule", "nonsense"], "There is no rule 'nonsense'."),
        (["--from", "2026-02-16", "--rule", "wbk-feedback", "--postpone", "4w"], "does not allow this change."),
        (["--from", "2026-02-16"], "Give either --length or --rule."),
        ([], "Give --from"),
        (["--from", "2026-02-16", "--length", "7d", "--regime", "law"], "atw"),
    ])
    func `bad input gets a sentence that says what to do`(arguments: [String], sentence: String) {
        #expect {
            let command = try TermCommand.parse(arguments)
            try command.run()
        } throws: { error in
            TermCommand.fullMessage(for: error).contains(sentence)
        }
    }
}

struct TermBatchTests {
    @Test func `each line gets both ends, in the same order`() throws {
        let batch = try TermBatch(
            csv:
                "id,from,length,regime\nb,2026-02-16,10w,atw\na,2027-01-31,1m,eu\nc,2026-03-27T16:30[Europe/Amsterdam],48h,none\n"
        )

        #expect(
            batch.text(json: false) == """
                id,nominal,legal
                b,2026-04-27,2026-04-28
                a,2027-02-28,2027-03-01
                c,2026-03-29T17:30:00+02:00,2026-03-29T17:30:00+02:00

                """)
    }

    @Test func `one bad line stops all, and every bad line is named`() {
        #expect {
            try TermBatch(
                csv: "id,from,length,regime\na,2026-02-30,10w,atw\nb,2026-02-16,10w,atw\nc,2026-02-16,10w,law\nd,2026-02-16\n")
        } throws: { error in
            let message = TermCommand.fullMessage(for: error)
            return message.contains("line 2: '2026-02-30' is no day.") && message.contains("line 4: 'law' is no regime.")
                && message.contains("line 5: expected four fields") && !message.contains("line 3")
        }
    }

    @Test func `Windows line ends, a byte order mark and empty last lines are read`() throws {
        let batch = try TermBatch(csv: "\u{feff}id,from,length,regime\r\na,2026-02-16,7d,none\r\n\r\n")

        #expect(batch.lines.map(\.nominal) == ["2026-02-23"])
    }

    @Test func `a file without the header is refused`() {
        #expect(throws: ValidationError.self) { try TermBatch(csv: "a,2026-02-16,7d,none\n") }
    }
}
