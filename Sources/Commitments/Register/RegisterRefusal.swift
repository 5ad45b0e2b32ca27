import Kernel

/// Why the register does not take something in.
package enum RegisterRefusal: Refusal {
    /// There is no such entry, or it is not this officer's to see.
    case notFound
    case notYours
    case titleMissing
    case wordingMissing
    case placeMissing
    case madeInTheFuture(Day)
    /// A day so long ago is a slip of the pen.
    case madeTooLongAgo(Day)
    /// The department did not exist on that day.
    case noDepartment
    /// The department's own dossier is not this officer's.
    case departmentNotYours
    case departmentAmongInvolved
    case moversMissing
    case moversOfNoMotion
    /// Someone changed the entry since it was shown.
    case changedMeanwhile
    case noOwner
    /// The day that was agreed at the beginning does not fit.
    case dayRefused(DueRefusal)
    /// Another entry has this number of the House.
    case numberTaken(by: String)
    /// An entry of the same day is called the same or says the same; the officer may say that this is another.
    case looksLike(entry: Int, String)
    /// The number is one of the other House.
    case numberOfOtherHouse
    /// The number is not one of what was said: a promise has one of a promise, anything else one of a matter or a document.
    case numberOfOtherKind
    case numberOfYearToCome(Int)
    /// The House's list gives no number that can be read.
    case numberUnreadable
    case paperOfYearToCome(ParliamentaryYear)
    /// The form that comes with other words made this entry before.
    case formUsed(byEntry: Int)
    /// The paper is one of the other House.
    case paperOfOtherHouse(House)
    /// A letter answers it.
    case answered(byLetter: Int)
    case reasonMissing
    /// It is linked to it already.
    case linkedAlready
    /// Nothing would change.
    case nothingCorrected
    case targetMissing
    /// Words for the day on which it was said, without why they mean that day.
    case madeReasonMissing
    /// Key data of the Eerste Kamer at something for the other House.
    case keyDataOfOtherHouse
    /// What a source says has to name on what, which source, and what.
    case sourceIncomplete
    /// The standing that it has from the beginning does not fit.
    case standingRefused(StandingRefusal)

    /// Whether the officer may say that it is something else.
    package var isResemblance: Bool {
        if case .looksLike = self { true } else { false }
    }
}

/// What an officer puts into the register.
package struct NewEntry: Sendable, Equatable {
    package var facts: RegisterFacts
    package var movers: [String]
    package var due: Due?
    /// How it stands already; nil where it is open.
    package var standing: StandingChange?

    package init(_ facts: RegisterFacts, movers: [String] = [], due: Due? = nil, standing: StandingChange? = nil) {
        self.facts = facts
        self.movers = movers
        self.due = due
        self.standing = standing
    }
}
