import Commitments
import Kernel
import Markup

/// What happened with an entry, from the day it was said: days that moved, standings, and the life of a motion.
struct EntryHistory {
    let entry: RegisterEntry
    let record: EntryRecord
    let language: Language
    let names: RegisterNames
    private var wording: EntryPageWording { EntryPageWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    private struct Step {
        /// Nil where it is not known.
        let day: Day?
        let title: String
        /// In the language of the page.
        var notes: [String] = []
        /// As someone wrote them, in Dutch.
        let texts: [String]
        let letter: Reference?
        /// The version of the entry that it made; 0 where it is not known.
        let version: Int
    }

    var node: Node {
        section {
            h2(text: wording.history)
            ol(.class("steps")) {
                for step in steps {
                    li(.class("past")) {
                        strong(text: step.title)
                        for note in step.notes where !note.isEmpty { p(text: note) }
                        for text in step.texts where !text.isEmpty { p(.lang("nl"), text: text) }
                        span(.class("when")) {
                            if let day = step.day { Writing.day(day, language) } else { wording.dayUnknown }
                            if let letter = step.letter { ReferenceLink.node(letter) }
                        }
                    }
                }
                if entry.isOwed {
                    li(.class("now")) {
                        strong(text: words.standing(entry))
                        if let day = entry.due?.day {
                            span(.class("when"), text: "\(wording.due) \(day.written(in: language))")
                        }
                    }
                }
            }
        }
    }

    /// In the order of their days; on one day in the order in which they were recorded, or else first what the House did, then
    /// standings, then days.
    private var steps: [Step] {
        let all = (life + standings + dues + corrections + takenBack).enumerated().map {
            (day: $1.day ?? entry.facts.madeOn, place: ($1.version, $0), step: $1)
        }
        return all.sorted { ($0.day, $0.place.0, $0.place.1) < ($1.day, $1.place.0, $1.place.1) }.map { $0.step }
    }

    private var life: [Step] {
        (entry.motion?.events ?? []).enumerated().map { index, event in
            Step(day: event.day, title: words.step(event.step), texts: [], letter: nil, version: record.events.version(at: index))
        }
    }

    private var standings: [Step] {
        entry.standings.enumerated().filter { $0.offset > 0 || entry.motion == nil }.map { index, change in
            let title = index == 0 ? wording.saidSo : words.code(change.standing.code)
            return Step(
                day: change.day, title: title, notes: [transferred(change)], texts: [change.facts], letter: change.letter,
                version: record.standings.version(at: index))
        }
    }

    private var dues: [Step] {
        entry.dues.enumerated().map { index, due in
            let title = title(of: due, after: index > 0 ? entry.dues[index - 1] : nil)
            return Step(
                day: due.told, title: title, texts: [due.reason], letter: due.letter, version: record.dues.version(at: index))
        }
    }

    private var corrections: [Step] {
        record.corrections.map { correction in
            let (before, after) = (text(correction.before, of: correction.field), text(correction.after, of: correction.field))
            return Step(
                day: correction.day, title: "\(wording.corrected): \(wording.correction(correction.field))",
                notes: [names.officers[correction.officer] ?? "", wording.became(before, after)], texts: [], letter: nil,
                version: correction.version)
        }
    }

    private var takenBack: [Step] {
        record.takenBack.map { taken in
            let (title, stood) =
                switch taken.what {
                case .standing(let code, let paper, let day): (words.code(code), wording.stood(day, paper?.written()))
                case .due(let day, let said, let paper, let told):
                    (text(of: day, said), wording.stood(told, paper?.written()))
                case .evidence(let paper, let day): (words.informed, wording.stood(day, paper.written()))
                case .step(let step, let day): (words.step(step), wording.stood(day, nil))
                }
            let who = names.officers[taken.officer] ?? ""
            return Step(
                day: taken.day, title: wording.takenBack(title), notes: [stood], texts: ["\(who): \(taken.reason)"], letter: nil,
                version: taken.version)
        }
    }

    /// What stood there, in words.
    private func text(_ kept: String, of field: EntryCorrection.Field) -> String {
        switch field {
        case .verb: RegisterEntry.Verb(rawValue: kept).map(words.verb) ?? kept
        case .setting: RegisterFacts.Setting(rawValue: kept).map(words.setting) ?? kept
        case .madeOn: Day(kept)?.written(in: language) ?? kept
        case .involved:
            kept.split(separator: " ").compactMap { Organisation.ID(String($0)) }.map { names.full($0, language) }
                .joined(separator: ", ")
        case .dossier: Dossier(written: kept)?.written() ?? kept
        case .paper: (try? Reference(kept))?.written() ?? kept
        case .title, .wording, .place, .houseNumber, .movers, .madeWords, .madeReason, .keyData, .sources: kept
        }
    }

    private func transferred(_ change: StandingChange) -> String {
        guard case .transferred(let department) = change.standing else { return "" }
        return names.full(department, language)
    }

    private func text(of day: Day?, _ words: String) -> String {
        [words.isEmpty ? nil : "‘\(words)’", day.map { $0.written(in: language) }].compactMap(\.self).joined(separator: ": ")
    }

    private func title(of due: Due, after former: Due?) -> String {
        let text = text(of: due.day, due.words)
        guard let former else { return wording.dueSet(text) }
        guard due.letter != nil, let before = former.day, let day = due.day, day > before else { return wording.dueMoved(text) }
        return wording.dueLater(text)
    }
}

extension [Int] {
    fileprivate func version(at index: Int) -> Int { indices.contains(index) ? self[index] : 0 }
}
