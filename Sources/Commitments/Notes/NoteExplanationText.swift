import Kernel

/// All that was said where most of the letter comes from, each with where it is dealt with.
struct NoteExplanationText {
    /// Compiled once: that takes longer than to search by it. Nothing changes it, and it holds no code of ours.
    private nonisolated(unsafe) static let endOfSentence = /[.!?](?=\s+\p{Lu})/

    let facts: NoteFacts

    var paragraphs: [String] {
        guard let main = facts.mainOccasion else { return [] }
        let entries = facts.entries(of: main)
        let items = entries.enumerated().map { index, entry in
            let mover = entry.motion == nil ? "" : ", \(NoteWords.movers(entry))"
            return
                "\(NoteWords.letter(index))) \(entry.facts.title) (\(NoteWords.verb(entry.facts.verb))\(mover)): \(place(of: entry)). \(said(entry))"
        }
        return ["Uit \(NoteWords.occasion(main)) staan in het register, met waar ze terugkomen:"] + items + [
            earlier(main), differences(entries),
        ]
    }

    /// The first sentence of what was said, where the title does not say it.
    private func said(_ entry: RegisterEntry) -> String {
        let wording = entry.facts.wording
        let end = wording.firstRange(of: Self.endOfSentence)?.upperBound ?? wording.endIndex
        let sentence = String(wording[..<end])
        return sentence.saysTheSame(as: entry.facts.title) ? "" : sentence
    }

    /// The letters in which something comes back, with their days and what they are called.
    private func earlier(_ main: NoteFacts.Occasion) -> String {
        let letters = facts.earlierLetters(about: main).map {
            "de brief van \(PlanningWords.day($0.day)), ‘\($0.subject)’ (\($0.paper.written()))"
        }
        return letters.isEmpty ? "" : "Eerder ging hierover: \(NoteWords.list(letters))."
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
            // Papers of Parliament; the gazette tells the House nothing.
            guard case .evidence(let text) = link, let reference = try? Reference(text), reference.house != nil else {
                return nil
            }
            return reference
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

    /// A source by its name; the letter and its note themselves as such.
    private func named(_ source: String) -> String {
        guard case .sent(.paper(let paper), _) = facts.letter.state else { return source }
        let own = String(ParliamentaryPaper(paper.dossier, paper.number).written().map { $0.isWhitespace ? " " : $0 })
        for (name, itself) in [("Beslisnota bij \(own)", "deze nota"), (own, "de brief")] {
            guard source == name || source.hasPrefix("\(name),") else { continue }
            return itself + source.dropFirst(name.count)
        }
        return source
    }

    /// What the sources say differently, each difference once.
    private func differences(_ entries: [RegisterEntry]) -> String {
        var seen: [(letters: [String], line: String)] = []
        for (index, entry) in entries.enumerated() {
            for (subject, readings) in Dictionary(grouping: entry.facts.sources, by: \.subject).sorted(by: { $0.key < $1.key }) {
                guard Set(readings.map(\.says)).count > 1 else { continue }
                let said = readings.map { "\(named($0.source)): \($0.says)" }.joined(separator: "; ")
                let line = "\(subject). \(said)"
                if let place = seen.firstIndex(where: { $0.line == line }) {
                    seen[place].letters.append(NoteWords.letter(index))
                } else {
                    seen.append(([NoteWords.letter(index)], line))
                }
            }
        }
        let lines = seen.map { "- Bij \(NoteWords.list($0.letters)): \($0.line)" }
        return lines.isEmpty ? "" : "De bronnen zeggen niet alle hetzelfde:\n\n\(lines.joined(separator: "\n"))"
    }
}
