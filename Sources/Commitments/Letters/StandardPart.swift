import Foundation
import Kernel

/// A part with which letters usually begin or end, filled in with what the letter answers.
package struct StandardPart: Sendable, Equatable, Identifiable, Decodable {
    package let id: String
    package let heading: String
    let text: String

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
        let postponed = answered.compactMap { answered -> String? in
            guard case .postpones(_, let day, let reason) = answered.effect else { return nil }
            return "- \(answered.entry.facts.title): komt uiterlijk \(PlanningWords.day(day)). \(reason)"
        }
        return text.replacing("{aanleiding}", with: Self.said(answered.map(\.entry)))
            .replacing("{debat}", with: facts.mainOccasion.map(NoteWords.occasion) ?? "het debat")
            .replacing("{zaken}", with: answered.map { "- \($0.entry.facts.title)" }.joined(separator: "\n"))
            .replacing("{uitgesteld}", with: postponed.joined(separator: "\n"))
    }
}
