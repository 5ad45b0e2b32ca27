import Access
import Kernel

/// Where the House's list and our register do not say the same.
package struct HouseDifference: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The House keeps it, and we do not.
        case onlyThere
        /// We keep it under a number that the House's list does not have.
        case onlyHere
        /// The House took it away, and we still owe it.
        case removedThere
        /// The standings differ, or the House uses a word that we do not know.
        case standing
        /// The days differ.
        case day
    }

    package let kind: Kind
    package let item: HouseItem?
    package let entry: RegisterEntry?
    /// Since when it stands so here; nil where we do not have it.
    package var here: Day?
    /// Since when it stands so at the House; nil where its list does not have it.
    package var there: Day?
    /// Why it may stay so; nil where nobody explained it, or one of the two changed since.
    package var explanation: HouseExplanation?
}

/// Why a difference may stay.
package struct HouseExplanation: Sendable, Equatable {
    package let reason: String
    package let officer: Officer.ID
    package let day: Day
}

extension RegisterEntry {
    /// What of this entry a difference with the House's list is about.
    var stateForHouse: String { "\(standing.code.rawValue) \(due?.day?.iso ?? "")" }

    /// Where this entry and the House's item under the same number differ; nil where they say the same.
    func difference(from item: HouseItem) -> HouseDifference? {
        func difference(_ kind: HouseDifference.Kind) -> HouseDifference {
            let ours = kind == .day ? dues.last?.told : standings.last?.day
            return HouseDifference(kind: kind, item: item, entry: self, here: ours ?? facts.madeOn, there: item.since)
        }
        if item.isRemoved { return isOwed ? difference(.removedThere) : nil }
        guard item.standing == standing.code else { return difference(.standing) }
        guard isOwed, let there = item.dueOn, there != due?.day else { return nil }
        return difference(.day)
    }
}
