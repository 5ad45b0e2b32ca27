import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

/// A reader who waits for the keys of a case, with the number by which people know the case.
package struct WaitingReader: Sendable, Equatable {
    package let grant: PendingGrant
    package let number: CaseNumber
    package let caseID: CaseFile.ID
}

/// A case that none of its readers can open, with its number.
package struct StrandedCase: Sendable, Equatable {
    package let caseID: CaseFile.ID
    package let number: CaseNumber
    package let organisation: Organisation.ID
    package let turn: RecoveryTurn
}

extension ReportingDesk {
    /// The readers who wait for keys that this officer holds.
    package func waitingReaders(for reader: Reader) async throws -> [WaitingReader] {
        let pending = try await compartments.pendingGrants(for: reader.ring)
        return try await database.read { db in
            try pending.compactMap { grant in
                guard let id = CaseFile.ID(grant.subject), let file = try db.caseFile(id) else { return nil }
                return WaitingReader(grant: grant, number: file.number, caseID: id)
            }
        }
    }

    /// How many readers wait for keys that this officer holds, as it was at most a minute ago: every page of a list shows it, and
    /// looking goes through all cases where nobody waits.
    package func countWaitingReaders(for reader: Reader) async throws -> Int {
        let version = try await access.roster().version
        let key = RecentCounts.Key(officer: reader.ring.officer, rosterVersion: version)
        if let count = waitingCounts[key, clock.now()] { return count }
        let count = Set(try await compartments.pendingGrants(for: reader.ring, limit: 1, reach: 1000).map(\.reader.officer.id))
            .count
        waitingCounts.keep(count, for: key, at: clock.now())
        return count
    }

    /// Hands the keys of a case on, after the officer looked whether the receiver is involved. All readers and the reporter see it.
    ///
    /// The audit says the function of who received them; who they are and who gave opens for the readers.
    package func grant(_ id: CaseFile.ID, to officer: Officer.ID, by reader: Reader) async throws {
        try await retrying {
            let grant = try await compartments.prepareGrant(of: id.text, to: officer, by: reader.ring)
            let detail = try grant.keys.seal(detail(reader, grant.reader.officer.name))
            try await audit.command { db in
                try db.store(grant)
                try db.insertCurrent(detail.item)
                return AuditNote(
                    .accessGranted, by: grant.reader.appointment.role.rawValue, at: .officerDoor, subject: id.text
                ) { _ in detail.bytes }
            }
        }
        waitingCounts.forget(reader.ring.officer)
    }

    /// The cases that this recovery officer may help to give back.
    package func strandedCases(for reader: Reader) async throws -> [StrandedCase] {
        let stranded = try await compartments.stranded(for: reader.ring)
        return try await database.read { db in
            try stranded.compactMap { subject in
                guard let id = CaseFile.ID(subject.subject), let file = try db.caseFile(id) else { return nil }
                return StrandedCase(
                    caseID: id, number: file.number, organisation: subject.organisation, turn: subject.turn)
            }
        }
    }

    /// Takes the envelope off, as the second recovery officer.
    package func beginRecovery(of id: CaseFile.ID, by reader: Reader) async throws {
        try await retrying {
            let (step, today) = (try await compartments.prepareRecoveryStep(of: id.text, by: reader.ring), today)
            try await audit.command { db in
                try db.store(step, on: today)
                return AuditNote(.recoveryBegun, by: OfficerRole.recoveryOfficer.rawValue, at: .officerDoor, subject: id.text)
            }
        }
    }

    /// Gives a case back to readers, as the recovery officer who opens last. They get its list fields with its other keys.
    package func completeRecovery(of id: CaseFile.ID, by reader: Reader) async throws {
        let excluder = Excluder(
            holder: nil, function: OfficerRole.recoveryOfficer.rawValue, origin: .officerDoor, action: .recoveryCompleted
        ) { detail(reader, $0) }
        try await retrying {
            let recovery = try await compartments.prepareRecovery(of: id.text, by: reader.ring) { try await avoided(id, $0) }
            try await store(recovery, of: id, by: excluder, naming: nil) { db in try db.forgetRecoverySteps(of: id.text) }
        }
    }
}
