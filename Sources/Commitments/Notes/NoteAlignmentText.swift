import Access
import Kernel

/// Who was asked about a letter, and what they said of the text as it is.
struct NoteAlignmentText {
    let facts: NoteFacts

    var paragraphs: [String] {
        let standings = facts.standings.sorted {
            ($0.key.body, $0.key.part?.text ?? "") < ($1.key.body, $1.key.part?.text ?? "")
        }
        guard !standings.isEmpty else { return ["Over deze brief is nog met niemand afgestemd."] }
        let lines = [
            line("Akkoord", standings) { $1 == .agreed ? "" : nil },
            line("Akkoord door niet te antwoorden", standings) { $1 == .agreedBySilence ? rule(of: $0) : nil },
            line("Ter kennisneming gestuurd aan", standings) { $1 == .informed ? "" : nil },
            line("Een eerdere tekst ter kennisneming gestuurd aan", standings) { $1 == .informedOfEarlierText ? "" : nil },
            line("Niet akkoord", standings) { $1 == .objected ? "" : nil },
            line("Niet akkoord met een eerdere tekst", standings) { $1 == .objectedToEarlierText ? "" : nil },
            line("Was akkoord met een eerdere tekst", standings) { $1 == .agreedToEarlierText ? "" : nil },
            line("Nog geen antwoord", standings) { _, standing in
                switch standing {
                case .waiting(let day): "tot \(PlanningWords.day(day))"
                case .late(let day): "had \(PlanningWords.day(day)) moeten antwoorden"
                default: nil
                }
            }, line("Doet mee en is nog niet gevraagd", standings) { $1 == .notAsked ? "" : nil },
        ].flatMap(\.self)
        return [lines.map { "- \($0)" }.joined(separator: "\n")]
    }

    /// One line for the letter as a whole, and one for each part that was asked about.
    ///
    /// - Parameter remark: nil for who does not belong here, else what is said of them.
    private func line(
        _ title: String, _ standings: [(key: AlignmentPlace, value: AlignmentStanding)],
        remark: (AlignmentPlace, AlignmentStanding) -> String?
    ) -> [String] {
        let here = standings.compactMap { place, standing in remark(place, standing).map { (place, $0) } }
        let out = Set(standings.compactMap(\.key.part)).subtracting(facts.letter.parts.map(\.id)).sorted { $0.text < $1.text }
        let parts = [nil] + (facts.letter.parts.map(\.id) + out).map { Optional($0) }
        return parts.compactMap { part in
            let names = here.filter { $0.0.part == part }.map { place, remark in
                "\(place.body.name)\(remark.isEmpty ? "" : " (\(remark))")\(objection(of: place))"
            }
            guard !names.isEmpty else { return nil }
            let about = part.map(named) ?? ""
            return "\(title)\(about): \(NoteWords.list(names))"
        }
    }

    private func named(_ part: LetterPart.ID) -> String {
        guard let part = facts.letter.parts.first(where: { $0.id == part }) else { return " (een deel dat eruit is gehaald)" }
        return " (deel ‘\(part.heading)’)"
    }

    /// By which rule a body agreed that did not answer.
    private func rule(of place: AlignmentPlace) -> String { facts.roundsThen.current(place)?.request.silenceRule ?? "" }

    /// What a body said against the text.
    private func objection(of place: AlignmentPlace) -> String {
        let last = facts.roundsThen.current(place)?.request
        guard last?.purpose == .agreement, let answer = last?.answer, answer.kind == .objected else { return "" }
        return ": \(answer.remark)"
    }
}
