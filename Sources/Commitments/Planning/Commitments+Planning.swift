import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let overviewSent = AuditAction("register.overview-sent")
    package static let overviewRecalled = AuditAction("register.overview-recalled")
}

extension Commitments {
    /// The planning overview of today beside the one that the House has.
    ///
    /// - Throws: `PlanningRefusal.notFound` where it is not the officer's to see.
    package func planning(
        of department: Organisation.ID, to house: House, for officer: RegisterOfficer
    ) async throws -> PlanningComparison {
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        return try await planning(of: department, to: house)
    }

    /// The same for those who run the server.
    package func planning(of department: Organisation.ID, to house: House) async throws -> PlanningComparison {
        let today = today
        return try await database.read { try $0.planning(of: department, to: house, on: today) }
    }

    /// The overviews that a House got, the last first.
    package func sentOverviews(
        of department: Organisation.ID, to house: House, for officer: RegisterOfficer
    ) async throws -> [SentOverviewLine] {
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        return try await database.read { try $0.sentOverviewLines(of: department, to: house) }
    }

    /// An overview that a House got, by its number; nil where there is none.
    package func sentOverview(
        _ number: Int, of department: Organisation.ID, to house: House, for officer: RegisterOfficer
    ) async throws -> SentOverview? {
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        return try await database.read { try $0.sentOverview(number, of: department, to: house) }
    }

    /// Keeps the overview as the House gets it.
    ///
    /// - Parameter seen: what the officer saw and sent.
    /// - Throws: `PlanningRefusal`.
    @discardableResult package func send(
        _ seen: PlanningFingerprint, of department: Organisation.ID, to house: House, on day: Day, by officer: RegisterOfficer
    ) async throws -> SentOverview {
        let (today, id) = (today, SentOverview.ID(from: entropy))
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        guard officer.coordinates.contains(department) else { throw PlanningRefusal.notYours }
        guard day <= today else { throw PlanningRefusal.sentInTheFuture(day) }
        return try await audit.command { [self] db in
            let present = try db.planning(of: department, to: house, on: today)
            guard !present.overview.rows.isEmpty else { throw PlanningRefusal.nothingInIt }
            guard PlanningFingerprint(present) == seen else {
                throw PlanningRefusal.changedMeanwhile
            }
            if let last = present.last {
                guard day >= last.sentOn else { throw PlanningRefusal.beforeTheLast(last.sentOn) }
                guard day > last.sentOn || !present.isUnchanged else { throw PlanningRefusal.sentAlready(day) }
            }
            if let newest = present.newest, day < newest { throw PlanningRefusal.beforeWhatItHolds(newest) }
            let sent = SentOverview(
                id: id, number: (present.last?.number ?? 0) + 1, sentOn: day,
                overview: PlanningOverview(department: department, house: house, day: day, rows: present.overview.rows),
                departures: present.departures.map { ToldDeparture($0) })
            try db.insert(sent, by: officer.officer.id)
            return Audited(sent, note(.overviewSent, sent.number, of: department, to: house, by: officer))
        }
    }

    /// Takes back that the last overview was sent: the one before it is what the House has.
    ///
    /// - Parameter seen: the overview that the officer saw as the last.
    /// - Throws: `PlanningRefusal`.
    package func recallOverview(
        _ seen: SentOverview.ID, of department: Organisation.ID, to house: House, reason: String, by officer: RegisterOfficer
    ) async throws {
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        guard officer.coordinates.contains(department) else { throw PlanningRefusal.notYours }
        guard !reason.isEmpty else { throw PlanningRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            guard let last = try db.lastSentOverview(of: department, to: house), last.id == seen else {
                throw PlanningRefusal.notTheLast
            }
            try db.recall(
                last, OverviewRecall(sentOn: last.sentOn, reason: reason, officer: officer.officer.id, day: today))
            return note(.overviewRecalled, last.number, of: department, to: house, by: officer)
        }
    }

    /// The sendings that were taken back, the first one first.
    package func recalledOverviews(
        of department: Organisation.ID, to house: House, for officer: RegisterOfficer
    ) async throws -> [OverviewRecall] {
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        return try await database.read { try $0.recalledOverviews(of: department, to: house) }
    }

    private func note(
        _ action: AuditAction, _ number: Int, of department: Organisation.ID, to house: House, by officer: RegisterOfficer
    ) -> AuditNote {
        access.note(
            action, by: officer.function, at: .officerDoor, officer: officer.officer.id,
            text: "\(department.code) \(house.rawValue) \(number)")
    }

    /// The last overview that each House got from each department.
    package func lastSentOverviews() async throws -> [SentOverview] { try await database.read { try $0.lastSentOverviews() } }
}

extension SQLConnection {
    fileprivate func planning(of department: Organisation.ID, to house: House, on day: Day) throws -> PlanningComparison {
        let (entries, letters) = (try entries(of: department), try letters(of: [department]))
        return PlanningComparison(
            PlanningOverview(of: department, to: house, entries: entries, letters: letters, on: day),
            since: try lastSentOverview(of: department, to: house), entries: entries, letters: letters)
    }
}
