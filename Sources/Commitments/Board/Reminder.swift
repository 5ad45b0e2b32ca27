import Access
import Kernel

/// Something of which someone is reminded: the owner before its day, the owner and who coordinates the department after it.
package struct Reminder: Sendable, Equatable {
    /// How many days before its day the owner is reminded.
    package static let daysBefore = 14

    package enum Reason: Sendable, Equatable {
        /// It is due in so many days, 0 for today.
        case comes(inDays: Int)
        case isLate(byDays: Int)
    }

    package let item: BoardItem
    package let to: Officer.ID
    package let reason: Reason

    /// Who is reminded of what on a day, what is latest first.
    ///
    /// - Parameter coordinators: who coordinates the department of the items.
    package static func due(_ items: [BoardItem], coordinators: [Officer.ID], on today: Day) -> [Reminder] {
        items.flatMap { item -> [Reminder] in
            guard let day = item.day else { return [] }
            if day < today {
                let readers = Set([item.owner].compactMap(\.self) + coordinators).sorted { $0.text < $1.text }
                return readers.map { Reminder(item: item, to: $0, reason: .isLate(byDays: today - day)) }
            }
            guard let owner = item.owner, day - today <= daysBefore else { return [] }
            return [Reminder(item: item, to: owner, reason: .comes(inDays: day - today))]
        }.sorted { ($0.item.day!, $0.item.title, $0.to.text) < ($1.item.day!, $1.item.title, $1.to.text) }
    }
}
