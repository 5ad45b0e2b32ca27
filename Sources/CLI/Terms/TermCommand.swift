import ArgumentParser
import Kernel

/// `meldloket term`: reckons both ends of a term, and says why they differ.
package struct TermCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "term",
        abstract: "Reckon the nominal and the legal end of a statutory term.",
        discussion: """
            meldloket term --from 2026-02-16 --length 10w --regime atw
            meldloket term --from 2026-02-16 --rule awb-complaint-commission --postpone 4w
            meldloket term --from '2026-03-27T16:30[Europe/Amsterdam]' --length 48h
            meldloket term --batch terms.csv > ends.csv
            meldloket term --rules
            """
    )

    @Option(help: "The day of the event, 2026-02-16; for hours a moment with its zone, 2026-03-27T16:30+01:00.")
    var from: String?

    @Option(help: "How long: 48h, 7d, 10w, 3m or 1y.")
    var length: String?

    @Option(help: "atw (Algemene termijnenwet), eu (Regulation 1182/71) or none.")
    var regime: TermRegime?

    @Option(help: "A named rule, which sets length and regime; --rules lists them.")
    var rule: String?

    @Option(help: "A postponement that the named rule allows, such as 4w.")
    var postpone: String?

    @Option(help: "A CSV file with id,from,length,regime: writes id,nominal,legal for each line. Use - for standard input.")
    var batch: String?

    @Flag(help: "List the named rules with their articles.")
    var rules = false

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Write CSV.")
    var csv = false

    @Option(help: "Language of the explanation: nl or en.")
    var language: Language = .en

    package init() {}

    package func validate() throws {
        let asked = [from != nil, batch != nil, rules].count(where: \.self)
        guard asked == 1 else { throw ValidationError("Give --from with --length or --rule, or --batch, or --rules.") }
        if from != nil, (rule == nil) == (length == nil) { throw ValidationError("Give either --length or --rule.") }
        if rule != nil, regime != nil { throw ValidationError("A named rule sets the regime itself: leave --regime out.") }
        if postpone != nil, rule == nil { throw ValidationError("--postpone needs --rule, for the rule says what it allows.") }
        if json, csv { throw ValidationError("Give --json or --csv, not both.") }
    }

    package func run() throws {
        if rules { return print(TermRuleList(language: language).text(json: json)) }
        if let batch { return print(try TermBatch(reading: batch).text(json: json), terminator: "") }
        let answer = try TermAnswer(question())
        let report = TermReport(answer: answer, language: language)
        print(json ? report.json : csv ? report.csv : report.text)
        for warning in report.warnings { Output.warn(warning) }
    }

    private func question() throws -> TermQuestion {
        if let rule {
            guard let named = TermRules.named(rule) else {
                throw ValidationError("There is no rule '\(rule)'. `meldloket term --rules` lists them.")
            }
            return try TermQuestion(from: from ?? "", rule: named, postpone: postpone)
        }
        return try TermQuestion(from: from ?? "", length: length ?? "", regime: regime ?? .atw)
    }
}

extension TermRegime: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
