import Access
import AuditLog
import Database
import Kernel

extension Commitments {
    /// Puts something into the register. Whoever does owns it.
    ///
    /// - Throws: `RegisterRefusal`, `DueRefusal`.
    @discardableResult package func register(
        _ new: NewEntry, by officer: RegisterOfficer, at origin: AuditOrigin = .officerDoor
    ) async throws -> RegisterEntry {
        guard officer.writes.contains(new.facts.department) else { throw RegisterRefusal.departmentNotYours }
        let (today, id) = (today, RegisterEntry.ID(from: entropy))
        let admissible = try AdmissibleEntry(new, departments: try await access.roster().tree, on: today)
        return try await audit.command { [self] db in
            var entry = RegisterEntry(
                id: id, number: try db.nextEntryNumber(), facts: admissible.facts, motion: admissible.motion,
                owner: officer.officer.id, standings: [StandingChange(.open, on: admissible.facts.madeOn)])
            if let due = admissible.due { entry.dues = [due] }
            try db.insert(entry)
            return Audited(entry, note(.entryRegistered, of: entry, by: officer, at: origin))
        }
    }

    /// Sets or moves the day of an entry.
    ///
    /// - Parameter version: the version that the officer saw.
    /// - Throws: `DueRefusal`, `RegisterRefusal`.
    package func setDue(
        _ due: Due, isPostponement: Bool = false, of id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        let today = today
        try await change(id, version, by: officer, .entryDueSet) { db, entry in
            let changed = try entry.due(due, isPostponement: isPostponement, on: today)
            try db.insert(due, number: changed.dues.count, of: id)
            return changed
        }
    }

    /// Says how far an entry is.
    ///
    /// - Throws: `StandingRefusal`, `RegisterRefusal`.
    package func setStanding(
        _ change: StandingChange, of id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        let today = today
        try await self.change(id, version, by: officer, .entryStandingSet) { db, entry in
            let changed = try entry.changed(by: change, on: today)
            try db.insert(change, number: changed.standings.count, of: id)
            return changed
        }
    }

    /// Notes what the House did with a motion.
    ///
    /// - Throws: `MotionRefusal`, `RegisterRefusal`.
    package func take(
        _ step: Motion.Step, on day: Day?, endOfSession: Bool = false, of id: RegisterEntry.ID, version: Int,
        by officer: RegisterOfficer
    ) async throws {
        let today = today
        try await change(id, version, by: officer, .motionStepTaken) { db, entry in
            guard let motion = entry.motion else { throw MotionRefusal.isNoMotion }
            var changed = entry
            let moved = try motion.taking(step, on: day, endOfSession: endOfSession, today: today)
            changed.motion = moved
            try db.insert(Motion.Event(step, on: day), number: moved.events.count, of: id)
            return changed
        }
    }

    /// Links what fulfils an entry or proves that it was.
    package func link(
        _ link: FulfilmentLink, to id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        guard !link.target.isEmpty else { throw RegisterRefusal.targetMissing }
        try await change(id, version, by: officer, .entryLinked) { db, entry in
            var changed = entry
            changed.links.append(link)
            try db.insert(link, number: changed.links.count, of: id)
            return changed
        }
    }

    /// Gives an entry to an owner, or to nobody.
    ///
    /// - Throws: `RegisterRefusal.noOwner` for someone who works on no register of that department.
    package func assign(
        _ id: RegisterEntry.ID, to owner: Officer.ID?, version: Int, by officer: RegisterOfficer
    ) async throws {
        let roster = try await access.roster()
        let candidates = roster.effective(on: today).compactMap { appointment in
            appointment.role.keepsRegister ? Candidate(appointment.officer, appointment.organisation) : nil
        }
        try await change(id, version, by: officer, .entryAssigned, assigning: true) { _, entry in
            guard owner.map({ candidates.contains(Candidate($0, entry.facts.department)) }) ?? true else {
                throw RegisterRefusal.noOwner
            }
            var changed = entry
            changed.owner = owner
            return changed
        }
    }

    /// A change of one entry with its audit entry, where nobody changed it since it was shown.
    private func change(
        _ id: RegisterEntry.ID, _ version: Int, by officer: RegisterOfficer, _ action: AuditAction, assigning: Bool = false,
        _ body: @escaping @Sendable (any SQLConnection, RegisterEntry) throws -> RegisterEntry
    ) async throws {
        try await audit.command { [self] db in
            guard let entry = try db.entry(id), officer.mayRead(entry) else { throw RegisterRefusal.notFound }
            guard assigning ? officer.mayAssign(entry) : officer.mayChange(entry) else { throw RegisterRefusal.notYours }
            guard entry.version == version else { throw RegisterRefusal.changedMeanwhile }
            try db.saveState(of: try body(db, entry))
            return note(action, of: entry, by: officer, at: .officerDoor)
        }
    }

    private func note(
        _ action: AuditAction, of entry: RegisterEntry, by officer: RegisterOfficer, at origin: AuditOrigin
    ) -> AuditNote {
        access.note(action, by: officer.function, at: origin, officer: officer.officer.id, text: String(entry.number))
    }
}

/// Someone at a department.
private struct Candidate: Hashable, Sendable {
    let officer: Officer.ID
    let department: Organisation.ID

    init(_ officer: Officer.ID, _ department: Organisation.ID) {
        self.officer = officer
        self.department = department
    }
}
