import ArgumentParser
import Foundation
import Kernel

/// Many terms at once: `id,from,length,regime` in, `id,nominal,legal` out, in the same order.
struct TermBatch {
    struct Line: Encodable {
        let id, nominal, legal: String
    }

    let lines: [Line]

    /// - Throws: `ValidationError` that names every line that cannot be read; nothing is written then.
    init(reading path: String) throws {
        guard let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path),
            let data = try? file.readToEnd() ?? Data()
        else { throw ValidationError("Cannot read the file '\(path)'.") }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ValidationError("The file '\(path)' is not UTF-8 text.")
        }
        try self.init(csv: text)
    }

    init(csv: String) throws {
        var rows = csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        while rows.last?.isEmpty == true { rows = rows.dropLast() }
        let header = rows.first.map { $0.replacing("\u{feff}", with: "").trimmingCharacters(in: .whitespaces) }
        guard header == "id,from,length,regime" else { throw ValidationError("The first line must be: id,from,length,regime") }
        let calendar = OfficeCalendar()
        var lines: [Line] = []
        var problems: [String] = []
        for (index, row) in rows.enumerated().dropFirst() {
            switch Self.line(row, calendar) {
            case .success(let line): lines.append(line)
            case .failure(let problem): problems.append("line \(index + 1): \(problem.sentence)")
            }
        }
        guard problems.isEmpty else {
            let rest = problems.count > 20 ? ["and \(problems.count - 20) more lines."] : []
            throw ValidationError(
                (["Nothing was reckoned, for not every line can be read:"] + problems.prefix(20) + rest).joined(separator: "\n"))
        }
        self.lines = lines
    }

    struct Problem: Error {
        let sentence: String
    }

    private static func line(_ row: Substring, _ calendar: OfficeCalendar) -> Result<Line, Problem> {
        let fields = row.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        guard fields.count == 4 else { return .failure(Problem(sentence: "expected four fields, id,from,length,regime.")) }
        guard let length = TermLength(fields[2]) else {
            return .failure(Problem(sentence: TermProblem.length(fields[2]).sentence))
        }
        guard let regime = TermRegime(rawValue: fields[3]) else {
            return .failure(Problem(sentence: TermProblem.regime(fields[3]).sentence))
        }
        if case .hours(let hours) = length {
            return Moment.parse(fields[1]).map { moment in
                let end = moment.adding(hours: hours).iso
                return Line(id: fields[0], nominal: end, legal: end)
            }.mapError { Problem(sentence: TermProblem.moment(fields[1], $0).sentence) }
        }
        guard let day = Day(fields[1]) else { return .failure(Problem(sentence: TermProblem.day(fields[1]).sentence)) }
        guard let reckoning = TermReckoning(from: day, length: length, regime: regime, calendar: calendar) else {
            return .failure(Problem(sentence: TermProblem.tooFar.sentence))
        }
        return .success(Line(id: fields[0], nominal: reckoning.nominalEnd.iso, legal: reckoning.legalEnd.iso))
    }

    func text(json: Bool) -> String {
        if json { return Output.json(lines) + "\n" }
        return "id,nominal,legal\n" + lines.map { "\($0.id),\($0.nominal),\($0.legal)\n" }.joined()
    }
}
