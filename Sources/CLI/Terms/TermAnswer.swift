import ArgumentParser
import Kernel

/// Both ends of a term, and where the law leaves a question open, the legal end under the other reading.
struct TermAnswer {
    enum Ends {
        case days(TermReckoning)
        case moment(Moment)
    }

    struct OtherReading {
        let doubt: TermDoubt
        let legalEnd: Day
    }

    let question: TermQuestion
    let ends: Ends
    let otherReading: OtherReading?

    init(_ question: TermQuestion, calendar: OfficeCalendar = OfficeCalendar()) throws {
        self.question = question
        switch question.start {
        case .moment(let moment):
            guard case .hours(let hours) = question.length else { throw ValidationError(TermProblem.length("").sentence) }
            ends = .moment(moment.adding(hours: hours))
            otherReading = nil
        case .day(let day):
            ends = .days(try Self.reckon(question, from: day, calendar))
            otherReading = try Self.otherReading(question, from: day)
        }
    }

    private static func reckon(_ question: TermQuestion, from day: Day, _ calendar: OfficeCalendar) throws -> TermReckoning {
        if let rule = question.rule, let length = question.postponement {
            let term = try postponed(rule, from: day, by: length, readings: TermReadings())
            return TermReckoning(stored: term, calendar: calendar)
        }
        guard let reckoning = TermReckoning(from: day, length: question.length, regime: question.regime, calendar: calendar)
        else {
            throw ValidationError(TermProblem.tooFar.sentence)
        }
        return reckoning
    }

    private static func otherReading(_ question: TermQuestion, from day: Day) throws -> OtherReading? {
        guard let rule = question.rule, let doubt = rule.doubt else { return nil }
        switch doubt {
        case .generalActOnInternalProcedure:
            let other = try StatutoryTerm(rule, on: day, readings: TermReadings(internalProcedure: .notATermInAnAct))
            return OtherReading(doubt: doubt, legalEnd: other.legalEnd)
        case .postponementAsOwnTerm:
            guard let length = question.postponement else { return nil }
            let other = try postponed(rule, from: day, by: length, readings: TermReadings(postponement: .oneTermOfBoth))
            return OtherReading(doubt: doubt, legalEnd: other.legalEnd)
        }
    }

    /// The command line takes it that the notices are sent; the register of complaints does not.
    private static func postponed(
        _ rule: TermRule, from day: Day, by length: TermLength, readings: TermReadings
    ) throws -> StatutoryTerm {
        do {
            return try StatutoryTerm(rule, on: day, readings: readings).postponed(
                by: length, ground: "command line", noticeTo: Set(Addressee.allCases), noticeOn: day, on: day, by: .system)
        } catch {
            throw ValidationError(TermWording.sentence(for: error))
        }
    }
}
