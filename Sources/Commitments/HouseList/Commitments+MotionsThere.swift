import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let houseMotionElsewhere = AuditAction("register.house-motion-elsewhere")
    package static let houseMotionElsewhereTakenBack = AuditAction("register.house-motion-elsewhere-taken-back")
}

/// The House's motions in dossiers of ours that are in nobody's register.
package struct HouseMotionsThere: Sendable {
    /// Of which one of the departments may have to do something.
    package let open: [HouseMotionThere]
    /// Which are for none of the departments, as they said.
    package let elsewhere: [HouseMotionThere]
}

extension Commitments {
    /// The House's motions that are in nobody's register, in a dossier of which these departments have something: by its number, or by a
    /// motion that they have with its number. The House does not say for whom a motion is; a shared dossier is the nearest that
    /// its open data tell.
    ///
    /// Who writes nothing sees what is open for any department that they read.
    package func motionsThere(for officer: RegisterOfficer) async throws -> HouseMotionsThere {
        let theirs = officer.writes.isEmpty ? officer.reads : officer.writes
        return try await database.read { try $0.motionsThere(for: theirs) }
    }

    /// What the motions of ours are about that have no number and may be the same as some of the House's, by its identifier.
    package func resembled(
        by motions: [HouseMotionThere], for officer: RegisterOfficer
    ) async throws -> [String: String] {
        let candidates = motions.map { HouseMotionCandidate(id: $0.id, number: $0.number, subject: $0.subject, begun: $0.begun) }
        var found: [String: String] = [:]
        for entry in try await entries(for: officer) where entry.isMotionWithoutNumber {
            for candidate in HouseMotionCandidate.likely(among: candidates, for: entry) {
                found[candidate.id] = entry.facts.title
            }
        }
        return found
    }

    /// Says that a motion is not for the departments that the officer writes for.
    ///
    /// - Throws: `RegisterRefusal`, `reasonMissing` without a reason.
    package func leaveElsewhere(_ matter: String, reason: String, by officer: RegisterOfficer) async throws {
        guard !officer.writes.isEmpty else { throw RegisterRefusal.notYours }
        let list = try await motionsThere(for: officer)
        // Sent twice, or by a colleague as well.
        guard !list.elsewhere.contains(where: { $0.id == matter }) else { return }
        guard let motion = list.open.first(where: { $0.id == matter }) else { throw RegisterRefusal.notFound }
        guard !reason.isEmpty else { throw RegisterRefusal.reasonMissing }
        let (today, note) = (today, note(.houseMotionElsewhere, motion.number, by: officer))
        try await audit.command { db in
            for department in officer.writes.sorted() {
                try db.execute(
                    """
                    INSERT INTO house_motion_elsewhere (matter, department, reason, officer, day) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (matter, department) DO NOTHING
                    """, matter, department, reason, officer.officer.id, today)
            }
            return note
        }
    }

    /// Takes that back, for the departments that the officer writes for.
    ///
    /// - Throws: `RegisterRefusal`.
    package func takeBackElsewhere(_ matter: String, by officer: RegisterOfficer) async throws {
        guard !officer.writes.isEmpty else { throw RegisterRefusal.notYours }
        let list = try await motionsThere(for: officer)
        guard !list.open.contains(where: { $0.id == matter }) else { return }
        guard let motion = list.elsewhere.first(where: { $0.id == matter }) else { throw RegisterRefusal.notFound }
        let note = note(.houseMotionElsewhereTakenBack, motion.number, by: officer)
        try await audit.command { db in
            for department in officer.writes.sorted() {
                try db.execute("DELETE FROM house_motion_elsewhere WHERE matter = $1 AND department = $2", matter, department)
            }
            return note
        }
    }
}

