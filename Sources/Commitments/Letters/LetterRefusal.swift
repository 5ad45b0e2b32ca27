import Kernel

/// Why a letter cannot be as asked.
package enum LetterRefusal: Refusal {
    case notFound
    case notYours
    case subjectMissing
    /// The form that comes with other words began this letter before.
    case formUsed(byLetter: Int)
    case changedMeanwhile
    /// Someone saved this part since it was shown; both texts are kept.
    case partChangedMeanwhile(LetterPart)
    case alreadySent(on: Day)
    case hasBeenMerged(into: Letter.ID)
    case hasBeenWithdrawn(on: Day)
    /// It goes along in no other letter, or that one was sent.
    case isNotMerged
    case isNotSent
    /// It comes as it did before.
    case isNotWithdrawn
    /// The day on which it is expected does not fit.
    case expectedDayRefused(DueRefusal)
    case mergesIntoItself
    /// The other letter goes to another House, or from another department.
    case goesElsewhere
    case reasonMissing
    case answeredTwice
    /// What it is to answer is not in the register any more.
    case entryGone
    /// The part is to speak of something that the letter does not answer any more.
    case answersNoMore
    /// It was said to the other House, which gets a letter of its own.
    case saidToOtherHouse(RegisterEntry.ID)
    /// A letter to this House does not get that paper: the Tweede Kamer numbers its papers, the Eerste Kamer gives them letters.
    case paperOfOtherHouse(House)
    /// A letter gets the number of a paper (Kamerstuk), and not of proceedings or something else.
    case notAPaper
    /// Another letter was sent as that paper.
    case paperTaken(byLetter: Int)
    /// The day of the letter does not lie in the year of the paper.
    case paperOfOtherYear(ParliamentaryYear)
    case headingMissing
    /// What has to change, or what the minister remarked.
    case remarksMissing
    /// It settles what is settled already, or answers what is owed no more.
    case nothingOwed(RegisterEntry.ID)
    case entryRefused(RegisterEntry.ID, StandingRefusal)
    case dayRefused(RegisterEntry.ID, DueRefusal)
    case answersNothing
    /// It says that it settles or postpones these, and no part speaks of them.
    case partMissing(for: [RegisterEntry.ID])
    /// Of what these say only a standard part speaks, as it was filled in.
    case onlyStandardText(for: [RegisterEntry.ID])
    /// It postpones this to a day, or in words, that no part about it gives.
    case dayNotGiven(RegisterEntry.ID, Day)
    /// A part tells another new day or reason of this than the letter gives, or one where the letter gives none.
    case tellsOtherwise(of: RegisterEntry.ID)
    /// A letter that goes along in it was to answer these, and it does not.
    case goesAlongUnanswered(subject: String, [RegisterEntry.ID])
    case awaitingAgreement(of: [AlignmentBody.ID])
    case awaitingDecision
    case decidedOtherwise
    /// The minister agreed to another text than there is now.
    case decidedOnEarlierText
    /// What the note says from the register is not what the minister saw.
    case decidedOnEarlierNote
    /// A letter goes after the minister decided on it.
    case sentBeforeDecision(on: Day)
    /// Parts with a heading and nothing below it.
    case partsWithoutText([String])
    /// References in the text that cannot be read, as they stand there.
    case unreadableReferences([String])
    /// Notes in the text that are never closed, as they begin.
    case unclosedNotes([String])
    case sentInTheFuture(Day)
    case decidedInTheFuture(Day)
    /// A later decision is there already.
    case decidedBefore(Day)
    /// What it was sent as stays the same.
    case nothingCorrected
}
