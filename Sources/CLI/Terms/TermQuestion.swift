import ArgumentParser
import Kernel

/// What is asked about a term, read from the command line.
struct TermQuestion {
    enum Start {
        case day(Day)
        case moment(Moment)
    }

    let start: Start
    let length: TermLength
    let regime: TermRegime
    let rule: TermRule?
    let postponement: TermLength?

    init(from: String, length: String, regime: TermRegime) throws {
        guard let length = TermLength(length) else { throw ValidationError(TermProblem.length(length).sentence) }
        self.length = length
        self.regime = regime
        rule = nil
        postponement = nil
        start = try Self.start(from, length)
    }

    init(from: String, rule: TermRule, postpone: String?) throws {
        self.rule = rule
        length = rule.length
        regime = rule.regime
        start = try Self.start(from, rule.length)
        postponement = try postpone.map { text in
            guard let length = TermLength(text) else { throw ValidationError(TermProblem.length(text).sentence) }
            return length
        }
    }

    private static func start(_ text: String, _ length: TermLength) throws -> Start {
        if case .hours = length {
            switch Moment.parse(text) {
            case .success(let moment): return .moment(moment)
            case .failure(let refusal): throw ValidationError(TermProblem.moment(text, refusal).sentence)
            }
        }
        guard let day = Day(text) else { throw ValidationError(TermProblem.day(text).sentence) }
        return .day(day)
    }
}

/// What is wrong with a question, as a sentence that says what to do.
enum TermProblem: Equatable {
    case length(String)
    case day(String)
    case regime(String)
    case moment(String, MomentRefusal)
    case tooFar

    var sentence: String {
        switch self {
        case .length(let text): "'\(text)' is no length. Write a number from 1 to 9999 and h, d, w, m or y: 48h, 7d, 10w, 3m, 1y."
        case .day(let text): "'\(text)' is no day. Write an existing day as 2026-02-16."
        case .regime(let text): "'\(text)' is no regime. Write atw, eu or none."
        case .tooFar: "The term ends after the year 9999. Give a shorter length."
        case .moment(let text, .unreadable):
            "'\(text)' is no moment. For hours write the time with its zone: 2026-03-27T16:30+01:00 or 2026-03-27T16:30[Europe/Amsterdam]."
        case .moment(let text, .zoneMissing): "'\(text)' has no zone. Add it: \(text)+01:00 or \(text)[Europe/Amsterdam]."
        case .moment(_, .unknownZone(let zone)): "There is no time zone '\(zone)'. Write one such as Europe/Amsterdam."
        case .moment(let text, .skippedBySummerTime): "'\(text)' does not exist: summer time skips that hour. Give another time."
        case .moment(let text, .comesTwice):
            "'\(text)' comes twice, for summer time ends then. Write the offset, +02:00 or +01:00."
        }
    }
}