extension SQLConnection {
    fileprivate func motionsThere(for departments: Set<Organisation.ID>) throws -> HouseMotionsThere {
        guard !departments.isEmpty else { return HouseMotionsThere(open: [], elsewhere: []) }
        let places = (0..<departments.count).map { "$\($0 + 2)" }.joined(separator: ", ")
        let rows = try query(
            """
            SELECT id, house_item.number AS number, fields, min(found.dossier) AS dossier FROM (
                SELECT there.matter AS matter,
                    CASE WHEN (SELECT count(*) FROM house_dossier one WHERE one.matter = ours.id) = 1
                    THEN register_entry.dossier END AS dossier
                FROM register_entry
                JOIN house_item ours ON ours.category = 'matter' AND ours.number = register_entry.house_number
                JOIN house_dossier shared ON shared.matter = ours.id
                JOIN house_dossier there ON there.dossier = shared.dossier
                WHERE register_entry.department IN (\(places)) AND \(entryStays)
                UNION
                SELECT there.matter, register_entry.dossier FROM register_entry
                JOIN house_dossier_number numbered ON numbered.number = lower(register_entry.dossier)
                JOIN house_dossier there ON there.dossier = numbered.dossier
                WHERE register_entry.department IN (\(places)) AND \(entryStays)) found
            JOIN house_item ON house_item.id = found.matter
            WHERE category = 'matter' AND removed = $1 AND house_item.number IS NOT NULL AND \(isMotionOfTheHouse)
            AND house_item.number NOT IN (SELECT house_number FROM register_entry WHERE house_number IS NOT NULL AND \(entryStays))
            GROUP BY id, house_item.number, fields
            """, [false as any SQLBindable] + departments.sorted().map { $0 as any SQLBindable })
        let said = Dictionary(grouping: try elsewhere(of: departments), by: \.matter)
        let decided = try houseMotions(numbered: rows.map { try $0.get("number") })
        let motions = try rows.map { row in
            let motion = try HouseMotionCandidate(row: row)
            return HouseMotionThere(
                id: motion.id, number: motion.number, subject: motion.subject, begun: motion.begun,
                decided: decided[motion.number],
                dossier: try row.get("dossier", as: String?.self).flatMap { Dossier(written: $0) },
                elsewhere: (said[motion.id] ?? []).map(\.explanation))
        }.sorted(by: HouseMotionThere.isBefore)
        // One row for each department that said so.
        return HouseMotionsThere(
            open: motions.filter { $0.elsewhere.count < departments.count },
            elsewhere: motions.filter { $0.elsewhere.count == departments.count })
    }

    private func elsewhere(
        of departments: Set<Organisation.ID>
    ) throws -> [(matter: String, explanation: HouseExplanation)] {
        try query("SELECT * FROM house_motion_elsewhere ORDER BY matter, department").filter { row in
            departments.contains(try row.get("department"))
        }.map { row in (try row.get("matter"), try HouseExplanation(row: row)) }
    }

    /// In which dossiers a matter is, so that it is found by those of others. OData tells a dossier as `identifier=number`, where it is
    /// expanded; the SyncFeed its identifier alone.
    func link(matter: HouseRecord) throws {
        for dossier in Set(matter.fields["dossiers"] ?? []) {
            let parts = dossier.lowercased().split(separator: "=", omittingEmptySubsequences: false).map { String($0) }
            let (number, id) = (parts.count == 2 ? parts[1] : nil, parts[0].isEmpty ? parts.last! : parts[0])
            try execute(
                "INSERT INTO house_dossier (dossier, matter) VALUES ($1, $2) ON CONFLICT (dossier, matter) DO NOTHING", id,
                matter.id)
            guard let number else { continue }
            try execute(
                """
                INSERT INTO house_dossier_number (dossier, number) VALUES ($1, $2) ON CONFLICT (dossier) DO UPDATE SET number = $2
                """, id, number)
        }
    }

    /// A matter that says something else may be in other dossiers; one that is part of a decision may not tell of its own.
    func unlink(matter: HouseRecord) throws {
        guard matter["dossiers"] != nil else { return }
        try execute("DELETE FROM house_dossier WHERE matter = $1", matter.id)
    }
}
