import Access
import Kernel

/// A letter to a House: announced, being written, sent, or merged into another.
package struct Letter: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Letter>

    package enum State: Sendable, Equatable {
        /// Being written, or only announced so far.
        case draft
        case sent(paper: Reference, on: Day)
        /// What it would have said goes into another letter. Until that one is sent, this one stays on the planning overview.
        case merged(into: Letter.ID, on: Day, reason: String)
        /// It does not come any more.
        case withdrawn(on: Day, reason: String)
    }

    package let id: ID
    /// The number in this register, from 1 up.
    package let number: Int
    package var subject: String
    package var house: House
    package var department: Organisation.ID
    /// Who must agree to it or hears of it is kept in its rounds; these take part in writing it.
    package var involved: Set<Organisation.ID>
    package var owner: Officer.ID
    package var state: State
    /// When it was said to come, the present one last.
    package var dues: [Due]
    package var answers: [LetterAnswer]
    package var parts: [LetterPart]
    /// What officers wrote in the note instead of what the register says.
    package var writtenNote: [DecisionNote.Part: String]
    /// Rises with every change of anything but the text of a part.
    package let version: Int

    package init(
        id: ID, number: Int, subject: String, house: House = .tweedeKamer, department: Organisation.ID,
        involved: Set<Organisation.ID> = [], owner: Officer.ID, state: State = .draft, dues: [Due] = [],
        answers: [LetterAnswer] = [], parts: [LetterPart] = [],
        writtenNote: [DecisionNote.Part: String] = [:], version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.writtenNote = writtenNote
        self.subject = subject
        self.house = house
        self.department = department
        self.involved = involved
        self.owner = owner
        self.state = state
        self.dues = dues
        self.answers = answers
        self.parts = parts
        self.version = version
    }

    package var due: Due? { dues.last }
    package var isDraft: Bool { state == .draft }

    /// - Throws: `LetterRefusal` where it was sent or goes along in another.
    func mustBeDraft() throws(LetterRefusal) {
        switch state {
        case .draft: return
        case .sent(_, let day): throw .alreadySent(on: day)
        case .merged(let other, _, _): throw .hasBeenMerged(into: other)
        case .withdrawn(let day, _): throw .hasBeenWithdrawn(on: day)
        }
    }
}

/// What a letter says of one entry of the register.
package struct LetterAnswer: Sendable, Equatable {
    package enum Effect: Sendable, Equatable {
        case settles
        case settlesInPart
        /// It comes later, and why.
        case postpones(words: String, to: Day, reason: String)
        case informs

        package var code: Code {
            switch self {
            case .settles: .settles
            case .settlesInPart: .settlesInPart
            case .postpones: .postpones
            case .informs: .informs
            }
        }
    }

    /// An effect without its facts.
    package enum Code: String, Sendable { case settles, settlesInPart, postpones, informs }

    package let entry: RegisterEntry.ID
    package let effect: Effect

    /// Stands for the letter while it has no number, to see whether an entry can be answered so.
    static let someLetter = Reference.gazette(year: 2000, number: 1)

    package init(_ entry: RegisterEntry.ID, _ effect: Effect) {
        self.entry = entry
        self.effect = effect
    }
}

/// A part of a letter: a heading, its text and the entries of which it speaks.
package struct LetterPart: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<LetterPart>

    package let id: ID
    package var heading: String
    /// Paragraphs, with an empty line between them.
    package var text: String
    package var entries: Set<RegisterEntry.ID>
    /// Rises with every change of heading or text.
    package let version: Int

    package init(id: ID, heading: String, text: String, entries: Set<RegisterEntry.ID> = [], version: Int = 1) {
        self.id = id
        self.heading = heading
        self.text = text
        self.entries = entries
        self.version = version
    }
}
