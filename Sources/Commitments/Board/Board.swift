import Access
import Kernel

/// What a department owes, by when it is due, and for whom each thing waits.
package struct Board: Sendable, Equatable {
    package let late, thisMonth, later: [BoardItem]
    /// Owed, and without a day.
    package let withoutDay: [BoardItem]

    package init(_ items: [BoardItem], on today: Day) {
        let dated = items.filter { $0.day != nil }.sorted { ($0.day!, $0.title, $0.id) < ($1.day!, $1.title, $1.id) }
        let endOfMonth = today.lastOfMonth
        late = dated.filter { $0.day! < today }
        thisMonth = dated.filter { $0.day! >= today && $0.day! <= endOfMonth }
        later = dated.filter { $0.day! > endOfMonth }
        withoutDay = items.filter { $0.day == nil }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
}

/// Something owed or announced.
package struct BoardItem: Sendable, Equatable {
    package let subject: PlanningRow.Subject
    package let title: String
    package let day: Day?
    package let owner: Officer.ID?
    package let waiting: Waiting

    fileprivate var id: String { subject.text }
}

/// For whom or what something waits.
package enum Waiting: Sendable, Equatable {
    /// Nobody has begun a letter about it.
    case letter
    /// The letter is not written yet, or does not speak of what it answers.
    case text(in: Letter.ID)
    case agreement(of: [AlignmentBody.ID], on: Letter.ID)
    case minister(on: Letter.ID)
    /// The minister did not agree.
    case otherText(in: Letter.ID)
    /// Everyone has agreed.
    case sending(of: Letter.ID)
    /// A letter that was announced goes along in another, which is not sent yet.
    case otherLetter(Letter.ID)
    /// A motion that was held: someone has to see whether it lapsed.
    case houseOnHeldMotion
}

extension Waiting {
    /// - Parameters:
    ///   - facts: of a letter that is being written, today.
    ///   - decision: what the minister decided last.
    package init(for facts: NoteFacts, decision: MinistersDecision?) {
        let letter = facts.letter
        do {
            _ = try ReadyLetter(facts, decision: decision)
            self = .sending(of: letter.id)
        } catch {
            switch error {
            case .awaitingAgreement(let bodies): self = .agreement(of: bodies, on: letter.id)
            case .awaitingDecision, .decidedOnEarlierText, .decidedOnEarlierNote: self = .minister(on: letter.id)
            case .decidedOtherwise: self = .otherText(in: letter.id)
            default: self = .text(in: letter.id)
            }
        }
    }
}

extension Day {
    fileprivate var lastOfMonth: Day {
        let (year, month, day) = components
        return self + (Day.length(ofMonth: month, year: year) - day)
    }
}
