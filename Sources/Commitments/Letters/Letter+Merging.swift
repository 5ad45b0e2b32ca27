import Kernel

extension Letter {
    /// The letter in which this one goes along in the end; itself where it goes along in none.
    ///
    /// - Parameter letters: by their identifiers.
    func end(among letters: [ID: Letter]) -> Letter {
        var (last, passed) = (self, Set([id]))
        while case .merged(let other, _, _) = last.state, let next = letters[other], passed.insert(other).inserted { last = next }
        return last
    }

    /// Whether another can go along in this one: both are written for the same House by the same department.
    func mayTakeAlong(_ other: Letter) -> Bool {
        isDraft && id != other.id && house == other.house && department == other.department
    }

    /// When the House gets what the letter says: with the one in which it goes along in the end, where that has a day of its own.
    func due(goingAlongIn last: Letter) -> Due? { isDraft ? due : last.due ?? due }
}
