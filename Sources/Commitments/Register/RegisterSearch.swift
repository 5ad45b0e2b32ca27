import Foundation
import Kernel

/// What someone looks for in the register.
package struct RegisterSearch: Sendable, Equatable {
    private let words: [String]
    private let kind: RegisterEntry.Kind?
    private let house: House?

    /// - Parameters:
    ///   - text: words, numbers or references, all of which an entry has to hold; capitals and accents do not matter.
    ///   - kind: nil for every kind.
    ///   - house: nil for both.
    package init(_ text: String = "", kind: RegisterEntry.Kind? = nil, house: House? = nil) {
        words = text.split(whereSeparator: \.isWhitespace).map { Self.folded(String($0)) }
        self.kind = kind
        self.house = house
    }

    func finds(_ entry: RegisterEntry) -> Bool {
        guard kind == nil || kind == entry.facts.kind, house == nil || house == entry.facts.house else { return false }
        guard !words.isEmpty else { return true }
        let facts = entry.facts
        let texts =
            [
                "\(PlanningWords.kind(.entry(facts.kind))) \(entry.number)", facts.title, facts.wording, facts.place,
                facts.houseNumber?.text, facts.dossier?.written(),
                facts.dossier?.written().filter { !$0.isWhitespace }, facts.paper?.written(),
            ]
            .compactMap(\.self) + (entry.motion?.movers ?? []) + facts.keyData.values
        let all = Self.folded(texts.joined(separator: "\n"))
        return words.allSatisfy { all.contains($0) || $0 == String(entry.number) }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
