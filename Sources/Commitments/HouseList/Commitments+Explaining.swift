import Access
import AuditLog
import Kernel

extension AuditAction {
    package static let houseDifferenceExplained = AuditAction("register.house-difference-explained")
    package static let houseExplanationTakenBack = AuditAction("register.house-explanation-taken-back")
}

extension Commitments {
    /// Says why a difference may stay. It comes back when the House's item or our entry changes.
    package func explain(_ itemID: String, reason: String, by officer: RegisterOfficer) async throws {
        guard !reason.isEmpty else { throw RegisterRefusal.targetMissing }
        let (item, entry) = try await difference(itemID, toExplainBy: officer)
        let (today, here) = (today, entry?.stateForHouse ?? "")
        let note = note(.houseDifferenceExplained, item.number, by: officer)
        try await audit.command { db in
            try db.explain(
                itemID, content: item.content, here: here, reason: reason, by: officer.officer.id, on: today)
            return note
        }
    }

    /// Says why an entry may stand here alone.
    package func explain(_ id: RegisterEntry.ID, reason: String, by officer: RegisterOfficer) async throws {
        let entry = try await entry(id, toExplainBy: officer)
        guard !reason.isEmpty else { throw RegisterRefusal.targetMissing }
        try await mustStandAlone(entry, for: officer)
        let (today, note) = (today, note(.houseDifferenceExplained, entry.facts.houseNumber?.text ?? "", by: officer))
        try await audit.command { db in
            try db.explain(id, reason: reason, by: officer.officer.id, on: today)
            return note
        }
    }

    /// Takes back why a difference may stay, so that it stands among those that nobody explained.
    ///
    /// - Parameter reason: what the officer saw.
    package func takeBackExplanation(_ reason: String, of itemID: String, by officer: RegisterOfficer) async throws {
        let (item, _) = try await difference(itemID, toExplainBy: officer)
        let note = note(.houseExplanationTakenBack, item.number, by: officer)
        try await audit.command { db in
            try db.unexplain(itemID, saying: reason)
            return note
        }
    }

    /// The same for an entry that stands here alone.
    package func takeBackExplanation(_ reason: String, of id: RegisterEntry.ID, by officer: RegisterOfficer) async throws {
        let entry = try await entry(id, toExplainBy: officer)
        try await mustStandAlone(entry, for: officer)
        let note = note(.houseExplanationTakenBack, entry.facts.houseNumber?.text ?? "", by: officer)
        try await audit.command { db in
            try db.unexplain(id, saying: reason)
            return note
        }
    }

    private func difference(
        _ itemID: String, toExplainBy officer: RegisterOfficer
    ) async throws -> (item: HouseItem, entry: RegisterEntry?) {
        guard let difference = try await differences(for: officer).differences.first(where: { $0.item?.id == itemID }),
            let item = difference.item
        else { throw RegisterRefusal.notFound }
        let tree = try await access.roster().tree
        let department = difference.entry?.facts.department ?? item.department(in: tree, of: officer.reads, on: today)
        guard let department, officer.writes.contains(department) else { throw RegisterRefusal.notYours }
        return (item, difference.entry)
    }

    private func entry(_ id: RegisterEntry.ID, toExplainBy officer: RegisterOfficer) async throws -> RegisterEntry {
        let entry = try await entry(id, for: officer)
        guard officer.writes.contains(entry.facts.department) else { throw RegisterRefusal.notYours }
        return entry
    }

    private func mustStandAlone(_ entry: RegisterEntry, for officer: RegisterOfficer) async throws {
        let differences = try await differences(for: officer).differences
        guard differences.contains(where: { $0.kind == .onlyHere && $0.entry?.id == entry.id }) else {
            throw RegisterRefusal.notFound
        }
    }

    func note(_ action: AuditAction, _ number: String, by officer: RegisterOfficer) -> AuditNote {
        access.note(action, by: officer.function, at: .officerDoor, officer: officer.officer.id, text: number)
    }
}
