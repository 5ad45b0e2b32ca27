import Kernel

/// All that was said where most of the letter comes from, each with where it is dealt with.
struct NoteExplanationText {
    let facts: NoteFacts

    var paragraphs: [String] {
        guard let main = facts.mainOccasion else { return [] }
        let entries = facts.entries(of: main)
        let items = entries.enumerated().map { index, entry in
            let mover = entry.motion == nil ? "" : ", \(NoteWords.movers(entry))"
            return
                "- \(NoteWords.letter(index))) \(entry.facts.title) (\(NoteWords.verb(entry.facts.verb))\(mover)): \(place(of: entry))"
        }
        return [
            "Uit \(NoteWords.occasion(main)) staan in het register, met waar ze terugkomen:",
            items.joined(separator: "\n"), differences(entries),
        ]
    }

    /// Where an entry is dealt with: this letter, one before, or nothing yet. What stands otherwise by now is said as it stands.
    private func place(of entry: RegisterEntry) -> String {
        let standings = entry.standings.filter { $0.day <= facts.day }
        let isInThis = facts.letter.answers.contains { $0.entry == entry.id }
        if let motion = entry.motion, !motion.isToBeCarriedOut {
            return motion.step.isEnd ? PlanningWords.step(motion.step).lowercased() : "ingediend, nog niet aangenomen"
        }
        switch standings.last?.standing ?? .open {
        case .transferred, .notCarriedOut, .lapsed:
            return PlanningWords.ending(standings.last!.standing.code).lowercased()
        case .open where !isInThis && standings.contains { !$0.standing.isOwed }:
            return "weer open\(entry.due.map { ", \($0.written)" } ?? "")"
        case .open, .settledInPart, .settled: break
        }
        let before = standings.last?.standing == .open ? [] : standings.compactMap(\.letter)
        let evidence = entry.links.compactMap { link -> Reference? in
            if case .evidence(let text) = link { try? Reference(text) } else { nil }
        }
        var places = Set(before + evidence).filter { !isThisLetter($0) }.map { $0.written() }.sorted()
        if isInThis { places.append("deze brief") }
        guard places.isEmpty else { return NoteWords.list(places) }
        if standings.last?.standing == .settled { return "afgedaan" }
        return entry.due.map { "nog open, \($0.written)" } ?? "nog open, zonder dag"
    }

    private func isThisLetter(_ reference: Reference) -> Bool {
        if case .sent(let paper, _) = facts.letter.state { paper == reference } else { false }
    }

    /// What the sources say differently, each difference once.
    private func differences(_ entries: [RegisterEntry]) -> String {
        var seen: [String] = []
        for entry in entries {
            for (subject, readings) in Dictionary(grouping: entry.facts.sources, by: \.subject).sorted(by: { $0.key < $1.key }) {
                guard Set(readings.map(\.says)).count > 1 else { continue }
                let said = readings.map { "\($0.source): \($0.says)" }.joined(separator: "; ")
                let line = "- \(subject). \(said)"
                if !seen.contains(line) { seen.append(line) }
            }
        }
        return seen.isEmpty ? "" : "De bronnen zeggen niet alle hetzelfde:\n\n\(seen.joined(separator: "\n"))"
    }
}
