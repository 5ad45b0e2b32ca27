import Foundation
import Kernel

/// A part with which letters usually begin or end, filled in with what the letter answers.
package struct StandardPart: Sendable, Equatable, Identifiable, Decodable {
    package let id: String
    package let heading: String
    let text: String

    /// Of what it speaks by itself: the one that tells new days of what the letter postpones, the one that lists what the letter
    /// answers of all of it, the others of nothing.
    package func speaksOf(in letter: Letter) -> Set<RegisterEntry.ID> {
        if text.contains("{zaken}") { return Set(letter.answers.map(\.entry)) }
        return tellsNewDays ? Set(letter.answers.filter { $0.effect.code == .postpones }.map(\.entry)) : []
    }

    /// Whether it says when what is postponed comes, and why.
    var tellsNewDays: Bool { text.contains("{uitgesteld}") }

    /// What was said of which kind, as one sentence goes on: "heb ik uw Kamer toezeggingen gedaan".
    private static func said(_ entries: [RegisterEntry]) -> String {
        let words = RegisterEntry.Kind.allCases.compactMap { kind -> String? in
            let count = entries.count { $0.facts.kind == kind }
            return switch (kind, count) {
            case (_, 0): nil
            case (.commitment, 1): "heb ik uw Kamer een toezegging gedaan"
            case (.commitment, _): "heb ik uw Kamer toezeggingen gedaan"
            case (.motion, 1): "is een motie ingediend die uw Kamer heeft aangenomen"
            case (.motion, _): "zijn moties ingediend die uw Kamer heeft aangenomen"
            case (.informationRequest, _): "heeft uw Kamer om informatie gevraagd"
            case (.writtenQuestions, _): "heeft uw Kamer vragen gesteld"
            }
        }
        return words.isEmpty ? "heb ik met uw Kamer gesproken" : NoteWords.list(words)
    }

    package static let all = try! JSONDecoder().decode(File.self, from: Data(PackageResources.standard_parts_json)).parts

    private struct File: Decodable {
        let parts: [StandardPart]
    }

    /// The text for a letter: what it answers as a list, and where that was said.
    ///
    /// - Parameter entries: the register of the department.
    package func text(for letter: Letter, entries: [RegisterEntry]) -> String {
        let facts = NoteFacts(letter: letter, rounds: [], entries: entries, letters: [], on: letter.dues.last?.told ?? .last)
        let answered = facts.answered
        let postponed = answered.compactMap { Self.postponement($0) }
        return text.replacing("{aanleiding}", with: Self.said(answered.map(\.entry)))
            .replacing("{debat}", with: facts.mainOccasion.map(NoteWords.occasion) ?? "het debat")
            .replacing("{zaken}", with: answered.map { "- \($0.entry.facts.title)" }.joined(separator: "\n"))
            .replacing("{uitgesteld}", with: postponed.joined(separator: "\n"))
    }

    static let comes = ": komt uiterlijk "

    /// How the line begins that tells when something comes.
    static func postponement(of title: String) -> String { "- \(title)\(comes)" }

    /// Whether a line tells when something comes.
    static func isPostponement(_ line: Substring) -> Bool { line.hasPrefix("- ") && line.contains(comes) }

    /// The line that tells when what is postponed comes, and why; nil for what is not postponed.
    ///
    /// - Parameter inWords: whether the words for the day stand behind it.
    static func postponement(_ answered: NoteFacts.Answered, inWords: Bool = true) -> String? {
        guard case .postpones(let words, let day, let reason) = answered.effect else { return nil }
        let said = words.isEmpty || !inWords ? "" : " (‘\(words)’)"
        let end = reason.last.map { ".!?".contains($0) } == true ? "" : "."
        return "\(postponement(of: answered.entry.facts.title))\(PlanningWords.day(day))\(said). \(reason)\(end)"
    }

    /// Whether a text is this part as it was filled in at some time, and nothing else.
    ///
    /// - Parameter titles: what it may name on a line of its own.
    func isAll(of text: String, naming titles: Set<String>) -> Bool {
        let fixed = self.text.split(separator: "\n").filter { $0 != "{zaken}" && $0 != "{uitgesteld}" }
        // Most texts part with the first line.
        let first = text.drop(while: \.isNewline).prefix { !$0.isNewline }
        guard let form = fixed.first, Self.fills(first, form) else { return false }
        var left = fixed[...]
        for line in text.split(whereSeparator: \.isNewline) where !Self.names(line, titles) {
            guard let form = left.popFirst(), Self.fills(line, form) else { return false }
        }
        return left.isEmpty
    }

    /// Whether a line only names something of the register, with the new day where it has one.
    private static func names(_ line: Substring, _ titles: Set<String>) -> Bool {
        guard line.hasPrefix("- ") else { return false }
        let name = line.dropFirst(2)
        return titles.contains(String(name[..<(name.firstRange(of: comes)?.lowerBound ?? name.endIndex)]))
    }

    /// Whether a line is one of the part, its places filled in with one sentence at most.
    private static func fills(_ line: Substring, _ form: Substring) -> Bool {
        guard let opening = form.firstIndex(of: "{"), let closing = form.lastIndex(of: "}") else { return line == form }
        let (start, end) = (form[..<opening], form[form.index(after: closing)...])
        guard line.count > start.count + end.count, line.hasPrefix(start), line.hasSuffix(end) else { return false }
        return !line.dropFirst(start.count).dropLast(end.count).contains(". ")
    }
}
