import Commitments
import Kernel
import Markup

/// When an entry is due: the day and the words, and whether it is late.
struct DueChip {
    let entry: RegisterEntry
    let today: Day
    let language: Language
    private var wording: RegisterWording { RegisterWording.texts[language] }

    var node: Node {
        if entry.motion?.mayHaveLapsed(on: today) == true { return span(.class("chip late"), text: wording.mayHaveLapsed) }
        guard entry.isOwed || entry.standing != .open else { return span(.class("soft"), text: wording.nothingYet) }
        guard entry.isOwed else {
            let day = entry.standings.last?.day ?? entry.facts.madeOn
            return span(.class("chip done"), text: "\(wording.since) \(day.short(in: language, today: today))")
        }
        guard let due = entry.due else { return span(.class("chip"), text: wording.noDay) }
        return .fragment([
            span(.class(classes(due)), text: due.day.map(text) ?? wording.noDay), due.words.isEmpty ? .nothing : br(),
            due.words.isEmpty ? .nothing : span(.class("small soft"), text: "‘\(due.words)’"),
        ])
    }

    private func classes(_ due: Due) -> String {
        guard let day = due.day else { return "chip" }
        return day < today ? "chip late" : day - today <= 31 ? "chip due" : "chip"
    }

    private func text(_ day: Day) -> String {
        day < today
            ? "\(day.short(in: language, today: today)), \(wording.late)" : day.short(in: language, today: today)
    }
}
