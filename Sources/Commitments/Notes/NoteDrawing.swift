import Access
import Kernel

/// Draws a decision note up from the register and the letter. It says what stands there and nothing else, so that a day that moves
/// or an agreement that is taken back changes the note.
package struct NoteDrawing: Sendable {
    let facts: NoteFacts
    private var letter: Letter { facts.letter }

    package init(_ facts: NoteFacts) {
        self.facts = facts
    }

    /// A part as an officer wrote it, or else as it is drawn up.
    func present(_ part: DecisionNote.Part) -> String { letter.writtenNote[part] ?? text(of: part) }

    package func text(of part: DecisionNote.Part) -> String {
        let paragraphs =
            switch part {
            case .occasion: occasion
            case .advice: advice
            case .core: core
            case .alignment: NoteAlignmentText(facts: facts).paragraphs
            case .explanation: NoteExplanationText(facts: facts).paragraphs
            }
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var occasion: [String] {
        guard let main = facts.mainOccasion else { return ["De brief antwoordt nog op niets uit het register."] }
        let made = facts.entries(of: main)
        let promised = NoteWords.count(made.count { $0.facts.kind == .commitment }, "toezegging", "toezeggingen")
        let moved = made.count { $0.motion?.isToBeCarriedOut == true }
        let motions =
            moved == 0
            ? ""
            : " Daarnaast \(moved == 1 ? "is" : "zijn") \(NoteWords.count(moved, "motie", "moties")) aangenomen of overgenomen."
        return [
            "De brief volgt op \(NoteWords.occasion(main)). Het register telt daaruit \(promised).\(motions)", earlier(main),
        ] + facts.answered.map { history(of: $0.entry) }
    }

    private func earlier(_ main: NoteFacts.Occasion) -> String {
        let letters = facts.earlierLetters(about: main).map { "\(PlanningWords.day($0.day)) [noot: \($0.paper.written())]" }
        guard letters.count > 1 else { return letters.isEmpty ? "" : "Eerder ging hierover de brief van \(letters[0])." }
        return "Eerder gingen hierover de brieven van \(NoteWords.list(letters))."
    }

    /// What was said about when it would come, from the first word to the last; empty where it was said once and is not late.
    private func history(of entry: RegisterEntry) -> String {
        let dues = entry.dues.filter { $0.told <= facts.day }
        guard let first = dues.first else { return "" }
        let isLate = first.day.map { $0 < facts.day } ?? false
        guard dues.count > 1 || isLate else { return "" }
        let later = dues.dropFirst().map { due in
            let source = due.letter.map { " (\($0.written()))" } ?? ""
            let told = due.letter == nil ? "is afgesproken" : "is de Kamer verteld"
            return " Op \(PlanningWords.day(due.told)) \(told): \(due.written)\(source)."
        }.joined()
        let delay = isLate ? first.day.map { " Dat is \(NoteWords.count(facts.day - $0, "dag", "dagen")) geleden." } ?? "" : ""
        return "‘\(entry.facts.title)’ was eerst gezegd: \(first.written).\(delay)\(later)"
    }

    private var advice: [String] {
        let house = PlanningWords.house(letter.house)
        let answered = facts.answered.map(\.entry)
        let kinds = [
            (RegisterEntry.Kind.commitment, "toezegging", "toezeggingen"), (.motion, "motie", "moties"),
            (.informationRequest, "verzoek om informatie", "verzoeken om informatie"),
            (.writtenQuestions, "reeks schriftelijke vragen", "reeksen schriftelijke vragen"),
        ].compactMap { kind, one, more in
            let count = answered.count { $0.facts.kind == kind }
            return count == 0 ? nil : NoteWords.count(count, one, more)
        }
        let requests = answered.filter { $0.facts.kind == .informationRequest }.map { request in
            "De brief gaat ook in op: \(request.facts.title). Daarom is gevraagd in \(NoteWords.occasion(request.occasion)). \(request.facts.wording)"
        }
        return [
            "We vragen u om in te stemmen met de brief ‘\(letter.subject)’, en met verzending aan de \(house).",
            kinds.isEmpty ? "" : "De brief antwoordt op \(NoteWords.list(kinds)).",
        ] + requests
    }

    private var core: [String] {
        func items(_ kinds: Set<RegisterEntry.Kind>, _ text: (NoteFacts.Answered) -> String) -> String {
            facts.answered.filter { kinds.contains($0.entry.facts.kind) }.map { "- \(text($0))" }.joined(separator: "\n")
        }
        func titled(_ title: String, _ items: String) -> String { items.isEmpty ? "" : "\(title)\n\n\(items)" }
        return [
            titled(
                "Toezeggingen in deze brief:",
                items([.commitment, .writtenQuestions]) { "\($0.entry.facts.title): \(effect($0))." }),
            titled(
                "Moties in deze brief:",
                items([.motion]) { answered in
                    "\(answered.entry.facts.title) (\(NoteWords.movers(answered.entry))): \(effect(answered)). De motie zegt: \(answered.entry.facts.wording)"
                }),
            titled(
                "Op verzoek van de Kamer:", items([.informationRequest]) { "\($0.entry.facts.title): \(effect($0))." }),
        ]
    }

    private func effect(_ answered: NoteFacts.Answered) -> String {
        switch answered.effect {
        case .settles: "hiermee afgedaan"
        case .settlesInPart: "hiermee deels afgedaan"
        case .informs: "de Kamer hoort hoe het ermee staat\(along(answered.entry))"
        case .postpones(let words, let day, let reason):
            "komt later, \(Due(words: words, day: day, reason: "", told: facts.day).written). \(reason.withoutFullStop)\(along(answered.entry))"
        }
    }

    private func along(_ entry: RegisterEntry) -> String {
        guard let (announced, into) = facts.mergedLetter(about: entry.id) else { return "" }
        let when = into.due.map { ", \($0.written)" } ?? ""
        return
            ". In het planningsoverzicht stond hiervoor een eigen brief, ‘\(announced.subject)’; die gaat mee in ‘\(into.subject)’\(when)"
    }
}
