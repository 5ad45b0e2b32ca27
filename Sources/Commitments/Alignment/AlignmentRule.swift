import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let alignmentRuleSet = AuditAction("letter.alignment-rule-set")
}

/// The rule of a body about silence, with where it stands. Without one silence agrees to nothing.
package struct AlignmentRule: Sendable, Equatable {
    /// Which asks.
    package let department: Organisation.ID
    package let body: AlignmentBody.ID
    /// Whether who has not answered on the last day has agreed.
    package let silenceAgrees: Bool
    /// Where the rule stands.
    package let source: String
    package let officer: Officer.ID
    package let day: Day
}

/// Why a rule is not kept.
package enum AlignmentRuleRefusal: Refusal {
    case notFound
    /// Who coordinates the department keeps the rules.
    case notYours
    case unknownBody(String)
    /// Nobody could look it up.
    case sourceMissing
    case isSoAlready
}

extension Commitments {
    /// The rules of the bodies that a department asks, by body.
    ///
    /// - Throws: `AlignmentRuleRefusal.notFound` where it is not the officer's to see.
    package func alignmentRules(of department: Organisation.ID, for officer: RegisterOfficer) async throws -> [AlignmentRule] {
        guard officer.reads.contains(department) else { throw AlignmentRuleRefusal.notFound }
        return try await database.read { try $0.alignmentRules(of: department) }
    }

    /// Records the rule of a body. It holds for rounds that are opened from then on; who was asked before was asked under another.
    ///
    /// - Throws: `AlignmentRuleRefusal`.
    package func setAlignmentRule(
        silenceAgrees: Bool, source: String, of body: AlignmentBody.ID, at department: Organisation.ID,
        by officer: RegisterOfficer
    ) async throws {
        guard officer.reads.contains(department) else { throw AlignmentRuleRefusal.notFound }
        guard officer.coordinates.contains(department) else { throw AlignmentRuleRefusal.notYours }
        guard AlignmentBody.named(body)?.purpose == .agreement else { throw AlignmentRuleRefusal.unknownBody(body.code) }
        guard !source.isEmpty else { throw AlignmentRuleRefusal.sourceMissing }
        let today = today
        try await audit.command { [self] db in
            let present = try db.alignmentRules(of: department).first { $0.body == body }
            guard present.map({ ($0.silenceAgrees, $0.source) != (silenceAgrees, source) }) ?? true else {
                throw AlignmentRuleRefusal.isSoAlready
            }
            let number = try db.nextNumber(
                in: "alignment_rule", where: "department = $1 AND body = $2", department, body.code)
            try db.execute(
                """
                INSERT INTO alignment_rule (department, body, number, silence_agrees, source, officer, day)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """, department, body.code, number, silenceAgrees, source,
                officer.officer.id, today)
            return access.note(
                .alignmentRuleSet, by: officer.function, at: .officerDoor, officer: officer.officer.id,
                text: "\(department.code) \(body.code) \(silenceAgrees)")
        }
    }
}

extension SQLConnection {
    /// The last rule of each body.
    func alignmentRules(of department: Organisation.ID) throws -> [AlignmentRule] {
        let rows = try query("SELECT * FROM alignment_rule WHERE department = $1 ORDER BY body, number", department)
        let rules = try rows.compactMap { row -> AlignmentRule? in
            guard let body = AlignmentBody.ID(try row.get("body", as: String.self)) else { return nil }
            return AlignmentRule(
                department: department, body: body, silenceAgrees: try row.get("silence_agrees"), source: try row.get("source"),
                officer: try row.get("officer"), day: try row.get("day"))
        }
        return Dictionary(grouping: rules, by: \.body).compactMap(\.value.last).sorted { $0.body < $1.body }
    }
}
