import Kernel

/// A day as a person types it in one field: `14-4-2025`, `14 april 2025`, `14 April 2025` or `2025-04-14`.
enum TypedDay: Equatable {
    case empty
    case day(Day)
    /// It has the form of a day, and the month has no such day.
    case notThere(String)
    case unreadable(String)

    init(_ typed: String) {
        let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard !text.isEmpty else {
            self = .empty
            return
        }
        let numbers: (year: Int, month: Int, day: Int)?
        if let match = text.wholeMatch(of: /([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})/) {
            numbers = (Int(match.1)!, Int(match.2)!, Int(match.3)!)
        } else if let match = text.wholeMatch(of: /([0-9]{1,2}) ?[-\/. ] ?([0-9]{1,2}) ?[-\/. ] ?([0-9]{4})/) {
            numbers = (Int(match.3)!, Int(match.2)!, Int(match.1)!)
        } else if let match = text.wholeMatch(of: /([0-9]{1,2}) ([a-z]+)\.? ([0-9]{4})/), let month = Self.month(match.2) {
            numbers = (Int(match.3)!, month, Int(match.1)!)
        } else {
            numbers = nil
        }
        guard let numbers else {
            self = .unreadable(typed)
            return
        }
        self = Day(year: numbers.year, month: numbers.month, day: numbers.day).map { .day($0) } ?? .notThere(typed)
    }

    /// A month by its name in either language, or by its first three letters.
    private static func month(_ name: Substring) -> Int? {
        Month.names.firstIndex { month in
            [month.nl, month.en].contains { full in
                full.lowercased() == name || name.count == 3 && full.lowercased().hasPrefix(name)
            } || name == "mrt" && month.nl == "maart" || name == "sept" && month.nl == "september"
        }.map { $0 + 1 }
    }

    /// What is wrong with it, where it is no day; `missing` where one was needed.
    func problem(_ language: Language, missing: Bool = false) -> String? {
        switch (self, language) {
        case (.day, _): nil
        case (.empty, .nl): missing ? "Vul een dag in, bijvoorbeeld 14-4-2025." : nil
        case (.empty, .en): missing ? "Fill in a day, for example 14-4-2025." : nil
        case (.notThere(let text), .nl): "De dag ‘\(text)’ bestaat niet. Kijk in de kalender welke je bedoelt."
        case (.notThere(let text), .en): "The day ‘\(text)’ does not exist. See in a calendar which one you mean."
        case (.unreadable(let text), .nl): "We lezen ‘\(text)’ niet als een dag. Schrijf bijvoorbeeld 14-4-2025 of 14 april 2025."
        case (.unreadable(let text), .en): "We cannot read ‘\(text)’ as a day. Write for example 14-4-2025 or 14 April 2025."
        }
    }

    var day: Day? {
        guard case .day(let day) = self else { return nil }
        return day
    }
}
