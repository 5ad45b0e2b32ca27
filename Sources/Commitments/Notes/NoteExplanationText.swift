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

    /// Where an entry is dealt with: this letter, one before, or nothing yet.
    private func place(of entry: RegisterEntry) -> String {
        let before = entry.standings.filter { $0.day <= facts.day && $0.letter != nil }.compactMap(\.letter)
        let evidence = entry.links.compactMap { link -> Reference? in
            if case .evidence(let text) = link { try? Reference(text) } else { nil }
        }
        var places = Set(before + evidence).filter { !isThisLetter($0) }.map { $0.written() }.sorted()
        if facts.letter.answers.contains(where: { $0.entry == entry.id }) { places.append("deze brief") }
        guard places.isEmpty else { return NoteWords.list(places) }
        if let motion = entry.motion, !motion.isToBeCarriedOut {
            return motion.step.isEnd ? PlanningWords.step(motion.step).lowercased() : "ingediend, nog niet aangenomen"
        }
        if !entry.standing.isOwed { return PlanningWords.ending(entry.standing.code).lowercased() }
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
