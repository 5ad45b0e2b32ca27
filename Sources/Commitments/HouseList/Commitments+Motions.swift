import Access
import AuditLog
import Database
import Kernel

extension Commitments {
    /// Where what the House decided on motions and our register differ, those that nobody explained first.
    package func motionDifferences(for officer: RegisterOfficer) async throws -> [HouseMotionDifference] {
        let motions = try await entries(for: officer).filter { $0.motion != nil && $0.facts.houseNumber?.kind == .matter }
        let numbers = motions.compactMap(\.facts.houseNumber?.text)
        let (decided, explanations) = try await database.read { db in
            (try db.houseMotions(numbered: numbers), try db.houseExplanations())
        }
        let differences = motions.compactMap { entry -> HouseMotionDifference? in
            guard let house = decided[entry.facts.houseNumber!.text], var difference = entry.difference(from: house) else {
                return nil
            }
            if let found = explanations[house.id], found.content == house.content, found.here == entry.stepForHouse {
                difference.explanation = found.explanation
            }
            return difference
        }
        return differences.filter { $0.explanation == nil } + differences.filter { $0.explanation != nil }
    }

    /// Takes over what the House decided on a motion.
    ///
    /// - Parameter day: on which the House decided it; the open data do not say, so nil where nobody looked it up.
    /// - Throws: `MotionRefusal` where our history of the motion does not allow the step; `RegisterRefusal`.
    @discardableResult package func takeOverMotion(
        _ matter: String, on day: Day?, by officer: RegisterOfficer
    ) async throws -> RegisterEntry.ID {
        let difference = try await motionDifference(matter, for: officer)
        try await take(
            difference.motion.step, on: day, stayed: true, of: difference.entry.id, version: difference.entry.version, by: officer
        )
        return difference.entry.id
    }

    /// Says why a difference may stay. It comes back when the House decides again or our motion takes a step.
    package func explainMotion(_ matter: String, reason: String, by officer: RegisterOfficer) async throws {
        guard !reason.isEmpty else { throw RegisterRefusal.targetMissing }
        let difference = try await motionDifference(matter, for: officer)
        guard officer.writes.contains(difference.entry.facts.department) else { throw RegisterRefusal.notYours }
        let (today, motion, here) = (today, difference.motion, difference.entry.stepForHouse)
        let note = note(.houseDifferenceExplained, motion.number, by: officer)
        try await audit.command { db in
            try db.explain(
                motion.id, content: motion.content, here: here, reason: reason, by: officer.officer.id, on: today)
            return note
        }
    }

    /// Takes back why a difference may stay.
    ///
    /// - Parameter reason: what the officer saw.
    package func takeBackMotionExplanation(_ reason: String, of matter: String, by officer: RegisterOfficer) async throws {
        let difference = try await motionDifference(matter, for: officer)
        guard officer.writes.contains(difference.entry.facts.department) else { throw RegisterRefusal.notYours }
        let note = note(.houseExplanationTakenBack, difference.motion.number, by: officer)
        try await audit.command { db in
            try db.unexplain(matter, saying: reason)
            return note
        }
    }

    private func motionDifference(_ matter: String, for officer: RegisterOfficer) async throws -> HouseMotionDifference {
        guard let found = try await motionDifferences(for: officer).first(where: { $0.motion.id == matter }) else {
            throw RegisterRefusal.notFound
        }
        return found
    }
}
