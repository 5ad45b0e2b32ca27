import Kernel

/// An answer as text, JSON or CSV.
struct TermReport {
    let answer: TermAnswer
    let language: Language

    private var wording: TermWording { TermWording[language] }

    var text: String {
        var rows: [(String, String)] = []
        if let rule = answer.question.rule {
            rows.append((wording.rule, "\(rule.name): \(rule.title[language]) (\(rule.article))"))
        }
        rows.append((wording.from, from.long))
        rows.append((wording.length, lengthText))
        rows.append((wording.nominal, ends.nominal.long))
        rows.append((wording.legal, ends.legal.long))
        for (index, reason) in reasons.enumerated() { rows.append((index == 0 ? wording.why : "", reason)) }
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in name + String(repeating: " ", count: width + 2 - name.count) + value }.joined(
            separator: "\n")
    }

    var csv: String {
        "from,length,regime,nominal,legal\n"
            + [
                from.iso, answer.question.length.text, answer.question.regime.rawValue, ends.nominal.iso, ends.legal.iso,
            ].joined(separator: ",")
    }

    var json: String {
        struct Answer: Encodable {
            let rule, article, postponement: String?
            let from, length, regime, nominal, legal: String
            let reasons, warnings: [String]
            let doubt, legalUnderOtherReading: String?
        }
        let question = answer.question
        return Output.json(
            Answer(
                rule: question.rule?.name, article: question.rule?.article, postponement: question.postponement?.text,
                from: from.iso,
                length: question.length.text, regime: question.regime.rawValue, nominal: ends.nominal.iso, legal: ends.legal.iso,
                reasons: reasons, warnings: warnings, doubt: answer.otherReading?.doubt.rawValue,
                legalUnderOtherReading: answer.otherReading?.legalEnd.iso))
    }

    /// What the reader must know besides the dates.
    var warnings: [String] {
        guard case .days(let reckoning) = answer.ends, !reckoning.unknownYears.isEmpty else { return [] }
        return [wording.unknownYears(reckoning.unknownYears.map(String.init).joined(separator: ", "))]
    }

    private var reasons: [String] {
        guard case .days(let reckoning) = answer.ends else { return [wording.onTheClock] }
        var lines = reckoning.reasons.map { reason in
            switch reason {
            case .dayOff(let day, let off): TermWording.reason(day, off, in: language)
            case .twoWorkingDays: wording.twoWorkingDays
            case .exempt: wording.exempt
            }
        }
        if lines.isEmpty { lines = [wording.noReason] }
        if let other = answer.otherReading, other.legalEnd != reckoning.legalEnd {
            lines.append(wording.doubt(other.doubt, other.legalEnd))
        }
        return lines
    }

    private var lengthText: String {
        let question = answer.question
        let length = TermWording.length(question.length, in: language)
        let postponed = question.postponement.map { " + \(TermWording.length($0, in: language))" } ?? ""
        return "\(length)\(postponed), \(TermWording.regime(question.regime, in: language))"
    }

    private typealias Written = (iso: String, long: String)

    private var from: Written {
        switch answer.question.start {
        case .day(let day): written(day)
        case .moment(let moment): (moment.iso, moment.iso)
        }
    }

    private var ends: (nominal: Written, legal: Written) {
        switch answer.ends {
        case .days(let reckoning): (written(reckoning.nominalEnd), written(reckoning.legalEnd))
        case .moment(let moment): ((moment.iso, moment.iso), (moment.iso, moment.iso))
        }
    }

    private func written(_ day: Day) -> Written { (day.iso, "\(day.iso)  \(day.written(in: language))") }
}

/// The named rules with their articles.
struct TermRuleList {
    let language: Language

    func text(json: Bool) -> String {
        struct Rule: Encodable {
            let name, article, title, length, regime, start: String
            let doubt: String?
        }
        if json {
            return Output.json(
                TermRules.all.map {
                    Rule(
                        name: $0.name, article: $0.article, title: $0.title[language], length: $0.length.text,
                        regime: $0.regime.rawValue,
                        start: $0.start.rawValue, doubt: $0.doubt?.rawValue)
                })
        }
        let rows = TermRules.all.map { [$0.name, $0.article, $0.length.text, $0.regime.rawValue, $0.title[language]] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column < 4 ? cell + String(repeating: " ", count: widths[column] + 2 - cell.count) : cell
            }.joined()
        }.joined(separator: "\n")
    }
}
