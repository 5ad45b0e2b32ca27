import Access
import Database
import Kernel

/// What could not be laid beside the other list: ours without a number of the House, and its rows of which it does not say whose
/// they are.
package struct HouseLeftovers: Sendable {
    /// When the House's list was read in last; nil where it never was.
    package let imported: Day?
    /// What is owed of promises to the Tweede Kamer without its number, what is due first on top.
    package let promises: [RegisterEntry]
    /// Motions without the number of their matter.
    package let motions: [UnnumberedMotion]
    /// Promises of which the House tells neither a ministry nor a function that we know.
    package let unclaimed: [HouseItem]
}

/// A motion of ours without the number of its matter, with the House's motions that look like it, the likeliest first.
package struct UnnumberedMotion: Sendable {
    package let entry: RegisterEntry
    package let candidates: [HouseMotionCandidate]
}

/// A motion as the House keeps it, as far as one recognises it by.
package struct HouseMotionCandidate: Sendable, Equatable {
    /// The identifier of the matter.
    package let id: String
    package let number: String
    package let subject: String
    /// When the House began with it, as far as it tells.
    package let begun: Day?
}

extension Commitments {
    /// What could not be compared, for the departments of which the officer reads the register.
    package func houseLeftovers(for officer: RegisterOfficer) async throws -> HouseLeftovers {
        let list = try await differences(for: officer)
        let names = Set(list.unnumberedMotions.flatMap { $0.motion!.movers.compactMap(\.nameToFind) })
        let found = try await database.read { try $0.motions(naming: names) }.filter { !list.numbers.contains($0.number) }
        return HouseLeftovers(
            imported: list.imported, promises: list.unnumbered.inOrder,
            motions: list.unnumberedMotions.inOrder.map { motion in
                UnnumberedMotion(entry: motion, candidates: HouseMotionCandidate.likely(among: found, for: motion))
            }, unclaimed: list.unclaimed)
    }

    /// Says that something on the House's list is an entry that has no number yet. The entry gets the number; that it had none stays
    /// in its history, like any correction.
    ///
    /// - Throws: `RegisterRefusal`.
    package func link(_ itemID: String, to id: RegisterEntry.ID, by officer: RegisterOfficer) async throws {
        let entry = try await entry(id, for: officer)
        guard entry.facts.houseNumber == nil else { throw RegisterRefusal.changedMeanwhile }
        guard let text = try await database.read({ try $0.numberAtTheHouse(of: itemID) }) else { throw RegisterRefusal.notFound }
        guard let number = try? HouseNumber(text) else { throw RegisterRefusal.numberUnreadable }
        var facts = entry.facts
        facts.houseNumber = number
        try await correct(
            NewEntry(facts, movers: entry.motion?.movers ?? []), of: id, version: entry.version, by: officer)
    }

    /// Takes over a promise of which the House does not say whose it is.
    ///
    /// - Parameter department: whose it is.
    /// - Throws: `RegisterRefusal`, `looksLike` where we have it without its number.
    @discardableResult package func claim(
        _ itemID: String, for department: Organisation.ID, by officer: RegisterOfficer
    ) async throws -> RegisterEntry.ID {
        guard let item = try await differences(for: officer).unclaimed.first(where: { $0.id == itemID }) else {
            throw RegisterRefusal.notFound
        }
        return try await register(item, at: department, by: officer).id
    }
}

extension RegisterEntry {
    /// Whether it is a motion in the Tweede Kamer that cannot be found there by its number.
    var isMotionWithoutNumber: Bool { motion != nil && facts.house == .tweedeKamer && facts.houseNumber == nil }
}

extension HouseMotionCandidate {
    /// Of a row of `house_item` with an identifier, a number and fields.
    init(row: Row) throws {
        let record = HouseRecord(
            id: try row.get("id"), category: .matter, isRemoved: false, fields: try row.houseFields(), raw: "")
        self.init(
            id: record.id, number: try row.get("number"), subject: record["subject"] ?? record["title"] ?? "",
            begun: record.day("madeAt"))
    }

    /// How many are shown of each motion.
    private static let most = 3

    /// Motions of one debate are submitted on its day or soon after.
    private static let nearInDays = 14

    /// Those that name a mover, and share a word of some length with a motion of ours or were submitted about when it was.
    static func likely(among all: [HouseMotionCandidate], for entry: RegisterEntry) -> [HouseMotionCandidate] {
        let movers = Set(entry.motion!.movers.compactMap(\.nameToFind))
        let ours = "\(entry.facts.title) \(entry.facts.wording)".longWords
        let likenesses = all.compactMap { candidate -> (likeness: Int, candidate: HouseMotionCandidate)? in
            guard !movers.isDisjoint(with: candidate.subject.lowercased().plainStretches) else { return nil }
            let shared = candidate.subject.longWords.intersection(ours).count
            let isNear = candidate.begun.map { abs($0 - entry.facts.madeOn) <= nearInDays } ?? false
            guard shared > 0 || isNear else { return nil }
            return (2 * shared + (isNear ? 1 : 0), candidate)
        }
        return likenesses.sorted { ($1.likeness, $0.candidate.number) < ($0.likeness, $1.candidate.number) }.prefix(most).map(
            \.candidate)
    }
}

extension StringProtocol {
    /// What stands between all that is no plain letter.
    fileprivate var plainStretches: [String] { split { !($0.isASCII && $0.isLetter) }.map { String($0) } }
}

extension String {
    /// The longest stretch of plain letters of the last word of a name, in lower case: what both engines find in a text whatever
    /// they hold of accents. Nil where it is too short to find anything by.
    fileprivate var nameToFind: String? {
        let last = lowercased().split(separator: " ").last { !$0.hasSuffix(".") } ?? ""
        guard let longest = last.plainStretches.max(by: { $0.count < $1.count }), longest.count > 2 else { return nil }
        return longest
    }

    /// Words of more than five letters, without those that stand in any motion.
    fileprivate var longWords: Set<String> {
        let words = lowercased().split { !$0.isLetter }.filter { $0.count > 5 }.map(String.init)
        return Set(words).subtracting(["regering", "verzoekt", "minister", "kabinet", "worden"])
    }
}

extension SQLConnection {
    /// The number of something that the House still has.
    fileprivate func numberAtTheHouse(of id: String) throws -> String? {
        try first(
            "SELECT number FROM house_item WHERE id = $1 AND category IN ('promise', 'matter') AND removed = $2", id, false)?.get(
                "number", as: String?.self)
    }

    /// The House's motions of which the subject holds one of some names.
    fileprivate func motions(naming names: Set<String>) throws -> [HouseMotionCandidate] {
        guard !names.isEmpty else { return [] }
        let patterns = names.sorted().map { "%\($0)%" }
        let conditions = patterns.indices.map { "lower(fields) LIKE $\($0 + 2)" }.joined(separator: " OR ")
        let rows = try query(
            """
            SELECT id, number, fields FROM house_item
            WHERE category = 'matter' AND removed = $1 AND number IS NOT NULL AND \(isMotionOfTheHouse) AND (\(conditions))
            ORDER BY number
            """, [false as any SQLBindable] + patterns.map { $0 as any SQLBindable })
        return try rows.map(HouseMotionCandidate.init(row:))
    }
}
