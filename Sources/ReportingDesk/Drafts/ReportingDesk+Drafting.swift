import Access
import Compartments
import Foundation
import Kernel
import Sealing

/// Why a draft cannot be worked on.
package enum DraftRefusal: Refusal {
    /// There is no draft in this session: it ended, or was sent.
    case gone
    case organisationNotThere
    /// An answer that is needed is missing.
    case unanswered(DraftStep)
    /// Others would read than those who were shown.
    case readersChanged
}

extension ReportingDesk {
    /// The draft of a session.
    package func draft(_ token: SessionToken) async throws -> Draft {
        guard case .draft(let draft)? = try await state(token) else { throw DraftRefusal.gone }
        return draft
    }

    /// Changes the draft of a session and keeps it. A draft that was idle for too long keeps the change, and locks.
    @discardableResult package func changeDraft<T: Sendable>(
        _ token: SessionToken, _ change: @Sendable (inout Draft) throws -> T
    ) async throws -> T {
        try await changeState(token) { state in
            guard case .draft(var draft)? = state else { throw DraftRefusal.gone }
            if isIdle(.draft(draft)) { draft.isLocked = true }
            let result = try change(&draft)
            draft.seenAt = clock.now().microseconds
            state = .draft(draft)
            return result
        }
    }

    /// Who would read a draft, as far as it is filled in.
    ///
    /// - Throws: `PlanRefusal` where no two readers are left anywhere.
    package func plan(for draft: Draft) async throws -> ReaderPlan {
        guard let organisation = draft.organisation else { throw DraftRefusal.unanswered(.organisation) }
        return try ReaderPlan(
            about: organisation, involved: draft.involvedOfficers, aboutDirector: draft.aboutDirector, on: today,
            roster: try await access.roster())
    }

    /// Whom a plan names, to compare with what was shown.
    package static func shown(_ plan: ReaderPlan) -> String {
        ([plan.organisation.code] + plan.readers.map(\.officer.id.text).sorted()).joined(separator: " ")
    }

    /// The organisations of today whose name or abbreviation, now or before, has every word that was searched for. One whose
    /// abbreviation is just that comes first.
    package func organisations(matching search: String) async throws -> [Organisation] {
        let words = search.searchable.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return [] }
        let found = try await access.roster().tree.existing(on: today, language: .nl).filter { organisation in
            guard organisation.kind != .government else { return false }
            let names = organisation.names.map { "\($0.value.full.nl) \($0.value.full.en) \($0.value.abbreviation)" }
            let text = names.joined(separator: " ").searchable
            return words.allSatisfy { text.contains($0) }
        }
        func isExact(_ organisation: Organisation) -> Bool {
            organisation.names.contains { $0.value.abbreviation.searchable == search.searchable.trimmed }
        }
        return found.filter(isExact) + found.filter { !isExact($0) }
    }
}

extension String {
    /// In lower case, without accents and signs.
    fileprivate var searchable: String {
        String(
            decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar -> Character? in
                if scalar.properties.generalCategory == .nonspacingMark { return nil }
                return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : " "
            }
        ).lowercased()
    }

    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
