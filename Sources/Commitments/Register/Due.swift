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
    /// A day that has passed when it is told is no promise.
    case beforeItWasTold(Day)
    /// A day so far ahead is a slip of the pen.
    case tooFarAhead(Day)
    /// A letter to the other House tells this one nothing.
    case paperOfOtherHouse(House)
    case paperOfYearToCome(ParliamentaryYear)
    /// What is late does not stop being so by words: it gets a new day.
    case lateWithoutDay(since: Day)
}

extension Due {
    /// How many years ahead a day may lie.
    private static let yearsAhead = 20

    /// Why the day does not fit when it was told, of something that was said on a day; nil where it does.
    package func refusal(since said: Day) -> DueRefusal? {
        guard told >= said else { return .beforeItWasSaid(said) }
        guard let day else { return nil }
        if day < said { return .beforeItWasSaid(said) }
        if day < told { return .beforeItWasTold(told) }
        return day.year > told.year + Self.yearsAhead ? .tooFarAhead(day) : nil
    }
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
        if let present = self.due?.day, due.day == present { throw .doesNotMove(present) }
        if let refusal = due.refusal(since: facts.madeOn) { throw refusal }
        if let house = due.letter?.house, house != facts.house { throw .paperOfOtherHouse(facts.house) }
        if let year = due.letter?.year, year > ParliamentaryYear.last(on: today) { throw .paperOfYearToCome(year) }
        if let late = self.due?.day, late < today, due.day == nil { throw .lateWithoutDay(since: late) }
        if isPostponement, let present = self.due?.day, let day = due.day, day < present { throw .notLater(than: present) }
        var entry = self
        entry.dues.append(due)
        return entry
    }
}
