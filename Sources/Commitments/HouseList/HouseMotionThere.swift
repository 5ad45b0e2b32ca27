import Kernel

/// A motion that only the House has, in a dossier of which we have something in the register.
package struct HouseMotionThere: Sendable, Equatable {
    /// The identifier of the matter.
    package let id: String
    /// The number of the matter, such as `2025Z07345`.
    package let number: String
    /// In the House's words, such as "Motie van het lid Olger van Dijk over een register".
    package let subject: String
    /// When the House began with it, as far as it tells.
    package let begun: Day?
    /// What the House decided on it last; nil where it did not yet.
    package let decided: HouseMotion?
    /// The dossier, where it can be told which of ours it is.
    package let dossier: Dossier?
    /// Why it is not for them, by those who said so.
    package let elsewhere: [HouseExplanation]

    /// Who moved it, where the subject names them and nothing else: "de leden Chakor en Bamenga" are two.
    package var movers: [String] {
        guard let found = subject.firstMatch(of: Self.naming) else { return [] }
        let plain = found.1.replacing(Self.remark, with: "").replacing(" c.s.", with: "")
        let names = plain.replacing(" en ", with: ", ").split(separator: ", ").map { String($0).trimmingSpace }
        let areNames = names.allSatisfy { name in
            name.split(separator: " ").allSatisfy { $0.first!.isUppercase || Self.particles.contains(String($0)) }
        }
        return areNames ? names : []
    }

    private static let particles: Set = ["van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "el", "al", "von"]

    /// What the House adds in brackets, such as what a motion stands in for.
    private nonisolated(unsafe) static let remark = #/\s*\([^)]*\)/#

    /// What it is about, without the words in front that name the movers.
    package var about: String {
        guard let found = subject.firstMatch(of: Self.naming) else { return subject }
        let rest = subject[found.range.upperBound...]
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }

    /// Compiled once: that takes longer than to search by it. Nothing changes it, and it holds no code of ours.
    private nonisolated(unsafe) static let naming = #/van (?:het lid|de leden) (.+?) (?:over|om) /#

    /// Adopted ones first, then those on which nothing was decided; of each the youngest first.
    static func isBefore(_ one: HouseMotionThere, _ other: HouseMotionThere) -> Bool {
        one.rank == other.rank ? one.number > other.number : one.rank < other.rank
    }

    private var rank: Int {
        switch decided?.step {
        case .adopted, .takenOver: 0
        case nil, .submitted, .changed, .held: 1
        case .rejected, .withdrawn, .lapsed: 2
        }
    }
}
