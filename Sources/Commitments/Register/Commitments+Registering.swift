import Access
import AuditLog
import Database
import Kernel

extension Commitments {
    /// Puts something into the register. Whoever does owns it.
    ///
    /// - Parameters:
    ///   - form: the identifier that the form of it carried, so that one form that comes twice makes one entry; nil where there was
    ///     none.
    ///   - mayResemble: whether it may say the same of the same day as an entry that is there.
    /// - Throws: `RegisterRefusal`, `DueRefusal`.
    @discardableResult package func register(
        _ new: NewEntry, from form: RegisterEntry.ID? = nil, mayResemble: Bool = true, by officer: RegisterOfficer
    ) async throws -> RegisterEntry {
        guard officer.writes.contains(new.facts.department) else { throw RegisterRefusal.departmentNotYours }
        let (today, id) = (today, form ?? RegisterEntry.ID(from: entropy))
        let admissible = try AdmissibleEntry(new, departments: try await access.roster().tree, on: today)
        return try await audit.command { [self] db in
            if let kept = try db.entry(id) {
                guard kept.owner == officer.officer.id else { throw RegisterRefusal.notYours }
                guard kept.says(admissible) else { throw RegisterRefusal.formUsed(byEntry: kept.number) }
                return Audited(kept, [])
            }
            if let number = admissible.facts.houseNumber,
                let other = try db.title(ofEntryNumbered: number, of: admissible.facts.department)
            {
                throw RegisterRefusal.numberTaken(by: other)
            }
            if !mayResemble, let other = try db.entry(like: admissible.facts) {
                throw RegisterRefusal.looksLike(entry: other.number, other.title)
            }
            var entry = RegisterEntry(
                id: id, number: try db.nextEntryNumber(), facts: admissible.facts, motion: admissible.motion,
                owner: officer.officer.id, standings: [StandingChange(.open, on: admissible.facts.madeOn)])
            if let due = admissible.due { entry.dues = [due] }
            do throws(StandingRefusal) {
                if let standing = admissible.standing { entry = try entry.changed(by: standing, on: today) }
            } catch {
                throw RegisterRefusal.standingRefused(error)
            }
            try db.insert(entry)
            return Audited(entry, note(.entryRegistered, of: entry, by: officer))
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
        try await change(id, version, by: officer, .entryDueSet) { entry in
            try entry.due(due, isPostponement: isPostponement, on: today)
        }
    }

    /// Says how far an entry is.
    ///
    /// - Throws: `StandingRefusal`, `RegisterRefusal`.
    package func setStanding(
        _ change: StandingChange, of id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        let today = today
        try await self.change(id, version, by: officer, .entryStandingSet) { entry in try entry.changed(by: change, on: today) }
    }

    /// Notes what the House did with a motion.
    ///
    /// - Throws: `MotionRefusal`, `RegisterRefusal`.
    package func take(
        _ step: Motion.Step, on day: Day?, stayed: Bool = false, endOfSession: Bool = false, of id: RegisterEntry.ID,
        version: Int,
        by officer: RegisterOfficer
    ) async throws {
        let today = today
        try await change(id, version, by: officer, .motionStepTaken) { entry in
            guard let motion = entry.motion else { throw MotionRefusal.isNoMotion }
            var changed = entry
            changed.motion = try motion.taking(step, on: day, stayed: stayed, endOfSession: endOfSession, today: today)
            return changed
        }
    }

    /// Links what fulfils an entry or proves that it was.
    package func link(
        _ link: FulfilmentLink, to id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        try await self.link([link], to: id, version: version, by: officer)
    }

    package func link(
        _ links: [FulfilmentLink], to id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        guard !links.isEmpty, links.allSatisfy({ !$0.target.isEmpty }) else { throw RegisterRefusal.targetMissing }
        try await change(id, version, by: officer, .entryLinked) { entry in
            guard !links.contains(where: entry.links.contains) else { throw RegisterRefusal.linkedAlready }
            var changed = entry
            changed.links += links
            return changed
        }
    }

    /// Takes a link away that does not belong there.
    package func unlink(
        _ link: FulfilmentLink, from id: RegisterEntry.ID, version: Int, by officer: RegisterOfficer
    ) async throws {
        try await change(id, version, by: officer, .entryUnlinked) { entry in
            var changed = entry
            guard let index = changed.links.lastIndex(of: link) else { throw RegisterRefusal.notFound }
            changed.links.remove(at: index)
            return changed
        }
    }

    /// Gives an entry to an owner, or to nobody.
    ///
    /// - Throws: `RegisterRefusal.noOwner` for someone who works on no register of that department.
    package func assign(
        _ id: RegisterEntry.ID, to owner: Officer.ID?, version: Int, by officer: RegisterOfficer
    ) async throws {
        let keepers = try await keepers()
        try await change(id, version, by: officer, .entryAssigned, assigning: true) { entry in
            guard owner == nil || keepers.contains(where: { $0.officer == owner && $0.organisation == entry.facts.department })
            else { throw RegisterRefusal.noOwner }
            var changed = entry
            changed.owner = owner
            return changed
        }
    }

    /// A change of one entry with its audit entry, where nobody changed it since it was shown.
    private func change(
        _ id: RegisterEntry.ID, _ version: Int, by officer: RegisterOfficer, _ action: AuditAction, assigning: Bool = false,
        _ body: @escaping @Sendable (RegisterEntry) throws -> RegisterEntry
    ) async throws {
        try await audit.command { [self] db in
            let entry = try db.entry(id, version, for: officer, assigning: assigning)
            try db.save(try body(entry), since: entry)
            return note(action, of: entry, by: officer)
        }
    }

    func note(_ action: AuditAction, of entry: RegisterEntry, by officer: RegisterOfficer) -> AuditNote {
        access.note(action, by: officer.function, at: .officerDoor, officer: officer.officer.id, text: String(entry.number))
    }
}

extension SQLConnection {
    /// An entry that this officer may change, where nobody changed it since it was shown.
    ///
    /// - Parameter assigning: whether it is for who says who owns it.
    func entry(
        _ id: RegisterEntry.ID, _ version: Int, for officer: RegisterOfficer, assigning: Bool = false
    ) throws -> RegisterEntry {
        guard let entry = try entry(id), officer.mayRead(entry) else { throw RegisterRefusal.notFound }
        guard assigning ? officer.mayAssign(entry) : officer.mayChange(entry) else { throw RegisterRefusal.notYours }
        guard entry.version == version else { throw RegisterRefusal.changedMeanwhile }
        return entry
    }
}
