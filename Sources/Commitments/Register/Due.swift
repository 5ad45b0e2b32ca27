import Kernel

/// When something was said to come: the words, and the day that a person made of them.
package struct Due: Sendable, Equatable {
    /// As they were said, such as "voor de zomer"; empty where a day was named.
    package let words: String
    /// Nil while nobody has made a day of the words.
    package let day: Day?
    /// Why this day: how the words were read, or why it moved.
    package let reason: String
    /// When the House was told, or the day was agreed.
    package let told: Day
    /// The letter that told it.
    package let letter: Reference?

    package init(words: String, day: Day?, reason: String, told: Day, letter: Reference? = nil) {
        self.words = words
        self.day = day
        self.reason = reason
        self.told = told
        self.letter = letter
    }
}

/// Why an entry gets no such day.
package enum DueRefusal: Refusal {
    case neitherWordsNorDay
    case reasonMissing
    /// The day is the one that it has.
    case doesNotMove(Day)
    /// A postponement goes to a later day.
    case notLater(than: Day)
    /// It lies before the entry was made.
    case beforeItWasSaid(Day)
    /// Nothing is owed any more.
    case nothingOwed
    /// What was told cannot lie in the future.
    case toldInTheFuture(Day)
}

extension RegisterEntry {
    /// The entry with another day. The days before stay in its history.
    ///
    /// - Parameter isPostponement: whether the House was told that it comes later.
    package func due(_ due: Due, isPostponement: Bool = false, on today: Day) throws(DueRefusal) -> RegisterEntry {
        guard isOwed else { throw .nothingOwed }
        guard due.day != nil || !due.words.isEmpty else { throw .neitherWordsNorDay }
        guard !due.reason.isEmpty else { throw .reasonMissing }
        guard due.told <= today else { throw .toldInTheFuture(due.told) }
        if let day = due.day, day < facts.madeOn { throw .beforeItWasSaid(facts.madeOn) }
        if let present = self.due?.day, let day = due.day {
            guard day != present else { throw .doesNotMove(present) }
            guard !isPostponement || day > present else { throw .notLater(than: present) }
        }
        var entry = self
        entry.dues.append(due)
        return entry
    }
}
