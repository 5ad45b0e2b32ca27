import Kernel

/// Words that several parts of a note use.
enum NoteWords {
    static func count(_ count: Int, _ one: String, _ more: String) -> String { "\(count) \(count == 1 ? one : more)" }

    /// "a, b en c".
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) en \(last)"
    }

    static func occasion(_ occasion: NoteFacts.Occasion) -> String {
        let day = PlanningWords.day(occasion.day)
        return switch occasion.setting {
        case .debate: "het debat van \(day) (\(occasion.place))"
        case .letter: "de brief van \(day) (\(occasion.place))"
        case .proceedings: "de regeling van werkzaamheden van \(day)"
        case .writing: "de schriftelijke vragen van \(day) (\(occasion.place))"
        }
    }

    static func movers(_ entry: RegisterEntry) -> String {
        guard let movers = entry.motion?.movers else { return "" }
        return "motie van \(movers.count == 1 ? "het lid" : "de leden") \(list(movers))"
    }

    /// How far the words of an entry go.
    static func verb(_ verb: RegisterEntry.Verb) -> String {
        switch verb {
        case .carryOut: "uitvoeren"
        case .study: "onderzoeken"
        case .promote: "bevorderen"
        case .asFarAsPossible: "voor zover mogelijk"
        case .inform: "informeren"
        }
    }

    /// a to z, then aa and on.
    static func letter(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(97 + index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }
}

extension Due {
    /// The words and the day that was made of them.
    package var written: String {
        guard let day else { return "‘\(words)’" }
        return words.isEmpty ? PlanningWords.day(day) : "‘\(words)’ (\(PlanningWords.day(day)))"
    }
}
