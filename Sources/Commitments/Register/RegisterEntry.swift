import Access
import Kernel

/// Something that a minister owes to a House of the States General, from the day it was said until it is settled.
package struct RegisterEntry: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<RegisterEntry>

    /// What kind of thing was said.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// A promise made in a debate or a letter.
        case commitment
        case motion
        /// Asked for at the ordering of business (regeling van werkzaamheden).
        case informationRequest
        /// Written questions of a member (RvO Tweede Kamer 12.2).
        case writtenQuestions
    }

    /// How far the words go: what was only to be studied is not owed as a deed.
    package enum Verb: String, Sendable, CaseIterable, Codable {
        case carryOut, study, promote, asFarAsPossible, inform
    }

    package let id: ID
    /// The number in this register, from 1 up.
    package let number: Int
    package var facts: RegisterFacts
    package var motion: Motion?
    package var owner: Officer.ID?
    /// The agreed days, the present one last.
    package var dues: [Due]
    /// The standings, the present one last.
    package var standings: [StandingChange]
    package var links: [FulfilmentLink]
    /// Rises with every change.
    package let version: Int

    package init(
        id: ID, number: Int, facts: RegisterFacts, motion: Motion? = nil, owner: Officer.ID? = nil, dues: [Due] = [],
        standings: [StandingChange], links: [FulfilmentLink] = [], version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.facts = facts
        self.motion = motion
        self.owner = owner
        self.dues = dues
        self.standings = standings
        self.links = links
        self.version = version
    }

    package var due: Due? { dues.last }
    package var standing: Standing { standings.last?.standing ?? .open }

    /// Whether something is still to be done for it: a motion that the House did not adopt, and that was not taken over, asks for
    /// nothing.
    package var isOwed: Bool { standing.isOwed && motion?.isToBeCarriedOut != false }

    /// From when on written questions stand on the list of those that are not answered: more than six weeks, also where the minister
    /// told why (RvO Tweede Kamer 12.2(2)). Nil for anything else, and for what is answered.
    package var listedFrom: Day? {
        guard facts.kind == .writtenQuestions, facts.house == .tweedeKamer, isOwed else { return nil }
        return TermRules.named("written-questions-listed")?.length.end(from: facts.madeOn).map { $0 + 1 }
    }

    /// Whether it was settled in part, and no day was agreed on for the rest: the Eerste Kamer keeps a new one each time.
    package var needsDayAfterPart: Bool {
        guard facts.house == .eersteKamer, facts.kind == .commitment, standing == .settledInPart, let since = standings.last?.day
        else { return false }
        return (due?.day).map { $0 <= since } ?? true
    }

    /// Whether its day has passed and it is still owed.
    package func isOverdue(on today: Day) -> Bool {
        guard let day = due?.day else { return false }
        return isOwed && day < today
    }
}

/// What was said, where, and to whom it falls.
package struct RegisterFacts: Sendable, Equatable {
    /// Where it was said.
    package enum Setting: String, Sendable, CaseIterable, Codable {
        case debate, letter
        /// The ordering of business.
        case proceedings
        /// Written questions.
        case writing
    }

    package var kind: RegisterEntry.Kind
    package var house: House
    package var title: String
    /// As it was said.
    package var wording: String
    package var verb: RegisterEntry.Verb
    package var madeOn: Day
    /// The day in the words of the source, where those need reading, such as "4 februari jl."; else empty.
    package var madeWords: String
    /// Why those words mean this day.
    package var madeReason: String
    package var setting: Setting
    /// The debate or the letter in words.
    package var place: String
    package var dossier: Dossier?
    /// The paper in which it stands, for a motion its own.
    package var paper: Reference?
    /// The number under which the House keeps it.
    package var houseNumber: HouseNumber?
    package var department: Organisation.ID
    package var involved: Set<Organisation.ID>
    /// What sources say differently of it.
    package var sources: [SourceReading]
    /// What the Eerste Kamer keeps besides.
    package var keyData: [KeyData: String]

    package init(
        kind: RegisterEntry.Kind, house: House = .tweedeKamer, title: String, wording: String, verb: RegisterEntry.Verb,
        madeOn: Day, setting: Setting, place: String, dossier: Dossier? = nil, paper: Reference? = nil,
        houseNumber: HouseNumber? = nil, department: Organisation.ID, involved: Set<Organisation.ID> = [],
        sources: [SourceReading] = [], madeWords: String = "", madeReason: String = "", keyData: [KeyData: String] = [:]
    ) {
        self.kind = kind
        self.house = house
        self.title = title
        self.wording = wording
        self.verb = verb
        self.madeOn = madeOn
        self.setting = setting
        self.place = place
        self.dossier = dossier
        self.paper = paper
        self.houseNumber = houseNumber
        self.department = department
        self.involved = involved
        self.sources = sources
        (self.madeWords, self.madeReason, self.keyData) = (madeWords, madeReason, keyData)
    }
}

/// What one source says on a subject on which sources differ, such as the day of a debate. The difference stays.
package struct SourceReading: Sendable, Equatable {
    package let subject: String
    package let source: String
    package let says: String

    package init(_ subject: String, _ source: String, says: String) {
        self.subject = subject
        self.source = source
        self.says = says
    }
}
