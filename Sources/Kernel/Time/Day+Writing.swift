extension Day {
    /// With the weekday and the year: "maandag 16 februari 2026".
    package func written(in language: Language) -> String {
        let (year, month, day) = components
        return "\(weekday.name[language]) \(day) \(Month.names[month - 1][language]) \(year)"
    }

    /// Without the weekday, as letters and documents give it: "16 februari 2026".
    package func writtenWithoutWeekday(in language: Language) -> String {
        let (year, month, day) = components
        return "\(day) \(Month.names[month - 1][language]) \(year)"
    }

    /// Without the year: "maandag 16 februari".
    package func writtenWithoutYear(in language: Language) -> String {
        let (_, month, day) = components
        return "\(weekday.name[language]) \(day) \(Month.names[month - 1][language])"
    }

    /// For tables: "ma 16 feb", and with the year where it is not that of `today`: "ma 16 feb 2026".
    package func short(in language: Language, today: Day) -> String {
        let (year, month, day) = components
        let text = "\(weekday.shortName[language]) \(day) \(Month.shortNames[month - 1][language])"
        return year == today.year ? text : "\(text) \(year)"
    }
}

extension Weekday {
    package var name: Bilingual<String> {
        switch self {
        case .monday: Bilingual(nl: "maandag", en: "Monday")
        case .tuesday: Bilingual(nl: "dinsdag", en: "Tuesday")
        case .wednesday: Bilingual(nl: "woensdag", en: "Wednesday")
        case .thursday: Bilingual(nl: "donderdag", en: "Thursday")
        case .friday: Bilingual(nl: "vrijdag", en: "Friday")
        case .saturday: Bilingual(nl: "zaterdag", en: "Saturday")
        case .sunday: Bilingual(nl: "zondag", en: "Sunday")
        }
    }

    var shortName: Bilingual<String> { Bilingual(nl: String(name.nl.prefix(2)), en: String(name.en.prefix(3))) }
}

/// The names of the months, January first.
package enum Month {
    package static let names = [
        Bilingual(nl: "januari", en: "January"), Bilingual(nl: "februari", en: "February"), Bilingual(nl: "maart", en: "March"),
        Bilingual(nl: "april", en: "April"), Bilingual(nl: "mei", en: "May"), Bilingual(nl: "juni", en: "June"),
        Bilingual(nl: "juli", en: "July"), Bilingual(nl: "augustus", en: "August"), Bilingual(nl: "september", en: "September"),
        Bilingual(nl: "oktober", en: "October"), Bilingual(nl: "november", en: "November"),
        Bilingual(nl: "december", en: "December"),
    ]

    package static let shortNames = names.map { name in
        Bilingual(nl: name.nl == "maart" ? "mrt" : String(name.nl.prefix(3)), en: String(name.en.prefix(3)))
    }
}
