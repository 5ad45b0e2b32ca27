import Database
import Kernel

/// What the House decided last on a motion, by its open data: a decision (Besluit) on a matter (Zaak).
package struct HouseMotion: Sendable, Equatable {
    /// The identifier of the matter.
    package let id: String
    /// The number of the matter, such as `2025Z07345`.
    package let number: String
    /// In the House's own words, such as "Stemmen - aangenomen".
    package let decision: String
    package let step: Motion.Step
    /// Since when it says so: when the source last touched it as far as it tells, or else when we saw it so first.
    package let since: Day
    /// Whether the source tells that day, and not when we read it in.
    package let isSinceTold: Bool
    let content: [UInt8]

    /// What a kind of decision means for a motion; nil for one that moves nothing, such as a vote that is put off.
    static func step(of kind: String) -> Motion.Step? {
        switch kind.lowercased() {
        case "ingediend": .submitted
        case "stemmen - aangenomen", "stemmen - zonder stemming aannemen": .adopted
        case "stemmen - verworpen": .rejected
        case "stemmen - ingetrokken", "ingetrokken": .withdrawn
        case "stemmen - aangehouden", "aangehouden": .held
        case "overgenomen", "stemmen - overgenomen": .takenOver
        default: kind.lowercased().hasPrefix("termijn - vervallen") ? .lapsed : nil
        }
    }
}

/// Of a row of `house_item`.
let isMotionOfTheHouse = #"fields LIKE '%"kind":["Motie"%'"#

/// Where the House and we do not say the same of a motion.
package struct HouseMotionDifference: Sendable, Equatable {
    package let entry: RegisterEntry
    package let motion: HouseMotion
    /// Since when it stands so here, as far as its days are known.
    package let here: Day
    package var explanation: HouseExplanation?
}

extension RegisterEntry {
    /// What of a motion a difference is about.
    var stepForHouse: String { motion?.step.rawValue ?? "" }

    /// Where this motion and the House's last decision on it differ; nil where they say the same.
    func difference(from house: HouseMotion) -> HouseMotionDifference? {
        // What was changed since it was submitted has not been decided on.
        guard let motion, motion.step != house.step, !(motion.step == .changed && house.step == .submitted) else { return nil }
        let ours = motion.events.last { $0.day != nil }?.day ?? facts.madeOn
        return HouseMotionDifference(entry: self, motion: house, here: ours)
    }
}

/// Which of two decisions is the last: the one that ends the motion, whenever the other was edited, and else the one that the
/// source touched last.
private struct DecisionRank: Comparable {
    let isEnd: Bool
    let at: String

    static func < (one: Self, other: Self) -> Bool {
        one.isEnd == other.isEnd ? one.at < other.at : other.isEnd
    }
}

extension SQLConnection {
    /// What the House decided last on some matters, by their numbers.
    func houseMotions(numbered numbers: [String]) throws -> [String: HouseMotion] {
        var found: [String: (rank: DecisionRank, motion: HouseMotion)] = [:]
        for start in stride(from: 0, to: numbers.count, by: 500) {
            let some = Array(numbers[start..<min(start + 500, numbers.count)])
            let places = some.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            let rows = try query(
                """
                SELECT m.id AS id, m.number AS number, d.fields AS fields, d.changed_day AS changed_day, d.content AS content
                FROM house_item m JOIN house_decision l ON l.matter = m.id JOIN house_item d ON d.id = l.decision
                WHERE m.category = 'matter' AND m.number IN (\(places)) AND d.removed = $\(some.count + 1)
                ORDER BY d.id
                """, some.map { $0 as any SQLBindable } + [false])
            for row in rows {
                guard let (at, motion) = try houseMotion(row) else { continue }
                let rank = DecisionRank(isEnd: motion.step.isEnd, at: at)
                if let other = found[motion.number], other.rank >= rank { continue }
                found[motion.number] = (rank, motion)
            }
        }
        return found.mapValues(\.motion)
    }

    /// A decision that moves a motion, with the moment at which the source touched it.
    private func houseMotion(_ row: Row) throws -> (at: String, motion: HouseMotion)? {
        let fields = try row.houseFields()
        // A proposal is no decision yet.
        guard let kind = fields["kind"]?.first, let step = HouseMotion.step(of: kind),
            ["Besluit", nil].contains(fields["status"]?.first)
        else { return nil }
        let record = HouseRecord(id: "", category: .decision, isRemoved: false, fields: fields, raw: "")
        let touched = record.touched(orElse: try row.get("changed_day"))
        return (
            fields["changedAt"]?.first ?? " ",
            HouseMotion(
                id: try row.get("id"), number: try row.get("number"), decision: kind, step: step,
                since: touched.day, isSinceTold: touched.isTold,
                content: try row.get("content"))
        )
    }

    /// A decision that says something else may be about other matters.
    func unlink(decision: HouseRecord) throws {
        try execute("DELETE FROM house_decision WHERE decision = $1", decision.id)
    }

    /// Which matters a decision is about, so that it is found by them.
    func link(decision: HouseRecord) throws {
        for matter in Set(decision.fields["matters"] ?? []) {
            try execute(
                "INSERT INTO house_decision (matter, decision) VALUES ($1, $2) ON CONFLICT (matter, decision) DO NOTHING",
                matter.lowercased(), decision.id)
        }
    }
}
