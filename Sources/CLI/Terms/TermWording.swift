import Kernel

/// The sentences of `meldloket term`.
struct TermWording {
    let from, length, nominal, legal, why, rule: String
    let noReason: String
    let twoWorkingDays: String
    let exempt: String
    let onTheClock: String
    let doubt: @Sendable (TermDoubt, Day) -> String
    let unknownYears: @Sendable (String) -> String

    static subscript(_ language: Language) -> TermWording {
        switch language {
        case .nl: nl
        case .en: en
        }
    }

    static let nl = TermWording(
        from: "Vanaf", length: "Termijn", nominal: "Nominaal einde", legal: "Wettelijk einde", why: "Waarom", rule: "Regel",
        noReason: "De termijn eindigt op een werkdag.",
        twoWorkingDays: "De termijn moet ten minste twee werkdagen bevatten.",
        exempt: "De Algemene termijnenwet geldt niet voor deze lengte (art. 4, onder a): de termijn schuift niet op.",
        onTheClock: "Uren lopen op de klok. Geen regel schuift ze op (Atw 4, onder a; Verordening 1182/71, art. 3 lid 4).",
        doubt: { doubt, day in
            let end = day.written(in: .nl)
            return switch doubt {
            case .generalActOnInternalProcedure:
                "Niet zeker is of de Algemene termijnenwet hier geldt. Zo niet, dan is het wettelijke einde \(end)."
            case .postponementAsOwnTerm:
                "Niet zeker is of het verdagen een eigen termijn is. Telt het geheel als één termijn, dan is het wettelijke einde \(end)."
            }
        },
        unknownYears: { "Let op: de gelijkgestelde dagen van \($0) zijn nog niet bekend. Het wettelijke einde kan later vallen." }
    )

    static let en = TermWording(
        from: "From", length: "Term", nominal: "Nominal end", legal: "Legal end", why: "Why", rule: "Rule",
        noReason: "The term ends on a working day.",
        twoWorkingDays: "The term must hold at least two working days.",
        exempt: "The General Time Limits Act does not apply to this length (art. 4(a)): the term is not moved.",
        onTheClock: "Hours run on the clock. No rule moves them (Atw 4(a); Regulation 1182/71 art. 3(4)).",
        doubt: { doubt, day in
            let end = day.written(in: .en)
            return switch doubt {
            case .generalActOnInternalProcedure:
                "It is not certain that the General Time Limits Act applies here. If not, the legal end is \(end)."
            case .postponementAsOwnTerm:
                "It is not certain that the postponement is a term of its own. Counted as one term, the legal end is \(end)."
            }
        },
        unknownYears: { "Note: the equated days of \($0) are not yet known. The legal end may fall later." }
    )

    static func reason(_ day: Day, _ off: DayOff, in language: Language) -> String {
        let written = day.written(in: language)
        return switch (off, language) {
        case (.saturday, .nl), (.sunday, .nl): "\(written) telt niet (Atw 1)."
        case (.saturday, .en), (.sunday, .en): "\(written) does not count (Atw 1)."
        case (.equated, .nl): "\(written) is bij koninklijk besluit gelijkgesteld met een feestdag (Atw 3 lid 3)."
        case (.equated, .en): "\(written) is equated with a holiday by royal decree (Atw 3(3))."
        case (.holiday(let holiday), .nl): "\(written) is \(name(holiday).nl) (Atw 3)."
        case (.holiday(let holiday), .en): "\(written) is \(name(holiday).en) (Atw 3)."
        }
    }

    private static func name(_ holiday: Holiday) -> Bilingual<String> {
        switch holiday {
        case .newYear: Bilingual(nl: "Nieuwjaarsdag", en: "New Year's Day")
        case .goodFriday: Bilingual(nl: "Goede Vrijdag", en: "Good Friday")
        case .easterMonday: Bilingual(nl: "tweede paasdag", en: "Easter Monday")
        case .kingsDay: Bilingual(nl: "Koningsdag", en: "King's Day")
        case .liberationDay: Bilingual(nl: "Bevrijdingsdag", en: "Liberation Day")
        case .ascension: Bilingual(nl: "Hemelvaartsdag", en: "Ascension Day")
        case .whitMonday: Bilingual(nl: "tweede pinksterdag", en: "Whit Monday")
        case .christmas: Bilingual(nl: "eerste kerstdag", en: "Christmas Day")
        case .secondChristmasDay: Bilingual(nl: "tweede kerstdag", en: "the second day of Christmas")
        }
    }

    static func length(_ length: TermLength, in language: Language) -> String {
        func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
        return switch (length, language) {
        case (.hours(let n), .nl): "\(n) uur"
        case (.hours(let n), .en): counted(n, "hour", "hours")
        case (.days(let n), .nl): counted(n, "dag", "dagen")
        case (.days(let n), .en): counted(n, "day", "days")
        case (.weeks(let n), .nl): counted(n, "week", "weken")
        case (.weeks(let n), .en): counted(n, "week", "weeks")
        case (.months(let n), .nl): counted(n, "maand", "maanden")
        case (.months(let n), .en): counted(n, "month", "months")
        case (.years(let n), .nl): "\(n) jaar"
        case (.years(let n), .en): counted(n, "year", "years")
        }
    }

    static func regime(_ regime: TermRegime, in language: Language) -> String {
        switch (regime, language) {
        case (.atw, .nl): "Algemene termijnenwet"
        case (.atw, .en): "General Time Limits Act"
        case (.eu, .nl): "Verordening 1182/71"
        case (.eu, .en): "Regulation 1182/71"
        case (.none, .nl): "geen regel voor vrije dagen"
        case (.none, .en): "no rule for days off"
        }
    }

    static func sentence(for refusal: TermRefusal) -> String {
        switch refusal {
        case .notPermitted(let article): "\(article) does not allow this change."
        case .longerThanPermitted(let longest, let article): "\(article) allows at most \(length(longest, in: .en))."
        case .oftenEnough(let times, let article): "\(article) allows it \(times == 1 ? "once" : "\(times) times")."
        case .noticeMissing(_, let article): "\(article) asks for a written notice to everyone concerned."
        case .consentMissing(let article): "\(article) asks for written consent."
        case .groundMissing: "Give the ground for the change."
        case .notLater(let day): "Give a day after \(day.iso)."
        case .alreadySuspended(let day): "The term has stood still since \(day.iso)."
        case .notSuspended: "The term does not stand still."
        case .alreadyMet(let day): "The term was met on \(day.iso)."
        case .beforeLastStep(let day): "Give a day on or after \(day.iso), the last step in its history."
        case .endTooFar: TermProblem.tooFar.sentence
        }
    }
}
