import Access
import AuditLog
import Database
import Kernel
import Sealing

/// A case that none of its readers can open any more.
package struct StrandedSubject: Sendable, Equatable {
    package let subject: String
    package let organisation: Organisation.ID
    package let turn: RecoveryTurn
}

/// What a recovery officer can do for a stranded case now.
package enum RecoveryTurn: String, Sendable {
    /// Take the envelope off, for the officer who opens last.
    case begin
    /// Wait for the other officer of the pair.
    case wait
    /// Open, and wrap to the present readers.
    case complete
}

/// The first half of a recovery: the wraps for the officers who open last, without their envelopes.
package struct PreparedRecoveryStep: Sendable {
    package let subject: String
    let steps: [(epoch: Epoch.ID, tag: KeyedTag, wrap: [UInt8])]
}

extension Compartments {
    /// The cases whose content, or who reports, opens for none of their present readers who are not excluded, as far as this recovery
    /// officer is in a pair of them and not excluded: a second one is needed to give them back. The wraps are looked at where
    /// the rows of the readers do not settle it: where someone is excluded.
    ///
    /// - Parameter subject: the only subject to look at; nil for all, at most 500 of each organisation.
    package func stranded(for ring: KeyRing, in subject: String? = nil) async throws -> [StrandedSubject] {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        let recovery = roster.allRecoveryOfficers(on: today)
        guard recovery.contains(where: { $0.officer.id == ring.officer && $0.keys == ring.publicKeys }) else { return [] }
        return try await database.read { db in
            try db.query("SELECT DISTINCT organisation FROM sealed_subject").flatMap { row in
                let search = StrandedSearch(
                    organisation: try row.get("organisation"), subject: subject, officer: ring.publicKeys,
                    recovery: recovery.map(\.keys), roster: roster, day: today)
                return try db.stranded(search, tags)
            }
        }
    }

    /// - Throws: `GrantRefusal.notPossible` where a present reader holds the keys: then nothing needs recovering.
    private func checkStranded(_ subject: String, for ring: KeyRing) async throws {
        guard try await !stranded(for: ring, in: subject).isEmpty else { throw GrantRefusal.notPossible }
    }

    /// Takes the envelopes off, in the session of the second officer of a pair, for those who are not excluded.
    ///
    /// - Throws: `GrantRefusal.notPossible` where this officer is in no pair of the case.
    package func prepareRecoveryStep(of subject: String, by ring: KeyRing) async throws -> PreparedRecoveryStep {
        try await checkStranded(subject, for: ring)
        let (roster, tags, today) = (try await access.roster(), tags, today)
        guard let row = try await database.read({ try $0.subject(subject) }) else { throw GrantRefusal.notPossible }
        let excluded = row.excludedWithSubstitutes(roster, tags, on: today)
        let others = roster.allRecoveryOfficers(on: today).map(\.keys).filter {
            $0.officer != ring.officer && !excluded.contains($0.officer)
        }
        let found = try await database.read { db in
            try db.epochs(of: subject).flatMap { epoch in
                try others.compactMap { first -> (Epoch, KeyedTag, [UInt8])? in
                    let tag = tags.pair(epoch.id, first.name, ring.publicKeys.name)
                    return try db.wrap(in: epoch.id, tag: tag).map { (epoch, tag, $0) }
                }
            }
        }
        guard !found.isEmpty else { throw GrantRefusal.notPossible }
        return PreparedRecoveryStep(
            subject: subject,
            steps: try found.map { epoch, tag, wrap in
                (epoch.id, tag, try sealer.takeOffEnvelope(wrap, with: ring.reading, at: epoch.wrapPlace))
            })
    }

    /// Opens the keys, in the session of the officer who opens last, and begins new ones for the readers: those who still read it,
    /// with whoever may know who reports where none of them does; the present readers of the organisation where nobody reads it;
    /// the appointed readers of another where nobody is left, or exclusions leave too few.
    ///
    /// - Parameter avoided: the organisations to which the subject must not move, as its content says; nil where that is not
    ///   known, so that it stays.
    /// - Throws: `GrantRefusal.notPossible` where nothing needs recovering, where this officer does not open last, or where there
    ///   is nobody anywhere to give it back to.
    package func prepareRecovery(
        of subject: String, by ring: KeyRing,
        avoiding avoided: (CompartmentKeys) async throws -> Set<Organisation.ID>? = { _ in [] }
    ) async throws -> PreparedExclusion {
        try await checkStranded(subject, for: ring)
        let (tags, own) = (tags, ring.publicKeys.name)
        let others = try await access.roster().allRecoveryOfficers(on: today).map(\.keys.name)
        let (epochs, wraps) = try await database.read { db in
            let epochs = try db.epochs(of: subject)
            return (
                epochs,
                try epochs.compactMap { epoch in
                    let tags = others.map { tags.pair(epoch.id, own, $0) }
                    return try tags.compactMap { try db.recoveryStep(in: epoch.id, tag: $0) }.first.map { (epoch, $0) }
                }
            )
        }
        var keys: [Epoch.ID: EpochKey] = [:]
        for (epoch, wrap) in wraps { keys[epoch.id] = try sealer.unwrap(wrap, with: ring.reading, at: epoch.wrapPlace) }
        guard !keys.isEmpty else { throw GrantRefusal.notPossible }
        let recovered = CompartmentKeys(subject: subject, epochs: epochs, keys: keys, sealer: sealer)
        let prepared = try await prepareExclusion(
            of: [], from: subject, keys: recovered, .restoring(try await avoided(recovered)))
        guard !prepared.plan.readers.isEmpty else { throw GrantRefusal.notPossible }
        return prepared
    }
}

extension SQLConnection {
    /// Stores the first half of a recovery.
    ///
    /// - Throws: `KeysChanged` where a pair lost its wrap meanwhile, by an exclusion: prepare it again.
    package func store(_ step: PreparedRecoveryStep, on day: Day) throws {
        for (epoch, tag, wrap) in step.steps {
            guard try self.wrap(in: epoch, tag: tag) != nil else { throw KeysChanged() }
            try execute(
                """
                INSERT INTO recovery_step (epoch, tag, wrap, day) VALUES ($1, $2, $3, $4)
                ON CONFLICT (epoch, tag) DO UPDATE SET wrap = $3, day = $4
                """, epoch, tag.bytes, wrap, day)
        }
    }

    /// After a recovery nothing of its first half stays.
    package func forgetRecoverySteps(of subject: String) throws {
        try execute("DELETE FROM recovery_step WHERE epoch IN (SELECT id FROM compartment_epoch WHERE subject = $1)", subject)
    }

    func recoveryStep(in epoch: Epoch.ID, tag: KeyedTag) throws -> [UInt8]? {
        try first("SELECT wrap FROM recovery_step WHERE epoch = $1 AND tag = $2", epoch, tag.bytes)?.get("wrap")
    }
}
